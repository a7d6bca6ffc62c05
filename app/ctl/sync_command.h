// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/run/sync_report.h"
#include "sync/run/sync_request.h"

#include <QCoreApplication>

namespace causeway::ctl {

class SyncCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(SyncCommand)
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<OptionSpec> options() const override;
    [[nodiscard]] int execute(Context& context) const override;

    /// Runs @p request on a thread of its own and shows its progress on standard error.
    [[nodiscard]] static SyncReport runShowingProgress(const SyncRequest& request,
                                                       Context& context);
    /// The report, for people and as the documented JSON document.
    static void show(const SyncReport& report, Context& context);

private:
    [[nodiscard]] Result<SyncRequest> request(Context& context) const;
};

} // namespace causeway::ctl
