// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/random/interruption.h"

namespace causeway::test {
namespace {

using Kind = Disturbance::Kind;

Connection open(const TwoSidedFixture& pair, Side side)
{
    auto connection = Connection::open(pair.profile().side(side), side);
    require(connection ? okStatus() : Status(connection.error()), QStringLiteral("connecting"));
    return std::move(*connection);
}

} // namespace

Disturbance Disturbance::random(Dice& dice, int chance)
{
    Disturbance what;
    const int after = dice.below(7);
    const bool pending = dice.percent(50);
    const Kind kind =
        dice.pick({Kind::Cancel, Kind::KillRemote, Kind::KillLocal, Kind::KillProcess});
    if (dice.percent(chance)) {
        what.kind = kind;
        what.afterBatches = after;
        what.whilePending = pending;
    }
    return what;
}

const char* Disturbance::name() const
{
    switch (kind) {
    case Kind::None:
        break;
    case Kind::Cancel:
        return "cancel";
    case Kind::KillRemote:
        return "kill remote connections";
    case Kind::KillLocal:
        return "kill local connections";
    case Kind::KillProcess:
        return "kill the process";
    }
    return "none";
}

Interruption::Interruption(TwoSidedFixture& pair, const Disturbance& what,
                           std::set<quint64> sparedRemote, std::set<quint64> sparedLocal)
    : m_what(what)
    , m_database(pair.database())
    , m_remote(open(pair, Side::Remote))
    , m_local(open(pair, Side::Local))
    , m_spared{std::move(sparedRemote), std::move(sparedLocal)}
{
    for (const Side side : {Side::Remote, Side::Local}) {
        m_spared[side == Side::Remote ? 0 : 1].insert(on(side).threadId());
        m_spared[side == Side::Remote ? 0 : 1].insert(pair.on(side).threadId());
    }
    if (what.kind != Kind::None)
        m_thread = std::thread([this] { watch(); });
}

Interruption::~Interruption()
{
    m_ended = true;
    if (m_thread.joinable())
        m_thread.join();
    if (!m_struck || m_what.kind == Kind::Cancel)
        return;
    if (m_what.kind != Kind::KillLocal)
        waitUntilGone(Side::Remote);
    if (m_what.kind != Kind::KillRemote)
        waitUntilGone(Side::Local);
}

/// The server may still be taking leave of the run's connections.
void Interruption::waitUntilGone(Side side)
{
    while (!engineConnections(side).empty())
        std::this_thread::yield();
}

qint64 Interruption::epochs()
{
    qint64 sum = 0;
    for (const Side side : {Side::Remote, Side::Local}) {
        auto found = on(side).query("SELECT COALESCE(SUM(epoch), 0) FROM db_sync_state");
        if (found && !found->rows.empty())
            sum += found->rows.front().at(0).value_or("0").toLongLong();
    }
    return sum;
}

bool Interruption::anythingPending()
{
    auto found = m_local.query("SELECT 1 FROM db_sync_ledger WHERE pending_epoch IS NOT NULL");
    return found && !found->rows.empty();
}

void Interruption::watch()
{
    const qint64 begin = epochs();
    while (!m_ended) {
        if (epochs() - begin >= m_what.afterBatches &&
            (!m_what.whilePending || anythingPending())) {
            strike();
            return;
        }
    }
}

std::vector<quint64> Interruption::engineConnections(Side side)
{
    const std::set<quint64>& spared = m_spared[side == Side::Remote ? 0 : 1];
    std::vector<quint64> ids;
    // Not information_schema: MySQL fails there over statements that are not utf8mb3.
    auto found = on(side).query("SHOW PROCESSLIST");
    require(found ? okStatus() : Status(found.error()), QStringLiteral("reading the process list"));
    for (const Cells& row : found->rows) {
        const quint64 id = row.at(0).value_or("0").toULongLong();
        if (row.at(3) == m_database.toUtf8() && !spared.contains(id))
            ids.push_back(id);
    }
    return ids;
}

void Interruption::strike()
{
    m_struck = true;
    if (m_what.kind == Kind::Cancel || m_what.kind == Kind::KillProcess) {
        m_run.request_stop();
        return;
    }
    const Side side = m_what.kind == Kind::KillRemote ? Side::Remote : Side::Local;
    for (const quint64 id : engineConnections(side))
        (void)on(side).execute("KILL " + QByteArray::number(id)); // it may have gone by itself
}

} // namespace causeway::test
