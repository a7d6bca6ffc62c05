// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_config_model.h"

#include <QUndoCommand>

namespace causeway {

/// One step of editing the table settings: what was staged before it and after it. The edit is done
/// already when it is pushed.
class TableEdit final : public QUndoCommand {
public:
    TableEdit(TableConfigModel& model, std::vector<TableConfig> before)
        : m_model(model)
        , m_before(std::move(before))
        , m_after(model.configs())
    {
    }
    void undo() override { m_model.restore(m_before); }
    void redo() override { m_model.restore(m_after); }

private:
    TableConfigModel& m_model;
    std::vector<TableConfig> m_before;
    std::vector<TableConfig> m_after;
};

} // namespace causeway
