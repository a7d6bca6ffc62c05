// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace causeway {

/// What a page shows when it has nothing to show: what it is for, and what to do.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(const QString& icon, QWidget* parent = nullptr);

    void setHeading(const QString& heading);
    void setSentence(const QString& sentence);
    /// Puts @p button below the sentence.
    void addButton(QPushButton* button);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fit();

    QLabel* m_heading = nullptr;
    QLabel* m_sentence = nullptr;
    QHBoxLayout* m_buttons = nullptr;
};

} // namespace causeway
