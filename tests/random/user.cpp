// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/random/user.h"

#include "tests/support/test_servers.h"

#include <algorithm>

namespace causeway::test {
namespace {

constexpr int kDeadlock = 1213;
constexpr int kLockWait = 1205;

QByteArray quoted(const QByteArray& name)
{
    return '`' + name + '`';
}

RowCells toCells(const Cells& row)
{
    RowCells cells;
    for (const Cell& cell : row)
        cells << cell.value_or("NULL");
    return cells;
}

TableRows collect(const RandomTable& table, const ResultSet& found)
{
    TableRows rows;
    for (const Cells& row : found.rows) {
        RowCells cells = toCells(row);
        const RowId id = rowIdOf(table, cells);
        rows.emplace(id, std::move(cells));
    }
    return rows;
}

QByteArray unhex(const QByteArray& cell)
{
    return cell == "NULL" ? cell : "CONVERT(x'" + cell + "' USING utf8mb4)";
}

} // namespace

RowId rowIdOf(const RandomTable& table, const RowCells& cells)
{
    return cells.mid(0, static_cast<qsizetype>(table.keyColumns())).join(',');
}

TableRows readTable(Connection& connection, const RandomTable& table)
{
    auto found = connection.query("SELECT " + table.hexColumns() + " FROM " + quoted(table.name));
    require(found ? okStatus() : Status(found.error()), QStringLiteral("reading a table"));
    return collect(table, *found);
}

User::User(Connection connection, const RandomSchema& schema, Journal& journal, Dice dice)
    : m_connection(std::move(connection))
    , m_schema(schema)
    , m_journal(journal)
    , m_dice(dice)
{
}

bool User::transaction()
{
    m_pending.clear();
    m_aborted = false;
    if (!execute("START TRANSACTION"))
        return false;
    for (int i = m_dice.between(1, 3); i > 0 && !m_aborted; --i) {
        const std::size_t before = m_pending.size();
        if (!act())
            m_pending.resize(before); // the server undid the statement
    }
    if (m_aborted || m_pending.empty()) {
        (void)execute("ROLLBACK");
        return false;
    }
    if (!execute("COMMIT"))
        return false;
    m_committed += m_pending.size();
    m_journal.add(std::move(m_pending));
    return true;
}

bool User::act()
{
    const auto table = static_cast<std::size_t>(m_dice.below(static_cast<int>(m_schema.size())));
    const Target target{table, m_dice.below(m_schema[table].domain)};
    const int what = m_dice.below(100);
    if (what < 45)
        return update(target);
    if (what < 70)
        return insert(target);
    if (what < 88)
        return remove(target);
    if (what < 94 || !m_schema[table].unique)
        return moveKey(target);
    return exchangeUnique(target);
}

bool User::execute(const QByteArray& sql)
{
    const auto done = m_connection.execute(sql);
    if (done)
        return true;
    const int code = done.error().serverCode;
    m_aborted =
        m_aborted || code == kDeadlock || code == kLockWait || done.error().breaksConnection();
    return false;
}

TableRows User::rowsWhere(std::size_t table, const QByteArray& condition)
{
    auto found =
        m_connection.query("SELECT " + m_schema[table].hexColumns() + " FROM " +
                           quoted(m_schema[table].name) + " WHERE " + condition + " FOR UPDATE");
    if (found)
        return collect(m_schema[table], *found);
    m_aborted = true;
    return {};
}

std::optional<RowCells> User::read(const Target& target)
{
    const TableRows rows = rowsWhere(target.table, m_schema[target.table].keyEquals(target.key));
    return rows.empty() ? std::nullopt : std::optional(rows.begin()->second);
}

Version User::tokenOf(std::size_t table, const std::optional<RowCells>& row) const
{
    if (!row)
        return std::nullopt;
    return QByteArray::fromHex(row->at(static_cast<qsizetype>(m_schema[table].token())));
}

QByteArray User::freshToken()
{
    return (m_connection.side() == Side::Remote ? "R" : "L") + QByteArray::number(m_tokens++) + '.';
}

QByteArray User::randomCell(std::size_t table, std::size_t column)
{
    const RandomTable& in = m_schema[table];
    for (const RandomForeignKey& foreign : in.foreignKeys) {
        if (foreign.column == column) {
            const RandomTable& parent = m_schema[foreign.parent];
            return m_dice.percent(20) ? QByteArray("NULL")
                                      : parent.keyLiterals(m_dice.below(parent.domain)).front();
        }
    }
    if (in.unique && *in.unique == column)
        return m_dice.percent(30) ? QByteArray("NULL") : QByteArray::number(m_dice.below(40));
    return in.columns[column].randomLiteral(m_dice);
}

/// @param gone the row was deleted; else it is read back
void User::note(const Target& target, const RowId& row, const Version& before, bool gone)
{
    UserWrite write;
    write.side = m_connection.side();
    write.table = target.table;
    write.row = row;
    write.before = {before};
    if (!gone) {
        const auto now = read(target);
        if (!now)
            return;
        write.row = rowIdOf(m_schema[target.table], *now);
        write.after = tokenOf(target.table, now);
        write.cells = *now;
    }
    m_pending.push_back(std::move(write));
}

void User::noteCascade(std::size_t table, const QByteArray& condition)
{
    for (std::size_t child = 0; child < m_schema.size(); ++child) {
        for (const RandomForeignKey& foreign : m_schema[child].foreignKeys) {
            if (foreign.parent != table || foreign.onDelete != "CASCADE")
                continue;
            const QByteArray mine = quoted(m_schema[child].columns[foreign.column].name);
            const QByteArray chosen = mine + " IN (SELECT " +
                                      quoted(m_schema[table].columns.front().name) + " FROM " +
                                      quoted(m_schema[table].name) + " WHERE " + condition + ')';
            for (const auto& [row, cells] : rowsWhere(child, chosen))
                m_pending.push_back(
                    {m_connection.side(), child, row, {tokenOf(child, cells)}, {}, {}, 0});
            noteCascade(child, chosen);
        }
    }
}

/// MySQL 9.7 leaves children behind where two foreign keys of a table refer to the same parent and
/// both have children of the deleted row: what counts is what is really gone.
void User::dropSurvivors(std::size_t first)
{
    const auto survives = [this](const UserWrite& write) {
        const RandomTable& table = m_schema[write.table];
        const auto found =
            m_connection.query("SELECT " + table.hexColumns() + " FROM " + quoted(table.name));
        m_aborted = m_aborted || !found;
        return found && collect(table, *found).contains(write.row);
    };
    const auto begin = m_pending.begin() + static_cast<std::ptrdiff_t>(first);
    m_pending.erase(std::remove_if(begin, m_pending.end(), survives), m_pending.end());
}

bool User::insert(const Target& target)
{
    if (read(target))
        return update(target);
    const RandomTable& table = m_schema[target.table];
    QByteArrayList names;
    QByteArrayList values = table.keyLiterals(target.key);
    values << '\'' + freshToken() + '\'';
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        names << quoted(table.columns[i].name);
        if (i > table.token())
            values << randomCell(target.table, i);
    }
    if (m_aborted || !execute("INSERT INTO " + quoted(table.name) + " (" + names.join(',') +
                              ") VALUES (" + values.join(',') + ')'))
        return false;
    note(target, {}, std::nullopt, false);
    return true;
}

