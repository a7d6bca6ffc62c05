// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/random/pair_state.h"

#include "sync/control/control_store.h"
#include "tests/random/user.h"

#include <algorithm>

namespace causeway::test {
namespace {

constexpr int kAllConflicts = 100'000;

class Explainer {
public:
    Explainer(const PairState& state, const RandomSchema& schema)
        : m_state(state)
        , m_schema(schema)
    {
    }

    /// Listed, or refers to a row that is.
    [[nodiscard]] bool explained(std::size_t table, const RowId& id) const
    {
        if (m_state.open(table, id))
            return true;
        for (const RandomForeignKey& key : m_schema[table].foreignKeys) {
            for (const Side side : {Side::Remote, Side::Local}) {
                const auto row = m_state.row(side, table, id);
                if (row && waits(key, row->at(static_cast<qsizetype>(key.column))))
                    return true;
            }
        }
        return false;
    }

private:
    [[nodiscard]] bool waits(const RandomForeignKey& key, const QByteArray& parent) const
    {
        if (parent == "NULL")
            return false;
        const bool differs = m_state.row(Side::Remote, key.parent, parent) !=
                             m_state.row(Side::Local, key.parent, parent);
        return differs && explained(key.parent, parent);
    }

    const PairState& m_state;
    const RandomSchema& m_schema;
};

} // namespace

std::optional<RowCells> PairState::row(Side side, std::size_t table, const RowId& id) const
{
    const TableRows& rows = (side == Side::Remote ? remote : local)[table];
    const auto found = rows.find(id);
    return found == rows.end() ? std::nullopt : std::optional(found->second);
}

std::set<RowId> PairState::keys(std::size_t table) const
{
    std::set<RowId> keys;
    for (const auto* rows : {&remote[table], &local[table]}) {
        for (const auto& [id, cells] : *rows)
            keys.insert(id);
    }
    return keys;
}

bool PairState::held(std::size_t table, const RowId& id) const
{
    return std::any_of(conflicts.begin(), conflicts.end(), [&](const KeptConflict& kept) {
        return kept.table == table && kept.row == id && kept.held;
    });
}

const KeptConflict* PairState::open(std::size_t table, const RowId& id) const
{
    const auto found =
        std::find_if(conflicts.begin(), conflicts.end(), [&](const KeptConflict& kept) {
            return kept.table == table && kept.row == id && kept.state == ConflictState::Open;
        });
    return found == conflicts.end() ? nullptr : &*found;
}

bool PairState::disputed(std::size_t table, const RowId& id) const
{
    const KeptConflict* kept = open(table, id);
    return kept && kept->kind != ConflictKind::Unique && kept->kind != ConflictKind::Rejected &&
           kept->kind != ConflictKind::DeleteChildren;
}

bool PairState::anyRefused() const
{
    return std::any_of(conflicts.begin(), conflicts.end(), [](const KeptConflict& kept) {
        return kept.state == ConflictState::Open &&
               (kept.kind == ConflictKind::Unique || kept.kind == ConflictKind::Rejected ||
                kept.kind == ConflictKind::DeleteChildren);
    });
}

std::vector<ConflictRow> recordedConflicts(const TwoSidedFixture& pair)
{
    auto store = ControlStore::open(pair.profile().local);
    require(store ? okStatus() : Status(store.error()),
            QStringLiteral("opening the control store"));
    ConflictFilter filter;
    filter.limit = kAllConflicts;
    auto rows = store->conflicts(filter);
    require(rows ? okStatus() : Status(rows.error()), QStringLiteral("reading conflicts"));
    return *rows;
}

PairState readPair(TwoSidedFixture& pair, const RandomSchema& schema)
{
    PairState state;
    for (const RandomTable& table : schema) {
        state.remote.push_back(readTable(pair.on(Side::Remote), table));
        state.local.push_back(readTable(pair.on(Side::Local), table));
    }
    for (const ConflictRow& row : recordedConflicts(pair)) {
        if (const auto kept = keptConflict(schema, row))
            state.conflicts.push_back(*kept);
    }
    return state;
}

QStringList unexplainedDifferences(const PairState& state, const RandomSchema& schema)
{
    const Explainer explainer(state, schema);
    QStringList lines;
    for (std::size_t table = 0; table < schema.size(); ++table) {
        for (const RowId& id : state.keys(table)) {
            const auto remote = state.row(Side::Remote, table, id);
            const auto local = state.row(Side::Local, table, id);
            if (remote != local && !explainer.explained(table, id))
                lines << QStringLiteral("not converged: %1 row %2: remote %3, local %4")
                             .arg(QString::fromUtf8(schema[table].name), QString::fromUtf8(id),
                                  QString::fromUtf8(remote ? remote->join('|') : "absent"),
                                  QString::fromUtf8(local ? local->join('|') : "absent"));
        }
    }
    return lines;
}

} // namespace causeway::test
