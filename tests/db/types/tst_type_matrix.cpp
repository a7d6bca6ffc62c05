// SPDX-License-Identifier: GPL-3.0-or-later
// Every column type that both servers have, at its extremes and awkward values, NULL among them:
// loaded in bulk, inserted, updated, and sent there, back and there again, compared byte for byte
// by reads of our own, while client and servers live in odd time zones and the servers have odd SQL
// modes.
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"
#include "tests/support/type_samples.h"

#include <QTest>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kColumnsPerTable = 20;
/// Ids of the rows that are there from the start, that are inserted later, and that are updated.
constexpr int kLoaded = 0;
constexpr int kInserted = 1000;
constexpr int kUpdated = 2000;
constexpr int kHop = 10'000; ///< added to all ids when the rows are sent on

struct MatrixTable {
    QByteArray name;
    QList<TypeSamples> columns;
    bool nullable = false;
    int rows = 0;

    /// The value of a column in the row with number @p row, from 0; the last row holds NULL.
    [[nodiscard]] const QByteArray& value(const TypeSamples& column, int row) const
    {
        static const QByteArray null("NULL");
        const bool last = nullable && row % rows == rows - 1;
        return last ? null : column.values.at(row % column.values.size());
    }
    [[nodiscard]] QByteArray create() const;
    [[nodiscard]] QByteArray insert(int id, int row) const;
    [[nodiscard]] QByteArray update(int id, int row) const;
    /// Reads a row that should hold the values of row number @p row.
    [[nodiscard]] QByteArray read(int id, int row, bool mySql) const;
};

QByteArray columnName(qsizetype index)
{
    return 'c' + QByteArray::number(index);
}

QByteArray keyTable(qsizetype index)
{
    return 'k' + QByteArray::number(index);
}

QByteArray MatrixTable::create() const
{
    QByteArray sql = "CREATE TABLE " + name + " (id INT PRIMARY KEY";
    for (qsizetype i = 0; i < columns.size(); ++i)
        sql += ", " + columnName(i) + ' ' + columns[i].type + (nullable ? " NULL" : " NOT NULL");
    return sql + ')';
}

QByteArray MatrixTable::insert(int id, int row) const
{
    QByteArray sql = "INSERT INTO " + name + " VALUES (" + QByteArray::number(id);
    for (const TypeSamples& column : columns)
        sql += ", " + value(column, row);
    return sql + ')';
}

QByteArray MatrixTable::update(int id, int row) const
{
    QByteArrayList assignments;
    for (qsizetype i = 0; i < columns.size(); ++i)
        assignments << columnName(i) + " = " + value(columns[i], row);
    return "UPDATE " + name + " SET " + assignments.join(", ") +
           " WHERE id = " + QByteArray::number(id);
}

QByteArray MatrixTable::read(int id, int row, bool mySql) const
{
    QByteArrayList reads;
    for (qsizetype i = 0; i < columns.size(); ++i)
        reads << readForComparison(columns[i].readAs, columnName(i), value(columns[i], row), mySql);
    return "SELECT " + reads.join(", ") + " FROM " + name + " WHERE id = " + QByteArray::number(id);
}

/// Each type twice: in a table whose columns may be NULL and in one whose columns may not.
QList<MatrixTable> matrixTables(PairKind pair)
{
    QList<MatrixTable> tables;
    for (const bool nullable : {false, true}) {
        MatrixTable* table = nullptr;
        for (const TypeSamples& samples : typeSamples()) {
            if (samples.mariaDbOnly && pair != PairKind::MariaDbMariaDb)
                continue;
            if (!table || table->columns.size() == kColumnsPerTable) {
                const QByteArray name = (nullable ? "n" : "t") + QByteArray::number(tables.size());
                table = &tables.emplace_back(MatrixTable{name, {}, nullable, 0});
            }
            table->columns << samples;
            const int rows = static_cast<int>(samples.values.size()) + (nullable ? 1 : 0);
            table->rows = std::max(table->rows, rows);
        }
    }
    return tables;
}

} // namespace

