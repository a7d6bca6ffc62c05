// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/workload.h"

#include "sync/dialect/quote.h"

#include <algorithm>

namespace causeway::test {
namespace {

const QString kSolo = QStringLiteral("solo");
const QString kParent = QStringLiteral("parent");
const QString kChild = QStringLiteral("child");

constexpr int kFirstRows = 12;
constexpr int kBulkRows = 60;
constexpr int kFewRows = 8;

const QByteArray kSchema = R"(
CREATE TABLE solo (id INT PRIMARY KEY, token BIGINT NOT NULL, note VARCHAR(40) NULL) ENGINE=InnoDB;
CREATE TABLE parent (id INT PRIMARY KEY, token BIGINT NOT NULL) ENGINE=InnoDB;
CREATE TABLE child (parent_id INT NOT NULL, nr VARCHAR(8) NOT NULL, token BIGINT NOT NULL,
  PRIMARY KEY (parent_id, nr), CONSTRAINT fk_child FOREIGN KEY (parent_id) REFERENCES parent (id)
  ON DELETE CASCADE) ENGINE=InnoDB;
)";

} // namespace

Workload::Workload(TwoSidedFixture& pair, QRandomGenerator64& random)
    : m_pair(pair)
    , m_random(random)
    , m_tables{{kSolo, 1}, {kParent, 1}, {kChild, 2}}
{
}

void Workload::createTables()
{
    m_pair.runBoth(kSchema);
    for (int i = 0; i < kFirstRows; ++i) {
        const QByteArray id = QByteArray::number(++m_lastId);
        say(Side::Remote, "INSERT INTO solo VALUES (" + id + ", " + token() + ", 'first')");
        say(Side::Remote, "INSERT INTO parent VALUES (" + id + ", " + token() + ')');
        say(Side::Remote, "INSERT INTO child VALUES (" + id + ", 'a', " + token() + "), (" + id +
                              ", 'b', " + token() + ')');
    }
    flush();
}

void Workload::say(Side side, const QByteArray& statement)
{
    m_statements[side] << statement;
}

/// One transaction per side.
void Workload::flush()
{
    for (auto& [side, statements] : m_statements) {
        if (!statements.isEmpty())
            m_pair.run(side, "START TRANSACTION; " + statements.join(";\n") + "; COMMIT");
        statements.clear();
    }
}

QByteArray Workload::token()
{
    return QByteArray::number(++m_lastToken);
}

Side Workload::anySide()
{
    return chance(50) ? Side::Remote : Side::Local;
}

bool Workload::chance(int percent)
{
    return m_random.bounded(100) < percent;
}

/// A row that nobody has touched in this round; nullptr when there is none.
const RowId* Workload::pick(const QString& table)
{
    std::vector<const RowId*> free;
    for (const auto& [id, rows] : *m_agreed) {
        if (id.table == table && rows.remote && rows.agree() && !m_touched.contains(id))
            free.push_back(&id);
    }
    return free.empty() ? nullptr : free[m_random.bounded(quint64(free.size()))];
}

QByteArray Workload::where(const RowId& id) const
{
    if (id.table != kChild)
        return " WHERE id = " + id.key;
    const QByteArrayList parts = id.key.split('|');
    return " WHERE parent_id = " + parts[0] + " AND nr = '" + parts[1] + '\'';
}

void Workload::updateRow(Side side, const RowId& id)
{
    say(side, "UPDATE " + quoteIdentifier(id.table) + " SET token = " + token() + where(id));
    touch(id);
}

void Workload::deleteRow(Side side, const RowId& id)
{
    say(side, "DELETE FROM " + quoteIdentifier(id.table) + where(id));
    touch(id);
}

void Workload::insertSolo()
{
    const QByteArray id = QByteArray::number(++m_lastId);
    say(anySide(), "INSERT INTO solo VALUES (" + id + ", " + token() + ", NULL)");
    touch({kSolo, id});
}

/// A parent with a child, or a child of a parent that is there.
void Workload::insertFamily()
{
    const Side side = anySide();
    QByteArray parent = QByteArray::number(++m_lastId);
    const RowId* old = chance(50) ? pick(kParent) : nullptr;
    if (old) {
        parent = old->key;
        touch(*old); // it must not be deleted now
    } else {
        say(side, "INSERT INTO parent VALUES (" + parent + ", " + token() + ')');
    }
    const QByteArray number = 'n' + token();
    say(side, "INSERT INTO child VALUES (" + parent + ", '" + number + "', " + token() + ')');
    touch({kChild, parent + '|' + number});
}

void Workload::update(const QString& table)
{
    if (const RowId* id = pick(table))
        updateRow(anySide(), *id);
}

/// An empty table is another story: guards stop runs that would empty the other one too.
bool Workload::isScarce(const QString& table) const
{
    return std::count_if(m_agreed->begin(), m_agreed->end(),
                         [&](const Row& row) { return row.first.table == table; }) < kFewRows;
}

void Workload::remove(const QString& table)
{
    if (isScarce(table))
        return;
    if (const RowId* id = pick(table))
        deleteRow(anySide(), *id);
}

