// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/random/history.h"

#include <algorithm>

namespace causeway::test {
namespace {

using RowName = std::pair<std::size_t, RowId>;

/// The versions of one row: which was made from which, and what became of them.
struct RowHistory {
    std::vector<const UserWrite*> writes;
    std::map<QByteArray, const UserWrite*> made; ///< by token
    std::set<QByteArray> replaced;               ///< tokens that some user saw and wrote over
    std::vector<const KeptConflict*> conflicts;

    [[nodiscard]] bool kept(const QByteArray& token) const
    {
        return std::any_of(conflicts.begin(), conflicts.end(), [&](const KeptConflict* conflict) {
            return conflict->remote == token || conflict->local == token;
        });
    }
    [[nodiscard]] bool keptAbsence(Side side) const
    {
        return std::any_of(conflicts.begin(), conflicts.end(), [&](const KeptConflict* conflict) {
            return !(side == Side::Remote ? conflict->remote : conflict->local);
        });
    }
    /// @p old is @p token or one of the versions that it was made from.
    [[nodiscard]] bool descends(const QByteArray& token, const QByteArray& old) const
    {
        if (token == old)
            return true;
        const auto write = made.find(token);
        if (write == made.end())
            return false;
        return std::any_of(write->second->before.begin(), write->second->before.end(),
                           [&](const Version& before) { return before && descends(*before, old); });
    }
};

QString nameOf(const QByteArray& version)
{
    return QString::fromUtf8(version);
}

class Judge {
public:
    explicit Judge(const History& history)
        : m_history(history)
    {
        for (const UserWrite& write : history.writes) {
            RowHistory& row = m_rows[{write.table, write.row}];
            row.writes.push_back(&write);
            if (write.after)
                row.made.emplace(*write.after, &write);
            for (const Version& before : write.before) {
                if (before)
                    row.replaced.insert(*before);
            }
        }
        for (const KeptConflict& conflict : history.conflicts)
            m_rows[{conflict.table, conflict.row}].conflicts.push_back(&conflict);
    }

    QStringList violations()
    {
        for (const auto& [name, row] : m_rows) {
            for (const UserWrite* write : row.writes)
                judgeWrite(row, *write);
            judgeConflicts(name, row);
        }
        judgeRows(Side::Remote, m_history.remote);
        judgeRows(Side::Local, m_history.local);
        return m_violations;
    }

private:
    void complain(const QString& sentence, const RowName& name)
    {
        QStringList lines{sentence + QStringLiteral(" [table %1, row %2]")
                                         .arg(QString::fromUtf8(m_history.schema[name.first].name),
                                              QString::fromUtf8(name.second))};
        const auto row = m_rows.find(name);
        if (row != m_rows.end())
            lines += tale(row->second);
        m_violations << lines.join(u"\n    ");
    }
    static QStringList tale(const RowHistory& row);

    [[nodiscard]] Version final(Side side, const RowName& name) const
    {
        const auto& tables = side == Side::Remote ? m_history.remote : m_history.local;
        const auto row = tables[name.first].find(name.second);
        if (row == tables[name.first].end())
            return std::nullopt;
        const auto at = static_cast<qsizetype>(m_history.schema[name.first].token());
        return QByteArray::fromHex(row->second.at(at));
    }
    [[nodiscard]] bool mirroredAway(const UserWrite& write) const
    {
        return std::any_of(m_history.mirrors.begin(), m_history.mirrors.end(),
                           [&](const Mirror& mirror) {
                               return mirror.table == write.table && mirror.target == write.side &&
                                      mirror.until >= write.sequence;
                           });
    }

    void judgeWrite(const RowHistory& row, const UserWrite& write);
    void judgeConflicts(const RowName& name, const RowHistory& row);
    void judgeRows(Side side, const std::vector<TableRows>& tables);
    void judgeRow(Side side, const RowName& name, const RowCells& cells);

