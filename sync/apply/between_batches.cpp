// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/between_batches.h"

#include "sync/dialect/session_sql.h"

namespace causeway {
namespace {

/// What several threads share is used in turns, as for a commit.
Status keepAlive(const TableTarget& target, std::optional<Side> streaming)
{
    CAUSEWAY_TRY(target.localConnection().execute(sessionsql::keepAlive()));
    std::unique_lock<std::mutex> turn;
    if (target.turn)
        turn = std::unique_lock(*target.turn);
    return target.session.keepAlive(streaming);
}

} // namespace

Status betweenBatches(const TableTarget& target, std::optional<Side> streaming)
{
    if (target.pause)
        CAUSEWAY_TRY(target.pause->hold(target.stop, [&] { return keepAlive(target, streaming); }));
    if (target.stop.stop_requested())
        return makeError(ErrorCode::SyncInterrupted, target.sql.shape().table);
    return okStatus();
}

} // namespace causeway