/// With all its children, none of which anybody else has touched.
void Workload::removeParent()
{
    const RowId* id = isScarce(kChild) ? nullptr : pick(kParent);
    if (!id)
        return;
    std::vector<RowId> family{*id};
    for (const auto& [child, rows] : *m_agreed) {
        if (child.table == kChild && child.key.startsWith(QByteArray(id->key + '|')))
            family.push_back(child);
    }
    for (const RowId& member : family) {
        if (m_touched.contains(member))
            return;
    }
    deleteRow(anySide(), *id);
    m_touched.insert(family.begin(), family.end());
}

/// Both sides change the same row, each to something else, or one deletes it.
void Workload::quarrel()
{
    const RowId* id = pick(chance(60) ? kSolo : kChild);
    if (!id)
        return;
    const Side first = anySide();
    updateRow(first, *id);
    if (id->table == kSolo && chance(40))
        deleteRow(otherSide(first), *id);
    else
        updateRow(otherSide(first), *id);
}

void Workload::quarrelOverNewRow()
{
    const QByteArray id = QByteArray::number(++m_lastId);
    for (const Side side : {Side::Remote, Side::Local})
        say(side, "INSERT INTO solo VALUES (" + id + ", " + token() + ", 'twice')");
    touch({kSolo, id});
}

/// Both sides come to the same row by themselves.
void Workload::agree()
{
    const QByteArray id = QByteArray::number(++m_lastId);
    const QByteArray number = token();
    for (const Side side : {Side::Remote, Side::Local})
        say(side, "INSERT INTO solo VALUES (" + id + ", " + number + ", 'same')");
    m_alike.insert({kSolo, id});
    touch({kSolo, id});
}

void Workload::write(const Contents& agreed)
{
    m_agreed = &agreed;
    m_touched.clear();
    m_alike.clear();
    for (const Side side : {Side::Remote, Side::Local}) { // something to do for both directions
        const QByteArray id = QByteArray::number(++m_lastId);
        say(side, "INSERT INTO solo VALUES (" + id + ", " + token() + ", 'sure')");
    }
    agree();
    quarrel();
    if (isScarce(kChild))
        insertFamily();
    const std::array<std::function<void()>, 8> kinds{
        [this] { insertSolo(); },  [this] { insertFamily(); },
        [this] { update(kSolo); }, [this] { update(chance(50) ? kParent : kChild); },
        [this] { remove(kSolo); }, [this] { chance(30) ? removeParent() : remove(kChild); },
        [this] { quarrel(); },     [this] { quarrelOverNewRow(); },
    };
    const int writes = 3 + m_random.bounded(6);
    for (int i = 0; i < writes; ++i)
        kinds[m_random.bounded(quint64(kinds.size()))]();
    flush();
}

void Workload::writeMore(const Oracle& oracle)
{
    for (const auto& [id, rows] : oracle.contents()) {
        if (oracle.disputed(id) || m_alike.contains(id))
            continue;
        // What a run has just carried over is where a ledger that is wrong shows.
        const bool isNew = m_touched.contains(id);
        if (!chance(isNew && rows.agree() ? 75 : isNew ? 25 : 4))
            continue;
        const Side side = anySide();
        if (!rows.of(side) || (id.table != kSolo && !rows.of(otherSide(side))))
            continue;
        if (id.table == kSolo && rows.agree() && chance(25))
            deleteRow(side, id);
        else
            updateRow(side, id);
    }
    m_lastId += 1;
    say(anySide(),
        "INSERT INTO solo VALUES (" + QByteArray::number(m_lastId) + ", " + token() + ", 'late')");
    flush();
}

void Workload::addBulkTable(Side filled)
{
    m_bulkTable = QStringLiteral("load_%1").arg(++m_bulkTables);
    const QByteArray name = quoteIdentifier(m_bulkTable);
    m_pair.runBoth("CREATE TABLE " + name +
                   " (id INT PRIMARY KEY, token BIGINT NOT NULL) ENGINE=InnoDB");
    QByteArrayList rows;
    for (int i = 0; i < kBulkRows; ++i)
        rows << '(' + QByteArray::number(++m_lastId) + ", " + token() + ')';
    say(filled, "INSERT INTO " + name + " VALUES " + rows.join(", "));
    flush();
    m_pair.run(Side::Local, "INSERT INTO db_sync_config (table_name, sync_enabled) VALUES (" +
                                quoteText(m_bulkTable) + ", 1)");
    m_tables.push_back({m_bulkTable, 1});
}

void Workload::dropBulkTable()
{
    if (m_bulkTable.isEmpty())
        return;
    const QByteArray named = " WHERE table_name = " + quoteText(m_bulkTable);
    const QByteArray id = m_pair.value(Side::Local, "SELECT id FROM db_sync_config" + named);
    m_pair.run(Side::Local, "DROP TABLE IF EXISTS db_sync_ledger_" + id +
                                "; DELETE FROM db_sync_ledger WHERE config_id = " + id +
                                "; DELETE FROM db_sync_config" + named);
    m_pair.runBoth("DROP TABLE " + quoteIdentifier(m_bulkTable));
    m_tables.pop_back();
    m_bulkTable.clear();
}

} // namespace causeway::test
