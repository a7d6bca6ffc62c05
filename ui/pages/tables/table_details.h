// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/structure_model.h"
#include "sync/control/control_rows.h"
#include "ui/async/background.h"
#include "ui/base/translated.h"
#include "ui/widgets/error_advice.h"

#include <optional>

namespace causeway {

class ErrorCard;
class GridView;

/// What is behind one line of the tables grid: rows on each side, the last sync, problems, and the
/// structure of both sides next to each other.
class TableDetails final : public Translated<QWidget> {
    Q_OBJECT
public:
    explicit TableDetails(QWidget* parent = nullptr);

    /// Looks at both sides when @p config is of another table than before, or @p again.
    void showTable(const Profile& profile, const TableConfig& config, bool again);
    void clear();
    [[nodiscard]] bool isBusy() const { return m_background.isBusy(); }

signals:
    void remedyWanted(causeway::Remedy remedy, const QString& table);

protected:
    void languageChanged() override;

private:
    void showFacts(const Result<TableFacts>& facts);
    void showState();
    [[nodiscard]] QString rowsText() const;
    [[nodiscard]] QString structureText() const;

    Background m_background;
    StructureModel* m_model = nullptr;
    std::optional<Profile> m_profile;
    std::optional<TableConfig> m_config;
    std::optional<TableFacts> m_facts;
    QLabel* m_title = nullptr;
    QLabel* m_rows = nullptr;
    QLabel* m_synced = nullptr;
    QLabel* m_structure = nullptr;
    ErrorCard* m_problem = nullptr;
    GridView* m_grid = nullptr;
};

} // namespace causeway