    const History& m_history;
    std::map<RowName, RowHistory> m_rows;
    QStringList m_violations;
};

QStringList Judge::tale(const RowHistory& row)
{
    const auto version = [](const Version& of) { return of ? nameOf(*of) : QStringLiteral("-"); };
    QStringList lines;
    for (const UserWrite* write : row.writes)
        lines << QStringLiteral("#%1 %2: %3 -> %4")
                     .arg(write->sequence)
                     .arg(toText(write->side), version(write->before.front()),
                          version(write->after));
    for (const KeptConflict* kept : row.conflicts)
        lines << QStringLiteral("conflict %1 %2 %3: remote %4, local %5 %6")
                     .arg(kept->id)
                     .arg(toText(kept->kind), toText(kept->state), version(kept->remote),
                          version(kept->local), kept->message);
    return lines;
}

void Judge::judgeWrite(const RowHistory& row, const UserWrite& write)
{
    if (mirroredAway(write))
        return;
    const RowName name{write.table, write.row};
    const Version remote = final(Side::Remote, name);
    const Version local = final(Side::Local, name);
    if (write.after) {
        const QByteArray& token = *write.after;
        if (remote != token && local != token && !row.replaced.contains(token) && !row.kept(token))
            complain(QStringLiteral("lost update: %1").arg(nameOf(token)), name);
        return;
    }
    const bool cameBack = std::any_of(row.writes.begin(), row.writes.end(), [&](const auto* later) {
        return later->side == write.side && later->sequence > write.sequence && later->after &&
               !later->before.front();
    });
    if (cameBack || write.sequence < m_history.firstAgreed[write.table])
        return; // the same side wrote a new row there, or the delete was never known as one
    const Version& deleted = write.before.front();
    for (const Version& there : {remote, local}) {
        if (deleted && there && row.descends(*there, *deleted) && !row.keptAbsence(write.side))
            complain(QStringLiteral("lost delete: %1 was deleted, %2 is there")
                         .arg(nameOf(*deleted), nameOf(*there)),
                     name);
    }
}

void Judge::judgeConflicts(const RowName& name, const RowHistory& row)
{
    const auto& foreignKeys = m_history.schema[name.first].foreignKeys;
    const bool changedByServer =
        std::any_of(foreignKeys.begin(), foreignKeys.end(),
                    [](const RandomForeignKey& key) { return key.onDelete == "SET NULL"; });
    if (changedByServer)
        return; // such a change leaves no token
    for (const KeptConflict* conflict : row.conflicts) {
        if (conflict->kind != ConflictKind::UpdateUpdate || !conflict->remote || !conflict->local)
            continue;
        // Rows that both sides had from the start may be in conflict before they are agreed on.
        const auto line = [&](const QByteArray& later, const QByteArray& earlier) {
            return !earlier.startsWith('I') && row.descends(later, earlier);
        };
        if (line(*conflict->remote, *conflict->local) || line(*conflict->local, *conflict->remote))
            complain(QStringLiteral("spurious conflict: %1 and %2 are one line of versions")
                         .arg(nameOf(*conflict->remote), nameOf(*conflict->local)),
                     name);
    }
}

void Judge::judgeRows(Side side, const std::vector<TableRows>& tables)
{
    for (std::size_t table = 0; table < tables.size(); ++table) {
        for (const auto& [id, cells] : tables[table])
            judgeRow(side, {table, id}, cells);
    }
}

void Judge::judgeRow(Side side, const RowName& name, const RowCells& cells)
{
    const RandomTable& table = m_history.schema[name.first];
    const QByteArray token = QByteArray::fromHex(cells.at(static_cast<qsizetype>(table.token())));
    const auto row = m_rows.find(name);
    const auto nobody = [&] {
        complain(QStringLiteral("invention: %1 on %2 was written by nobody")
                     .arg(nameOf(token), toText(side)),
                 name);
    };
    if (row == m_rows.end())
        return nobody();
    const auto made = row->second.made.find(token);
    if (made == row->second.made.end())
        return nobody();
    const RowCells& written = made->second->cells;
    for (qsizetype i = 0; i < written.size(); ++i) {
        const bool nulled = table.isForeignKey(static_cast<std::size_t>(i)) && cells[i] == "NULL";
        if (cells[i] != written[i] && !nulled)
            complain(QStringLiteral("value changed on %1: column %2 of %3 was written as %4, is %5")
                         .arg(toText(side),
                              QString::fromUtf8(table.columns[static_cast<std::size_t>(i)].name),
                              nameOf(token), QString::fromUtf8(written[i]),
                              QString::fromUtf8(cells[i])),
                     name);
    }
}

} // namespace

std::optional<KeptConflict> keptConflict(const RandomSchema& schema, const ConflictRow& row)
{
    const auto table = std::find_if(schema.begin(), schema.end(), [&](const RandomTable& known) {
        return QString::fromUtf8(known.name) == row.table;
    });
    if (table == schema.end())
        return std::nullopt;
    KeptConflict kept;
    kept.id = row.id;
    kept.table = static_cast<std::size_t>(table - schema.begin());
    QByteArrayList key;
    for (const Cell& cell : row.key.cells)
        key << cell.value_or(QByteArray()).toHex().toUpper();
    kept.row = key.join(',');
    kept.kind = row.kind;
    kept.state = row.state;
    kept.held = row.state == ConflictState::Open && row.policy == Policy::Manual &&
                row.kind != ConflictKind::Unique && row.kind != ConflictKind::Rejected;
    const auto version = [](const std::optional<RowImage>& image) -> Version {
        const Cell* token = image ? image->find(QStringLiteral("tok")) : nullptr;
        return token ? *token : std::nullopt;
    };
    kept.message = row.message;
    kept.remote = version(row.remote);
    kept.local = version(row.local);
    return kept;
}

QStringList violationsOf(const History& history)
{
    return Judge(history).violations();
}

} // namespace causeway::test
