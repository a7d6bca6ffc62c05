// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/pair_session.h"
#include "sync/run/progress_reporter.h"
#include "sync/run/table_apply.h"

namespace causeway {

/// The passes of one run over its planned tables: look, write, look again until nothing is left.
///
/// The last look is the verification: it is a new snapshot of both sides in which the ledger, whose
/// every entry was proved equal by value, accounts for every row. Used once.
class SyncPasses final {
public:
    SyncPasses(const RunContext& context, std::vector<TableJob>& jobs);

    /// @return an error only when the run as a whole cannot go on; tables carry their own.
    [[nodiscard]] Status run();

private:
    [[nodiscard]] Status betweenTables();
    [[nodiscard]] Status lookAtTables();
    [[nodiscard]] Status writeTables();
    [[nodiscard]] Status applyStage(ApplyStage stage);
    [[nodiscard]] Status applyOne(std::size_t index, Side target, ApplyStage stage);
    [[nodiscard]] Status settleLeft();
    [[nodiscard]] Status proveReferences();
    [[nodiscard]] bool anythingToWrite() const;
    void conclude();
    [[nodiscard]] Status failTable(TableJob& job, const Error& error);
    void widenForSideEffects();

    const RunContext& m_context;
    std::vector<TableJob>& m_jobs;
    std::vector<std::vector<LeftOver>> m_left; ///< by job
    int m_pass = 0;
};

} // namespace causeway