class TestTypeMatrix final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyValueEveryWay_data() { addOrigins(); }
    void everyValueEveryWay();
    void keysOfEveryType_data() { addOrigins(); }
    void keysOfEveryType();
    void cleanupTestCase();

private:
    static void addOrigins();
    void begin(PairKind pair);
    void initialise();
    void sync(SyncType type, Direction direction, const char* doing);
    void fill();
    void change();
    void sendOn(Side from, int ids);
    void check(int ids, const char* doing);
    void checkRow(const MatrixTable& table, int id, int row, const char* doing);
    void checkQuiet();
    void conclude();
    void count(bool good, const QByteArray& where);
    [[nodiscard]] bool isMySql(Side side) const;
    [[nodiscard]] Cells readRow(Side side, const QByteArray& sql);

    void fillKeys();
    void checkKeys(const char* doing);

    std::unique_ptr<TwoSidedFixture> m_pair;
    PairKind m_kind = PairKind::MariaDbMariaDb;
    Side m_origin = Side::Remote;
    QList<MatrixTable> m_tables;
    QMap<QByteArray, QByteArray> m_expected; ///< of "table row column", as the origin had it first
    QList<TypeSamples> m_keys;
    int m_cells = 0;
    QSet<QByteArray> m_distinct; ///< type, value and direction of every cell that was compared
    QByteArrayList m_violations;
    qsizetype m_allViolations = 0;
};

void TestTypeMatrix::initTestCase()
{
    qputenv("TZ", "Europe/Berlin");
    startSharedServers();
}

void TestTypeMatrix::addOrigins()
{
    QTest::addColumn<PairKind>("pair");
    QTest::addColumn<Side>("origin");
    for (const PairKind pair : serverPairs()) {
        for (const Side side : {Side::Remote, Side::Local})
            QTest::addRow("%s from %s", pairName(pair), qPrintable(toText(side))) << pair << side;
    }
}

void TestTypeMatrix::begin(PairKind pair)
{
    m_kind = pair;
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_expected.clear();
    m_violations.clear();
    const QByteArray modes =
        "SET GLOBAL sql_mode = "
        "'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PAD_CHAR_TO_FULL_LENGTH,PIPES_AS_CONCAT'";
    m_pair->runBoth(modes);
    m_pair->run(Side::Remote, "SET GLOBAL time_zone = '+05:30'");
    m_pair->run(Side::Local, "SET GLOBAL time_zone = '-03:30'");
}

bool TestTypeMatrix::isMySql(Side side) const
{
    return m_kind == PairKind::MySqlMariaDb && side == Side::Remote;
}

void TestTypeMatrix::initialise()
{
    InitOptions options;
    options.createMissing = true;
    const auto report = initialisePair(m_pair->profile(), options, {});
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().serverMessage));
    QVERIFY2(report->skippedTables.isEmpty(), qPrintable(report->skippedTables.join(u'\n')));
}

void TestTypeMatrix::sync(SyncType type, Direction direction, const char* doing)
{
    SyncRequest request;
    request.profile = m_pair->profile();
    request.type = type;
    request.direction = direction;
    request.allowMassDelete = true;
    ProgressMailbox progress;
    const SyncReport report = runSync(request, {}, progress);
    for (const TableOutcome& table : report.tables) {
        const QString text = table.error ? table.error->message() + u' ' + table.error->detail +
                                               u' ' + table.error->serverMessage
                                         : QString();
        count(table.status == RunStatus::Success && table.skipped == 0 && table.verified,
              QByteArray(doing) + ", table " + table.table.toUtf8() + ": rejected " +
                  QByteArray::number(table.rejected) + ", skipped " +
                  QByteArray::number(table.skipped) + ' ' + text.toUtf8());
    }
    QVERIFY2(report.status == RunStatus::Success || !m_violations.isEmpty(), doing);
}

