// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/translated.h"

#include <vector>

namespace causeway {

class GridView;

/// One field per column above a grid, each as wide as its column, for filtering by column. Hidden
/// until it is wanted; hiding it empties it.
class FilterRow final : public Translated<QWidget> {
    Q_OBJECT
public:
    /// @param grid  has its model already; its columns do not change any more.
    explicit FilterRow(GridView* grid, QWidget* parent = nullptr);

    /// Shows the fields with the cursor in the first one, or empties and hides them.
    void toggle();
    void clear();

signals:
    void textChanged(int column, const QString& text);

protected:
    void languageChanged() override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();
    void orderTabs();

    GridView* m_grid;
    std::vector<QLineEdit*> m_fields; ///< by column
};

} // namespace causeway
