// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/discover/key_states.h"

#include "sync/core/parallel.h"
#include "sync/core/portions.h"

namespace causeway {
namespace {

constexpr std::size_t kKeysPerFetch = 500;

Status readLedger(Connection& connection, const TableReader& reader, const QByteArray& query,
                  KeyStates& states)
{
    const auto parts = static_cast<unsigned>(reader.table.shape().key.size());
    return connection.stream(query, [&](const RowView& row) {
        KeyState& state = states[encodeKey(row.cells(0, parts))];
        state.known = true;
        state.baseTrusted = reader.baseTrusted;
        if (!row.isNull(parts))
            state.baseRemote = row.number(parts);
        if (!row.isNull(parts + 1))
            state.baseLocal = row.number(parts + 1);
        return true;
    });
}

void merge(const KeyDigests& digests, std::optional<quint64> KeyState::*member, KeyStates& states)
{
    for (const auto& [key, digest] : digests)
        states[key].*member = digest;
}

/// Equal digests are equal rows; different ones only where both servers print every type alike.
void judgeByDigest(const TableShape& shape, KeyStates& states)
{
    const bool decide = shape.digestsDecide();
    for (auto& [key, state] : states) {
        if (!state.remote || !state.local)
            continue;
        if (state.remote == state.local)
            state.equal = true;
        else if (decide)
            state.equal = false;
    }
}

/// @param sideQuery builds the query for key cells…, digest from one side's SQL.
template<typename SideQuery>
Result<KeyStates> readStates(const ReadingLinks& links, const TableReader& reader,
                             SideQuery sideQuery, const QByteArray& ledgerQuery)
{
    const auto read = [&](Connection& connection, const TableSql& sql) {
        return readDigests(connection, sql, sideQuery(sql));
    };
    auto [remote, local] = runBoth([&] { return read(links.remote, reader.table.remote); },
                                   [&] { return read(links.local, reader.table.local); });
    CAUSEWAY_TRY(remote);
    CAUSEWAY_TRY(local);
    KeyStates states;
    states.reserve(remote->size());
    if (reader.ledger)
        CAUSEWAY_TRY(readLedger(links.ledger, reader, ledgerQuery, states));
    merge(*remote, &KeyState::remote, states);
    merge(*local, &KeyState::local, states);
    judgeByDigest(reader.table.shape(), states);
    return states;
}

} // namespace

Result<KeyDigests> readDigests(Connection& connection, const TableSql& sql, const QByteArray& query)
{
    const auto parts = static_cast<unsigned>(sql.shape().key.size());
    KeyDigests digests;
    bool complete = true;
    CAUSEWAY_TRY(connection.stream(query, [&](const RowView& row) {
        if (row.isNull(parts))
            complete = false;
        else
            digests.emplace(encodeKey(row.cells(0, parts)), row.number(parts));
        return complete;
    }));
    if (!complete)
        return digestMissing(sql);
    return digests;
}

Result<KeyStates> readBuckets(const ReadingLinks& links, const TableReader& reader,
                              const Bucketing& bucketing, const std::vector<BucketId>& buckets)
{
    const QByteArray ledgerQuery =
        reader.ledger ? reader.ledger->entries(bucketing, buckets) : QByteArray();
    return readStates(
        links, reader, [&](const TableSql& sql) { return sql.keyDigests(bucketing, buckets); },
        ledgerQuery);
}

Result<KeyStates> readKeys(const ReadingLinks& links, const TableReader& reader,
                           const std::vector<KeyBytes>& keys)
{
    KeyStates all;
    CAUSEWAY_TRY(inPortions(keys, kKeysPerFetch, [&](const auto& some) -> Status {
        const QByteArray ledgerQuery =
            reader.ledger ? reader.ledger->entriesByKey(some) : QByteArray();
        auto states = readStates(
            links, reader, [&](const TableSql& sql) { return sql.digestsByKey(some); },
            ledgerQuery);
        CAUSEWAY_TRY(states);
        for (const KeyBytes& key : some)
            all[key] = (*states)[key];
        return okStatus();
    }));
    return all;
}

Status compareValues(const ReadingLinks& links, const TableSqlPair& sql,
                     const std::vector<KeyBytes>& keys, KeyStates& states)
{
    const auto compare = [&](const std::vector<KeyBytes>& some, const FetchedRows& remote,
                             const FetchedRows& local) {
        for (const KeyBytes& key : some) {
            const auto left = remote.find(key);
            const auto right = local.find(key);
            states[key].equal = left != remote.end() && right != local.end() &&
                                rowsEqual(sql.shape(), left->second.cells, right->second.cells);
        }
        return okStatus();
    };
    return fetchBoth({links.remote, links.local}, sql, keys, compare);
}

} // namespace causeway