/// Says what was wrong, and why the engine refused rows, if it did.
void TestTypeMatrix::conclude()
{
    constexpr qsizetype kShown = 60;
    m_allViolations += m_violations.size();
    const QByteArrayList refused = m_pair->rows(
        Side::Local,
        "SELECT CONCAT_WS(' ', table_name, row_key, kind, state, message) FROM db_sync_conflict");
    for (const QByteArray& line : refused + m_violations.mid(0, kShown))
        qWarning("%s", line.constData());
    QCOMPARE(m_violations.size(), 0);
}

void TestTypeMatrix::count(bool good, const QByteArray& where)
{
    if (!good)
        m_violations << where;
}

Cells TestTypeMatrix::readRow(Side side, const QByteArray& sql)
{
    auto answer = m_pair->on(side).query(sql);
    require(answer ? okStatus() : Status(answer.error()), QString::fromUtf8(sql.left(500)));
    return answer->rows.empty() ? Cells() : answer->rows.front();
}

void TestTypeMatrix::fill()
{
    for (const MatrixTable& table : m_tables) {
        m_pair->run(m_origin, table.create());
        for (int row = 0; row < table.rows; ++row) {
            m_pair->run(m_origin, table.insert(kLoaded + row, row));
            m_pair->run(m_origin, table.insert(kUpdated + row, row + 1));
            const Cells cells =
                readRow(m_origin, table.read(kLoaded + row, row, isMySql(m_origin)));
            for (std::size_t i = 0; i < cells.size(); ++i)
                m_expected.insert(table.name + ' ' + QByteArray::number(row) + ' ' +
                                      QByteArray::number(static_cast<int>(i)),
                                  cells[i].value_or("NULL"));
        }
    }
}

void TestTypeMatrix::change()
{
    for (const MatrixTable& table : m_tables) {
        for (int row = 0; row < table.rows; ++row) {
            m_pair->run(m_origin, table.insert(kInserted + row, row));
            m_pair->run(m_origin, table.update(kUpdated + row, row));
        }
    }
}

/// Gives the rows that came from the other side new keys, so that they go back as new rows.
void TestTypeMatrix::sendOn(Side from, int ids)
{
    for (const MatrixTable& table : m_tables)
        m_pair->run(from, "UPDATE " + table.name + " SET id = id + " + QByteArray::number(kHop) +
                              " WHERE id BETWEEN " + QByteArray::number(ids) + " AND " +
                              QByteArray::number(ids + kInserted - 1) + " ORDER BY id DESC");
}

void TestTypeMatrix::check(int ids, const char* doing)
{
    for (const MatrixTable& table : m_tables) {
        for (int row = 0; row < table.rows; ++row)
            checkRow(table, ids + row, row, doing);
    }
}

void TestTypeMatrix::checkRow(const MatrixTable& table, int id, int row, const char* doing)
{
    for (const Side side : {Side::Remote, Side::Local}) {
        const Cells cells = readRow(side, table.read(id, row, isMySql(side)));
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            const TypeSamples& column = table.columns[i];
            const QByteArray expected = m_expected.value(
                table.name + ' ' + QByteArray::number(row) + ' ' + QByteArray::number(i));
            const auto index = static_cast<std::size_t>(i);
            const QByteArray found =
                cells.empty() ? QByteArray("no row") : cells[index].value_or("NULL");
            const bool isDocument = column.readAs == ReadAs::Document;
            const QByteArray& sample = table.value(column, row);
            const bool good = isDocument ? found == "1" : found == expected;
            m_cells += side == m_origin ? 0 : 1;
            m_distinct << column.type + '|' + sample + '|' + toText(m_origin).toUtf8();
            count(good, QByteArray(doing) + ", " + toText(side).toUtf8() + ' ' + table.name + ", " +
                            column.type + " " + sample.left(80) + ": " + found.left(200) +
                            ", expected " + expected.left(200));
        }
    }
}

void TestTypeMatrix::checkQuiet()
{
    m_pair->startCounting();
    sync(SyncType::Incremental, Direction::Both, "the run after");
    QCOMPARE(m_pair->writes(Side::Remote).total(), 0);
}

