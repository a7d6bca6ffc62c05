// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace causeway {

/// A line of data that gives up its middle, not its neighbours, when there is no room; the whole
/// text is its tool tip unless it has one.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr, const char* look = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace causeway
