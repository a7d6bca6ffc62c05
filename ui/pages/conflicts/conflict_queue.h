// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/conflict_list_model.h"
#include "ui/base/translated.h"

class QLabel;

namespace causeway {

class GridView;

/// The list of open conflicts, and how many of them are in it.
class ConflictQueue final : public Translated<QWidget> {
    Q_OBJECT
public:
    /// @p model outlives it.
    explicit ConflictQueue(ConflictListModel& model, QWidget* parent = nullptr);

    [[nodiscard]] const ConflictRow* current() const; ///< nullptr: none
    /// The conflict with this number, else the first one.
    void select(qint64 id);
    void step(int by);
    /// To the nearest conflict without a decision before or after the current one; none: stays.
    void stepUndecided(int by);
    /// To the next one without a decision, from the top again at the end. @return false: none.
    bool selectNextUndecided();
    /// @p open: how many there are in all.
    void showLoaded(qint64 open);

signals:
    void currentChanged();

private:
    ConflictListModel& m_model;
    GridView* m_grid = nullptr;
    QLabel* m_loaded = nullptr;
};

} // namespace causeway