void TestTypeMatrix::everyValueEveryWay()
{
    QFETCH(PairKind, pair);
    QFETCH(Side, origin);
    m_origin = origin;
    begin(pair);
    m_tables = matrixTables(pair);
    fill();
    initialise();
    const Direction away =
        origin == Side::Remote ? Direction::RemoteToLocal : Direction::LocalToRemote;
    sync(SyncType::Full, away, "loading");
    check(kLoaded, "loaded");
    change();
    sync(SyncType::Incremental, Direction::Both, "writing");
    check(kInserted, "inserted");
    check(kUpdated, "updated");
    sendOn(otherSide(origin), kInserted);
    sync(SyncType::Incremental, Direction::Both, "going back");
    check(kInserted + kHop, "came back");
    sendOn(origin, kInserted + kHop);
    sync(SyncType::Incremental, Direction::Both, "going again");
    check(kInserted + 2 * kHop, "went again");
    checkQuiet();
    conclude();
}

void TestTypeMatrix::fillKeys()
{
    m_keys.clear();
    for (const TypeSamples& samples : typeSamples()) {
        if (samples.mayBeKey && (!samples.mariaDbOnly || m_kind == PairKind::MariaDbMariaDb))
            m_keys << samples;
    }
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        const QByteArray table = keyTable(i);
        m_pair->run(m_origin,
                    "CREATE TABLE " + table + " (k " + m_keys[i].type + " PRIMARY KEY, v INT)");
        for (const QByteArray& value : m_keys[i].values)
            m_pair->run(m_origin, "INSERT INTO " + table + " VALUES (" + value + ", 1)");
    }
}

void TestTypeMatrix::checkKeys(const char* doing)
{
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        const TypeSamples& key = m_keys[i];
        const auto read = [&](Side side) {
            const QByteArray column = readForComparison(key.readAs, "k", {}, isMySql(side));
            return m_pair->rows(side, "SELECT " + column + ", v FROM k" + QByteArray::number(i) +
                                          " ORDER BY 1");
        };
        const QByteArrayList remote = read(Side::Remote);
        const QByteArrayList local = read(Side::Local);
        m_cells += static_cast<int>(local.size());
        count(remote == local && !remote.isEmpty(), QByteArray(doing) + ", key " + key.type +
                                                        ": remote " + remote.join(' ').left(300) +
                                                        ", local " + local.join(' ').left(300));
    }
}

void TestTypeMatrix::keysOfEveryType()
{
    QFETCH(PairKind, pair);
    QFETCH(Side, origin);
    m_origin = origin;
    begin(pair);
    fillKeys();
    initialise();
    const auto everywhere = [this](Side side, const QByteArray& change) {
        for (qsizetype i = 0; i < m_keys.size(); ++i)
            m_pair->run(side, QByteArray(change).replace("%t", keyTable(i)));
    };
    sync(SyncType::Full, Direction::Both, "loading keys");
    checkKeys("loaded");
    everywhere(m_origin, "UPDATE %t SET v = v + 1, k = k"); // a TIMESTAMP key would move by itself
    sync(SyncType::Incremental, Direction::Both, "updating by key");
    checkKeys("updated");
    everywhere(otherSide(m_origin), "UPDATE %t SET v = v + 10, k = k");
    sync(SyncType::Incremental, Direction::Both, "updating by key, back");
    checkKeys("updated back");
    everywhere(otherSide(m_origin), "DELETE FROM %t ORDER BY k LIMIT 1");
    sync(SyncType::Incremental, Direction::Both, "deleting by key");
    checkKeys("deleted");
    checkQuiet();
    conclude();
}

void TestTypeMatrix::cleanupTestCase()
{
    m_pair.reset();
    qInfo("type cells: %d, of %lld types x values x directions; violations: %lld", m_cells,
          static_cast<long long>(m_distinct.size()), static_cast<long long>(m_allViolations));
    QVERIFY(m_distinct.size() >= 600);
}

QTEST_GUILESS_MAIN(TestTypeMatrix)

#include "tst_type_matrix.moc"
