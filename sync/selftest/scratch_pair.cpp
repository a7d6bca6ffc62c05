// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/scratch_pair.h"

#include "sync/dialect/demo_sql.h"
#include "sync/dialect/selftest_sql.h"

#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <array>

namespace causeway {
namespace {

constexpr int kDropTries = 4;

QString prefix()
{
    return QStringLiteral("causeway_selftest_");
}

QString newName()
{
    return prefix() + QString::fromLatin1(QUuid::createUuid().toRfc4122().toHex().left(12));
}

bool isScratchName(const QString& name)
{
    static const QRegularExpression form(
        QStringLiteral("^causeway_selftest_[0-9a-f]{12}_(remote|local)$"));
    return form.match(name).hasMatch();
}

Result<Connection> openServer(const SideConfig& config, Side side)
{
    ConnectionOptions options;
    options.selectDatabase = false;
    options.timeouts.read = std::chrono::seconds(60);
    return Connection::open(config, side, options);
}

Status execute(Connection& connection, const QByteArray& sql)
{
    const Result<Executed> done = connection.execute(sql);
    return done ? okStatus() : Status(done.error());
}

/// The first cell of the first row as a number.
Result<int> number(Connection& connection, const QByteArray& sql)
{
    const Result<ResultSet> result = connection.query(sql);
    CAUSEWAY_TRY(result);
    return result->rows.empty() ? 0 : result->rows.front().at(0).value_or(QByteArray()).toInt();
}

/// Connections that were cut may keep a table for another moment.
Status dropPatiently(Connection& connection, const QString& database)
{
    Status dropped = okStatus();
    for (int attempt = 0; attempt < kDropTries; ++attempt) {
        dropped = execute(connection, demosql::dropDatabase(database));
        if (dropped || !dropped.error().isRetryable())
            break;
    }
    return dropped;
}

Result<QStringList> names(Connection& connection, const QByteArray& sql)
{
    const Result<ResultSet> result = connection.query(sql);
    CAUSEWAY_TRY(result);
    QStringList found;
    for (const Cells& row : result->rows) {
        const QString name = QString::fromUtf8(row.at(0).value_or(QByteArray()));
        if (isScratchName(name))
            found << name;
    }
    return found;
}

/// Drops @p name unless its test still runs.
Result<bool> removeAbandoned(Connection& connection, const QString& name)
{
    const Result<int> locked = number(connection, selftestsql::tryLock(name));
    CAUSEWAY_TRY(locked);
    if (*locked != 1)
        return false;
    CAUSEWAY_TRY(dropPatiently(connection, name));
    CAUSEWAY_TRY(number(connection, selftestsql::releaseLock(name)));
    return true;
}

Result<QStringList> removeLeftoversOf(const SideConfig& config, Side side, bool alsoEmpty)
{
    auto connection = openServer(config, side);
    CAUSEWAY_TRY(connection);
    auto candidates = names(*connection, selftestsql::markedDatabases());
    CAUSEWAY_TRY(candidates);
    QStringList ours;
    for (const QString& name : *candidates) {
        const auto marked = number(*connection, selftestsql::checkMarker(name));
        if (marked && *marked == 1)
            ours << name;
    }
    if (alsoEmpty) {
        const auto empty = names(*connection, selftestsql::emptyDatabases(prefix()));
        CAUSEWAY_TRY(empty);
        ours << *empty;
    }
    QStringList removed;
    for (const QString& name : ours) {
        const auto gone = removeAbandoned(*connection, name);
        CAUSEWAY_TRY(gone);
        if (*gone)
            removed << name;
    }
    return removed;
}

} // namespace

Result<std::unique_ptr<ScratchPair>> ScratchPair::make(const Profile& servers)
{
    std::unique_ptr<ScratchPair> pair(new ScratchPair);
    pair->m_profile.name = QStringLiteral("selftest");
    pair->m_profile.environment = Environment::Test;
    pair->m_profile.readOnly = false;
    const QString name = newName();
    for (const Side side : {Side::Remote, Side::Local}) {
        pair->m_profile.side(side) = servers.side(side);
        pair->m_profile.side(side).database = name + u'_' + toText(side);
    }
    for (const Side side : {Side::Remote, Side::Local})
        CAUSEWAY_TRY(pair->make(side));
    return pair;
}

/// The lock comes first: there is no instant at which the database looks abandoned.
Status ScratchPair::make(Side side)
{
    const QString& database = m_profile.side(side).database;
    auto connection = openServer(m_profile.side(side), side);
    CAUSEWAY_TRY(connection);
    owner(side) = std::move(*connection);
    CAUSEWAY_TRY(execute(*owner(side), selftestsql::stayConnected()));
    CAUSEWAY_TRY(number(*owner(side), selftestsql::tryLock(database)));
    CAUSEWAY_TRY(execute(*owner(side), demosql::createDatabase(database)));
    m_made << side;
    CAUSEWAY_TRY(execute(*owner(side), selftestsql::createMarker(database)));
    return execute(*owner(side), selftestsql::fillMarker(database));
}

Status ScratchPair::drop(Side side)
{
    const QString& database = m_profile.side(side).database;
    Status dropped = dropPatiently(*owner(side), database);
    if (!dropped && dropped.error().breaksConnection()) {
        auto again = openServer(m_profile.side(side), side);
        CAUSEWAY_TRY(again);
        owner(side) = std::move(*again);
        dropped = dropPatiently(*owner(side), database);
    }
    if (dropped)
        m_made.removeOne(side);
    return dropped;
}

Status ScratchPair::drop()
{
    Status all = okStatus();
    for (const Side side : {Side::Remote, Side::Local}) {
        if (!m_made.contains(side))
            continue;
        if (Status dropped = drop(side); !dropped)
            all = dropped;
    }
    return all;
}

ScratchPair::~ScratchPair()
{
    static_cast<void>(drop());
}

bool isRefusal(const Error& error)
{
    constexpr std::array kRefusals{1044, 1142, 1227, 1290, 1792, 1836};
    return std::find(kRefusals.begin(), kRefusals.end(), error.serverCode) != kRefusals.end();
}

Result<QStringList> removeLeftovers(const Profile& servers, bool alsoEmpty)
{
    QStringList removed;
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto here = removeLeftoversOf(servers.side(side), side, alsoEmpty);
        CAUSEWAY_TRY(here);
        removed << *here;
    }
    return removed;
}

} // namespace causeway
