// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace causeway {

/// Grips at the left of a grid by which a row is dragged to another place. The rows themselves stay
/// where the model has them: who listens moves them there.
class GripHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit GripHeader(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// A person dropped the row @p from where the row @p to is.
    void rowDropped(int from, int to);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int row) const override;

private:
    void putBack(int row, int from, int to);
};

} // namespace causeway
