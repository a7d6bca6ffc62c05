// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/core/result.h"
#include "sync/db/connection.h"
#include "sync/profile/profile.h"

#include <QDateTime>
#include <QHash>

#include <chrono>
#include <optional>
#include <vector>

namespace causeway {

/// One table of a run that is going on.
struct WatchedTable {
    QString table;
    std::optional<RunStatus> status; ///< nullopt: at work
    qint64 rows = 0;                 ///< written so far
    std::optional<double> rowsPerSecond;
};

/// A run that some program is at work on, as far as the local database tells.
struct WatchedRun {
    QString runId;
    QString trigger; ///< MANUAL, SCHEDULE, CLI
    QString type;
    QString direction;
    QDateTime startedAt; ///< UTC
    double seconds = 0;  ///< since then, by the server's clock
    int tablesDone = 0;
    int tablesEnabled = 0;            ///< of the pair; the run may have fewer
    std::vector<WatchedTable> tables; ///< those it is done with, then those it has written to
    /// If each enabled table that is left takes as long as the last time; nullopt: cannot be told,
    /// or the run takes longer than the last time already.
    std::optional<double> secondsLeft;
};

/// When both sides were last known to be equal.
struct WatchedProof {
    int tables = 0;  ///< enabled
    int proved = 0;  ///< those that a sync has ever left equal
    QDateTime since; ///< UTC; of the one for which that is the longest ago; invalid: none
};

/// Watches what a pair's programs record: the run at work, whoever began it, and the last proofs.
///
/// Keeps one connection to the local side, opened anew when it breaks. Writes nothing.
/// Thread: any one at a time; blocks, bounded by Sampler's time-outs.
/// Errors: DB_CONN_*, CFG_005 when the pair is not set up.
class RunWatch final {
public:
    explicit RunWatch(SideConfig local);

    struct Look {
        std::optional<WatchedRun> run; ///< nullopt: none is at work
        WatchedProof proof;
    };
    [[nodiscard]] Result<Look> look();

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] Status connect();
    [[nodiscard]] Result<ResultSet> ask(const QByteArray& sql);
    [[nodiscard]] Status readRun(Look& look);
    [[nodiscard]] Status readTables(WatchedRun& run);
    [[nodiscard]] Status readWritten(WatchedRun& run);
    [[nodiscard]] Status readTimeLeft(WatchedRun& run);
    [[nodiscard]] Status readProof(Look& look);

    SideConfig m_local;
    std::optional<Connection> m_connection;
    QString m_runId;
    QHash<QString, qint64> m_rows; ///< of the look before
    Clock::time_point m_at;
};

} // namespace causeway
