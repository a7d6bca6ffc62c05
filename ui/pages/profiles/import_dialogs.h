// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/profile.h"
#include "ui/base/translated.h"

#include <QDialog>

class QPushButton;

namespace causeway {

/// Asks for the mysql:// URLs of both sides; accepted only with two that can be read.
class UrlImportDialog final : public Translated<QDialog> {
    Q_OBJECT
public:
    explicit UrlImportDialog(QWidget* parent = nullptr);

signals:
    void chosen(const causeway::SideConfig& remote, const causeway::SideConfig& local);

private:
    void check();
    void choose();

    QLineEdit* m_remote = nullptr;
    QLineEdit* m_local = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_import = nullptr;
};

} // namespace causeway
