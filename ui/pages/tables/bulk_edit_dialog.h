// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_config_model.h"
#include "ui/base/translated.h"

#include <QDialog>

#include <map>

class QComboBox;
class QGridLayout;
class QPushButton;
class QSpinBox;

namespace causeway {

/// Sets chosen settings of several tables at once; what is left as it is stays per table.
/// Deletes itself when closed.
class BulkEditDialog final : public Translated<QDialog> {
    Q_OBJECT
public:
    /// @param tables  how many are going to be changed.
    BulkEditDialog(int tables, QWidget* parent);

    /// Chosen columns with their new values (EditRole of TableConfigModel).
    [[nodiscard]] std::map<TableConfigModel::Column, QVariant> changes() const;

private:
    void addChoice(QGridLayout* grid, TableConfigModel::Column column, const char* caption,
                   const QVariantList& options);
    void check();

    std::map<TableConfigModel::Column, QComboBox*> m_choices;
    QSpinBox* m_priority = nullptr;
    QPushButton* m_change = nullptr;
};

} // namespace causeway
