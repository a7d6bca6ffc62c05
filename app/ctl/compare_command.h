// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/run/pair_actions.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace causeway::ctl {

class CompareCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(CompareCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString arguments() const override;
    [[nodiscard]] int maxArguments() const override { return -1; }
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

    /// 0 equal, 1 not, else that of the first table that could not be compared.
    [[nodiscard]] static int exitCode(const CompareReport& report);
};

/// The documented JSON document of `compare`.
[[nodiscard]] QJsonObject compareToJson(const CompareReport& report);
/// The same for people: a table and a sentence.
[[nodiscard]] QString compareText(const CompareReport& report);

} // namespace causeway::ctl