bool User::update(const Target& target)
{
    const auto before = read(target);
    if (!before)
        return !m_aborted && m_dice.percent(50) && insert(target);
    const RandomTable& table = m_schema[target.table];
    QByteArrayList settings{"`tok`='" + freshToken() + '\''};
    for (std::size_t i = table.token() + 1; i < table.columns.size(); ++i) {
        if (m_dice.percent(40))
            settings << quoted(table.columns[i].name) + '=' + randomCell(target.table, i);
    }
    if (!execute("UPDATE " + quoted(table.name) + " SET " + settings.join(',') + " WHERE " +
                 table.keyEquals(target.key)))
        return false;
    note(target, {}, tokenOf(target.table, before), false);
    return true;
}

bool User::remove(const Target& target)
{
    const auto before = read(target);
    if (!before)
        return false;
    const RandomTable& table = m_schema[target.table];
    const std::size_t first = m_pending.size();
    noteCascade(target.table, table.keyEquals(target.key));
    if (m_aborted ||
        !execute("DELETE FROM " + quoted(table.name) + " WHERE " + table.keyEquals(target.key)))
        return false;
    dropSurvivors(first);
    note(target, rowIdOf(table, *before), tokenOf(target.table, before), true);
    return true;
}

/// A changed key is a delete and an insert to everybody who knows rows by their keys.
bool User::moveKey(const Target& target)
{
    const RandomTable& table = m_schema[target.table];
    const Target there{target.table, m_dice.below(table.domain)};
    if (table.referenced || there.key == target.key)
        return false;
    const auto before = read(target);
    if (!before || read(there) || m_aborted)
        return false;
    if (!execute("UPDATE " + quoted(table.name) + " SET " + table.keyEquals(there.key, ", ") +
                 ", `tok`='" + freshToken() + "' WHERE " + table.keyEquals(target.key)))
        return false;
    note(target, rowIdOf(table, *before), tokenOf(target.table, before), true);
    note(there, {}, std::nullopt, false);
    return true;
}

/// Two rows exchange their unique values: between the statements one of them holds none.
bool User::exchangeUnique(const Target& target)
{
    const RandomTable& table = m_schema[target.table];
    const Target other{target.table, m_dice.below(table.domain)};
    const auto mine = read(target);
    const auto theirs = read(other);
    if (m_aborted || !mine || !theirs || other.key == target.key)
        return false;
    const auto at = static_cast<qsizetype>(*table.unique);
    const auto set = [&](const Target& row, const QByteArray& value) {
        return execute("UPDATE " + quoted(table.name) + " SET `uq`=" + value + ", `tok`='" +
                       freshToken() + "' WHERE " + table.keyEquals(row.key));
    };
    if (!set(target, "NULL") || !set(other, unhex(mine->at(at))) ||
        !set(target, unhex(theirs->at(at)))) {
        m_aborted = true; // half an exchange is nothing
        return false;
    }
    note(target, {}, tokenOf(target.table, mine), false);
    note(other, {}, tokenOf(target.table, theirs), false);
    return true;
}

} // namespace causeway::test
