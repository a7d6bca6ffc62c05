// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/two_sided_fixture.h"

#include "sync/control/sql_script.h"
#include "sync/dialect/quote.h"

#include <QFile>
#include <QTest>

#include <atomic>

namespace causeway::test {
namespace {

constexpr std::array kWriters{"insert",        "update",        "delete",       "replace",
                              "load",          "insert_select", "delete_multi", "update_multi",
                              "truncate",      "create_table",  "alter_table",  "drop_table",
                              "replace_select"};

QByteArray printable(const Cell& cell)
{
    if (!cell)
        return "NULL";
    const QString text = QString::fromUtf8(*cell);
    return text.toUtf8() == *cell ? *cell : "0x" + cell->toHex();
}

QString freshName()
{
    static std::atomic<int> count{0};
    return QStringLiteral("pair_%1").arg(++count);
}

Connection open(const SideConfig& config, Side side, bool select)
{
    ConnectionOptions options;
    options.selectDatabase = select;
    auto connection = Connection::open(config, side, options);
    require(connection ? okStatus() : Status(connection.error()), QStringLiteral("connecting"));
    return std::move(*connection);
}

Status asStatus(const Result<Executed>& executed)
{
    return executed ? okStatus() : Status(executed.error());
}

} // namespace

qint64 StatementCounts::total() const
{
    qint64 sum = 0;
    for (const qint64 count : counts)
        sum += count;
    return sum;
}

TwoSidedFixture::TwoSidedFixture(PairKind pair)
    : m_pair(pair)
{
    const QString name = freshName();
    m_profile.name = QString::fromLatin1(pairName(pair));
    m_profile.environment = Environment::Test;
    m_profile.readOnly = false;
    for (const Side side : {Side::Remote, Side::Local}) {
        m_profile.side(side) = server(side).sideConfig(name);
        Connection admin = open(m_profile.side(side), side, false);
        require(asStatus(admin.execute("DROP DATABASE IF EXISTS " + quoteIdentifier(name))),
                QStringLiteral("dropping a database"));
        require(asStatus(admin.execute("CREATE DATABASE " + quoteIdentifier(name))),
                QStringLiteral("creating a database"));
        reconnect(side);
    }
}

TwoSidedFixture::~TwoSidedFixture()
{
    for (const Side side : {Side::Remote, Side::Local}) {
        if (server(side).isRunning())
            (void)on(side).execute("DROP DATABASE " + quoteIdentifier(database()));
    }
}

Connection& TwoSidedFixture::on(Side side)
{
    return *m_connections[side];
}

PrivateServer& TwoSidedFixture::server(Side side)
{
    return sharedServer(m_pair, side);
}

void TwoSidedFixture::reconnect(Side side)
{
    m_connections[side] = std::make_shared<Connection>(open(m_profile.side(side), side, true));
}

void TwoSidedFixture::run(Side side, const QByteArray& script)
{
    for (const QByteArray& statement : splitSqlScript(script))
        require(asStatus(on(side).execute(statement)), QString::fromUtf8(statement.left(300)));
}

void TwoSidedFixture::runBoth(const QByteArray& script)
{
    run(Side::Remote, script);
    run(Side::Local, script);
}

void TwoSidedFixture::runFile(Side side, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qUtf8Printable(path));
    run(side, file.readAll());
}

QByteArray TwoSidedFixture::value(Side side, const QByteArray& query)
{
    auto result = on(side).query(query);
    require(result ? okStatus() : Status(result.error()), QString::fromUtf8(query));
    return result->rows.empty() ? QByteArray() : result->rows.front().at(0).value_or(QByteArray());
}

QByteArrayList TwoSidedFixture::rows(Side side, const QByteArray& query)
{
    auto result = on(side).query(query);
    require(result ? okStatus() : Status(result.error()), QString::fromUtf8(query));
    QByteArrayList lines;
    for (const Cells& cells : result->rows) {
        QByteArrayList words;
        for (const Cell& cell : cells)
            words << printable(cell);
        lines << words.join('|');
    }
    return lines;
}

QByteArray TwoSidedFixture::orderedColumns(Side side, const QString& table)
{
    const QByteArrayList names =
        rows(side, "SELECT column_name FROM information_schema.columns WHERE table_schema=" +
                       quoteText(database()) + " AND table_name=" + quoteText(table) +
                       " ORDER BY ordinal_position");
    QByteArrayList quoted;
    for (const QByteArray& name : names)
        quoted << quoteIdentifier(QString::fromUtf8(name));
    return quoted.join(", ");
}

QByteArrayList TwoSidedFixture::dump(Side side, const QString& table)
{
    QByteArrayList lines =
        rows(side, "SELECT " + orderedColumns(side, table) + " FROM " + quoteIdentifier(table));
    std::sort(lines.begin(), lines.end()); // not the server's order: collations differ
    return lines;
}

QStringList TwoSidedFixture::tables(Side side, bool withControl)
{
    QStringList names;
    const QByteArrayList found =
        rows(side, "SELECT table_name FROM information_schema.tables WHERE table_schema=" +
                       quoteText(database()) + " AND table_type='BASE TABLE'");
    for (const QByteArray& name : found) {
        if (withControl || !name.startsWith("db_sync_"))
            names << QString::fromUtf8(name);
    }
    names.sort();
    return names;
}

QMap<QString, QByteArray> TwoSidedFixture::checksums(Side side)
{
    QMap<QString, QByteArray> sums;
    for (const QString& table : tables(side, true)) {
        const QByteArrayList lines =
            rows(side, "CHECKSUM TABLE " + quoteIdentifier(table) + " EXTENDED");
        sums.insert(table, lines.value(0).split('|').value(1));
    }
    return sums;
}

StatementCounts TwoSidedFixture::readCounts(Side side)
{
    StatementCounts read;
    const QByteArrayList lines = rows(side, "SHOW GLOBAL STATUS LIKE 'Com\\_%'");
    for (const QByteArray& line : lines) {
        const QByteArray name = line.mid(4, line.indexOf('|') - 4);
        if (std::find(kWriters.begin(), kWriters.end(), name) != kWriters.end())
            read.counts.insert(name, line.mid(line.indexOf('|') + 1).toLongLong());
    }
    return read;
}

void TwoSidedFixture::startCounting()
{
    for (const Side side : {Side::Remote, Side::Local})
        m_before[side] = readCounts(side);
}

StatementCounts TwoSidedFixture::writes(Side side)
{
    StatementCounts difference;
    const StatementCounts now = readCounts(side);
    for (auto entry = now.counts.begin(); entry != now.counts.end(); ++entry) {
        const qint64 grown = entry.value() - m_before[side].counts.value(entry.key());
        if (grown != 0)
            difference.counts.insert(entry.key(), grown);
    }
    return difference;
}

void addPairRows()
{
    QTest::addColumn<PairKind>("pair");
    for (const PairKind pair : serverPairs())
        QTest::newRow(pairName(pair)) << pair;
}

} // namespace causeway::test
