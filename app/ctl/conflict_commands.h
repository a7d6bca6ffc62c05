// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/control/control_rows.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace causeway::ctl {

class ConflictsListCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ConflictsListCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;
};

class ConflictsShowCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ConflictsShowCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override;
    [[nodiscard]] int minArguments() const override { return 1; }
    [[nodiscard]] int maxArguments() const override { return -1; }
    [[nodiscard]] int execute(Context& context) const override;
};

/// The documented JSON form of a conflict.
[[nodiscard]] QJsonObject conflictToJson(const ConflictRow& row);
/// The conflicts as a table for people.
[[nodiscard]] QString conflictTable(const std::vector<ConflictRow>& rows);
/// Conflict numbers from words. Errors: CFG_002 for what is no number.
[[nodiscard]] Result<std::vector<qint64>> conflictIds(const QStringList& words);
/// Errors: CFG_002 naming the first of @p ids that is not in @p rows.
[[nodiscard]] Status checkAllFound(const std::vector<qint64>& ids,
                                   const std::vector<ConflictRow>& rows);

} // namespace causeway::ctl
