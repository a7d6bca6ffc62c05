// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace causeway {

class ElidedLabel;

/// One fact at a glance: what it is, its value in large type, a note, at most one thing to do.
class Tile final : public QFrame {
    Q_OBJECT
public:
    explicit Tile(const char* objectName, QWidget* parent = nullptr);

    void setCaption(const QString& caption);
    /// @param look  "good", "bad" or nullptr; the value's words say the same.
    void setValue(const QString& value, const char* look = nullptr);
    void setNote(const QString& note);
    [[nodiscard]] QString value() const;
    [[nodiscard]] QPushButton& action() { return *m_action; }
    /// Empty @p text: nothing can be done.
    void setAction(const QString& text);

private:
    ElidedLabel* m_caption = nullptr;
    QLabel* m_value = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_action = nullptr;
};

} // namespace causeway
