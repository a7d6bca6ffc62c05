// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace causeway {

/// One of the console's icons as a picture; follows a change of colours.
class Picture final : public QLabel {
    Q_OBJECT
public:
    /// @param size of its sides in pixels
    Picture(QString icon, int size, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();

    QString m_icon;
    int m_size;
};

} // namespace causeway
