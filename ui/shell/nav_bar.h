// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/translated.h"

class QListWidget;

namespace causeway {

class Page;

/// The list of pages at the left of the window: icon, name, badge.
class NavBar final : public Translated<QWidget> {
    Q_OBJECT
public:
    explicit NavBar(QWidget* parent = nullptr);

    void addPage(const Page& page);
    void setCurrent(int index);
    void setTitle(int index, const QString& title);
    void setBadge(int index, qint64 count);
    /// Puts @p widget below the pages.
    void setFooter(QWidget* widget);
    /// Fits the width to the longest name.
    void fit();

signals:
    void chosen(int index);

private:
    void tellTitle(int index);

    QListWidget* m_list = nullptr;
};

} // namespace causeway
