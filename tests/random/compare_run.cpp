// SPDX-License-Identifier: GPL-3.0-or-later
// What a run without users did, compared with what the oracle expects.
#include "tests/random/scenario.h"

#include <algorithm>

namespace causeway::test {
namespace {

QString inWords(const std::optional<RowCells>& row)
{
    return row ? QString::fromUtf8(row->join('|')) : QStringLiteral("absent");
}

/// As @p row, but for references that a server set to NULL when the parent went.
bool sameButForParents(const RandomTable& table, const std::optional<RowCells>& row,
                       const std::optional<RowCells>& source)
{
    if (!row || !source)
        return row == source;
    for (qsizetype i = 0; i < row->size(); ++i) {
        const bool nulled = table.isForeignKey(static_cast<std::size_t>(i)) && row->at(i) == "NULL";
        if (row->at(i) != source->at(i) && !nulled)
            return false;
    }
    return true;
}

qint64 countOf(const ChangeCounts& counts)
{
    return counts.total();
}

} // namespace

Agreed Scenario::agreedOn(std::size_t table, const RowId& id) const
{
    const auto known = m_agreed[table].find(id);
    if (known != m_agreed[table].end())
        return known->second;
    Agreed nothing;
    nothing.uncertain = m_doubtful[table];
    return nothing;
}

void Scenario::compareRun(const PairState& before, const PairState& after, const RunFacts& facts)
{
    for (std::size_t table = 0; table < m_schema.size(); ++table)
        compareTable(table, before, after, facts);
    const bool bothWays = std::all_of(m_settings.begin(), m_settings.end(), [](const auto& table) {
        return table.direction == Direction::Both;
    });
    if (facts.report.status == RunStatus::Success && bothWays) {
        for (const QString& line : unexplainedDifferences(after, m_schema))
            complain(QStringLiteral("SUCCESS, but ") + line);
    }
}

void Scenario::compareTable(std::size_t table, const PairState& before, const PairState& after,
                            const RunFacts& facts)
{
    const bool complete = facts.complete(m_schema[table].name);
    std::set<RowId> keys = before.keys(table);
    keys.merge(after.keys(table));
    for (const auto& [id, agreed] : m_agreed[table])
        keys.insert(id);
    Ledger next;
    qint64 conflicts = 0;
    bool allExact = complete && m_schema[table].standsAlone();
    for (const RowId& id : keys) {
        const RowAround row{table,
                            id,
                            {before.row(Side::Remote, table, id),
                             before.row(Side::Local, table, id), agreedOn(table, id),
                             before.held(table, id), before.disputed(table, id)},
                            after.row(Side::Remote, table, id),
                            after.row(Side::Local, table, id)};
        const bool exact = m_schema[table].standsAlone() && !row.before.agreed.uncertain;
        const Expected expected = exact ? expectedAfter(row.before, m_settings[table]) : Expected{};
        compareRow(row, expected, complete);
        const KeptConflict* open = after.open(table, id);
        if (exact && complete && (open != nullptr) != expected.open)
            complain(QStringLiteral("%1 row %2 is %3 %4")
                         .arg(QString::fromUtf8(m_schema[table].name), QString::fromUtf8(id),
                              open ? QStringLiteral("wrongly open") : QStringLiteral("not open"),
                              open ? toText(open->kind) + u' ' + open->message : QString()));
        conflicts += expected.conflict ? 1 : 0;
        allExact = allExact && exact;
        next[id] = agreedAfter(row, expected, complete, exact);
    }
    m_agreed[table] = std::move(next);
    m_doubtful[table] = m_doubtful[table] && !complete;
    if (!allExact)
        return;
    for (const TableOutcome& outcome : facts.report.tables) {
        if (outcome.table == QString::fromUtf8(m_schema[table].name) &&
            outcome.conflicts != conflicts)
            complain(QStringLiteral("%1: %2 conflicts reported, %3 expected")
                         .arg(outcome.table)
                         .arg(outcome.conflicts)
                         .arg(conflicts));
    }
}

void Scenario::compareRow(const RowAround& row, const Expected& expected, bool complete)
{
    const RandomTable& table = m_schema[row.table];
    const bool exact = table.standsAlone() && !row.before.agreed.uncertain;
    const auto allowed = [&](const std::optional<RowCells>& now, const std::optional<RowCells>& was,
                             const std::optional<RowCells>& wanted) {
        if (exact)
            return now == wanted || (!complete && now == was);
        return !now || sameButForParents(table, now, row.before.remote) ||
               sameButForParents(table, now, row.before.local);
    };
    const bool remoteFits = allowed(row.remote, row.before.remote, expected.remote);
    const bool localFits = allowed(row.local, row.before.local, expected.local);
    if (remoteFits && localFits)
        return;
    const Agreed& agreed = row.before.agreed;
    complain(QStringLiteral("%1 row %2 went wrong%3:\n    agreed %4 %5 / %6%7\n    before %8 / %9")
                 .arg(QString::fromUtf8(table.name), QString::fromUtf8(row.id),
                      exact ? QString() : QStringLiteral(" (loosely judged)"),
                      agreed.known ? QStringLiteral("on") : QStringLiteral("never"),
                      inWords(agreed.remote), inWords(agreed.local),
                      row.before.held ? QStringLiteral(", held") : QString(),
                      inWords(row.before.remote), inWords(row.before.local)) +
             QStringLiteral("\n    after %1 / %2\n    expected %3 / %4")
                 .arg(inWords(row.remote), inWords(row.local), inWords(expected.remote),
                      inWords(expected.local)));
}

/// What the next run starts from.
Agreed Scenario::agreedAfter(const RowAround& row, const Expected& expected, bool complete,
                             bool exact) const
{
    Agreed doubt = row.before.agreed;
    doubt.uncertain = true;
    const Agreed both = row.remote ? Agreed{true, false, row.remote, row.local} : Agreed{};
    if (row.remote == row.local) {
        // A row that a cut-off run copied is agreed on: that is what the protocol promises. Rows
        // that were alike before may not have been taken note of yet.
        const bool copied = exact && row.before.remote != row.before.local;
        return complete || copied || row.before.agreed == both ? both : doubt;
    }
    if (!exact)
        return doubt;
    if (complete)
        return expected.agreed;
    const bool onlyNoted = expected.remote == row.before.remote &&
                           expected.local == row.before.local &&
                           !(expected.agreed == row.before.agreed);
    return onlyNoted ? doubt : row.before.agreed;
}

/// Tables that stand alone: a dry run says exactly what the run then does.
void Scenario::compareDryRun(const SyncReport& dry, const SyncReport& real)
{
    for (std::size_t i = 0; i < m_schema.size(); ++i) {
        if (!m_schema[i].standsAlone())
            continue;
        const QString name = QString::fromUtf8(m_schema[i].name);
        const auto of = [&](const SyncReport& report) {
            return std::find_if(report.tables.begin(), report.tables.end(),
                                [&](const TableOutcome& table) { return table.table == name; });
        };
        const auto said = of(dry);
        const auto did = of(real);
        if (said == dry.tables.end() || did == real.tables.end())
            complain(name + QStringLiteral(" is missing in a report"));
        else if (!(said->remoteToLocal == did->remoteToLocal) ||
                 !(said->localToRemote == did->localToRemote) || said->conflicts != did->conflicts)
            complain(
                QStringLiteral("%1: the dry run said %2 to local, %3 to remote, %4 conflicts; the "
                               "run made %5, %6, %7")
                    .arg(name)
                    .arg(countOf(said->remoteToLocal))
                    .arg(countOf(said->localToRemote))
                    .arg(said->conflicts)
                    .arg(countOf(did->remoteToLocal))
                    .arg(countOf(did->localToRemote))
                    .arg(did->conflicts));
    }
}

} // namespace causeway::test
