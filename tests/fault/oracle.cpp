// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/oracle.h"

#include <algorithm>

namespace causeway::test {
namespace {

RowText textOf(const std::optional<RowImage>& image)
{
    if (!image)
        return std::nullopt;
    QByteArrayList cells;
    for (const Cell& cell : image->cells)
        cells << cell.value_or("NULL");
    return cells.join('|');
}

RowId idOf(const ConflictRow& row)
{
    return {row.table, textOf(row.key).value_or("?")};
}

std::set<RowId> idsOf(const Contents& one, const Contents& other)
{
    std::set<RowId> ids;
    for (const Contents* contents : {&one, &other}) {
        for (const auto& [id, rows] : *contents)
            ids.insert(id);
    }
    return ids;
}

RowPair at(const Contents& contents, const RowId& id)
{
    const auto found = contents.find(id);
    return found == contents.end() ? RowPair{} : found->second;
}

bool decides(Policy policy)
{
    return policy == Policy::RemoteWins || policy == Policy::LocalWins;
}

} // namespace

void Oracle::begin(const Contents& agreed, qint64 lastConflict)
{
    m_violations.clear();
    m_disputes.clear();
    m_base.clear();
    m_lastConflict = lastConflict;
    take(agreed);
    for (const auto& [id, rows] : agreed) {
        if (!rows.agree())
            complain(id, "differs at the beginning: " + printed(rows));
    }
}

RowText Oracle::base(const RowId& id) const
{
    const auto found = m_base.find(id);
    return found == m_base.end() ? std::nullopt : found->second;
}

bool Oracle::disputed(const RowId& id) const
{
    const RowPair rows = at(m_now, id);
    return !rows.agree() && rows.remote != base(id) && rows.local != base(id);
}

RowPair Oracle::outcome(const RowId& id, const RowPair& rows, Policy policy) const
{
    if (rows.agree())
        return rows;
    if (rows.local == base(id))
        return {rows.remote, rows.remote};
    if (rows.remote == base(id))
        return {rows.local, rows.local};
    if (!decides(policy))
        return rows;
    const RowText winner = policy == Policy::RemoteWins ? rows.remote : rows.local;
    return {winner, winner};
}

/// What both sides hold alike is what later writes are made on top of.
void Oracle::take(const Contents& now)
{
    for (const RowId& id : idsOf(m_now, now)) {
        const RowPair rows = at(now, id);
        if (rows.agree())
            m_base[id] = rows.remote;
    }
    m_now = now;
    noteDisputes();
}

void Oracle::noteDisputes()
{
    for (const auto& [id, rows] : m_now) {
        if (!disputed(id))
            continue;
        auto& disputes = m_disputes[id];
        if (disputes.empty() || disputes.back().rows != rows)
            disputes.push_back({rows, false});
    }
}

void Oracle::usersWrote(const Contents& now)
{
    take(now);
}

void Oracle::runEnded(const Contents& now, Policy policy)
{
    actionEnded(now, [&](const RowId& id, const RowPair& before) -> std::vector<RowPair> {
        return {outcome(id, before, policy)};
    });
}

void Oracle::actionEnded(const Contents& now, const Allowed& allowed)
{
    for (const RowId& id : idsOf(m_now, now)) {
        const RowPair before = at(m_now, id);
        const RowPair after = at(now, id);
        if (after == before)
            continue;
        const auto results = allowed(id, before);
        if (std::find(results.begin(), results.end(), after) == results.end())
            complain(id, "became " + printed(after) + ", was " + printed(before) + ", base " +
                             base(id).value_or("-"));
        if (disputed(id) && after.agree())
            m_disputes[id].back().mustBeKept = true;
    }
    take(now);
}

void Oracle::runSucceeded(const Contents& now, Policy policy)
{
    const Contents before = m_now;
    std::map<RowId, RowPair> expected;
    for (const auto& [id, rows] : before)
        expected[id] = outcome(id, rows, policy);
    runEnded(now, policy);
    for (const auto& [id, rows] : expected) {
        if (at(now, id) != rows)
            complain(id, "is " + printed(at(now, id)) + ", must be " + printed(rows));
    }
}

void Oracle::checkRecord(const ConflictRow& row)
{
    const RowId id = idOf(row);
    const auto disputes = m_disputes.find(id);
    if (disputes == m_disputes.end()) {
        complain(id, "is no conflict, but was recorded as " + toText(row.kind).toUtf8());
        return;
    }
    const RowPair recorded{textOf(row.remote), textOf(row.local)};
    const auto known =
        std::find_if(disputes->second.begin(), disputes->second.end(),
                     [&](const Dispute& dispute) { return dispute.rows == recorded; });
    if (known == disputes->second.end())
        complain(id, "was recorded with other rows: " + printed(recorded));
    else if (row.state == ConflictState::Settled)
        known->mustBeKept = false;
}

void Oracle::conflictsFound(const std::vector<ConflictRow>& conflicts, Policy policy)
{
    std::map<RowId, int> open;
    for (const ConflictRow& row : conflicts) {
        if (row.state == ConflictState::Open)
            ++open[idOf(row)];
        if (row.id > m_lastConflict)
            checkRecord(row);
    }
    for (const auto& [id, rows] : m_now) {
        const int expected = disputed(id) && !decides(policy) ? 1 : 0;
        if (open[id] != expected)
            complain(id, "has " + QByteArray::number(open[id]) + " open conflicts, not " +
                             QByteArray::number(expected));
    }
    for (const auto& [id, disputes] : m_disputes) {
        for (const Dispute& dispute : disputes) {
            if (dispute.mustBeKept)
                complain(id, "lost a row without a record: " + printed(dispute.rows));
        }
    }
}

void Oracle::complain(const RowId& id, const QByteArray& what)
{
    m_violations << printed(id) + ' ' + what;
}

} // namespace causeway::test
