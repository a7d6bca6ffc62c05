// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/test_table.h"

#include "sync/control/control_schema.h"
#include "sync/dialect/demo_sql.h"
#include "sync/dialect/selftest_sql.h"
#include "sync/dialect/session_sql.h"
#include "sync/run/pair_actions.h"

#include <QCoreApplication>

namespace causeway {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("SelfTest", text);
}

/// What is wrong with the first row that is not as wanted; empty: nothing.
QString difference(const TestRows& found, const TestRows& wanted)
{
    for (const auto& [id, cells] : wanted) {
        const auto here = found.find(id);
        if (here == found.end())
            return say(QT_TRANSLATE_NOOP("SelfTest", "Row %1 is missing.")).arg(id);
        if (here->second != cells)
            return say(QT_TRANSLATE_NOOP("SelfTest", "Row %1 has other values.")).arg(id);
    }
    for (const auto& [id, cells] : found) {
        if (!wanted.contains(id))
            return say(QT_TRANSLATE_NOOP("SelfTest", "Row %1 should not be there.")).arg(id);
    }
    return {};
}

QByteArray nameOf(int id, int version)
{
    static const QList<QByteArray> names{"Teapot",     "茶壶",     "Größe 'L'",
                                         "a\\b \"c\"", "🚲 rapide", "  blanks  "};
    return names[id % names.size()] + ' ' + QByteArray::number(id) + '.' +
           QByteArray::number(version);
}

QByteArray twoDigits(int number)
{
    return QByteArray::number(number).rightJustified(2, '0');
}

} // namespace

void take(TestRows& rows, const TestRows& newer)
{
    for (const auto& [id, cells] : newer)
        rows[id] = cells;
}

TestTable::TestTable(CaseContext& test, const char* name, const QStringList& columns)
    : m_test(test)
    , m_name(QLatin1String(name))
    , m_columns(columns)
{
}

TestTable TestTable::items(CaseContext& test)
{
    return {test,
            "items",
            {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("note"),
             QStringLiteral("amount"), QStringLiteral("payload"), QStringLiteral("changed_at")}};
}

TestTable TestTable::parts(CaseContext& test)
{
    return {
        test, "parts", {QStringLiteral("id"), QStringLiteral("item_id"), QStringLiteral("label")}};
}

Cells TestTable::item(int id, int version)
{
    const Cell note = id % 3 == 0   ? Cell()
                      : id % 5 == 0 ? Cell(QByteArray(""))
                                    : Cell("line\nof " + QByteArray::number(id));
    const Cell amount =
        id % 7 == 0 ? Cell() : Cell(QByteArray::number(id) + '.' + twoDigits(version % 100) + "05");
    const QByteArray payload("\xff\x00\x01\xfe", 4);
    const QByteArray changed = "2026-01-" + twoDigits(id % 28 + 1) + ' ' + twoDigits(id % 24) +
                               ':' + twoDigits(version % 60) + ":00.123456";
    return {QByteArray::number(id),
            nameOf(id, version),
            note,
            amount,
            payload + char(id % 100),
            changed};
}

TestRows TestTable::itemsFrom(int first, int last, int version)
{
    TestRows rows;
    for (int id = first; id <= last; ++id)
        rows[id] = item(id, version);
    return rows;
}

Cells TestTable::part(int id, int itemId, const QString& label)
{
    return {QByteArray::number(id), QByteArray::number(itemId), label.toUtf8()};
}

Status TestTable::inTransaction(Side side, const QList<QByteArray>& statements)
{
    CAUSEWAY_TRY(m_test.execute(side, sessionsql::startTransaction()));
    for (const QByteArray& statement : statements)
        CAUSEWAY_TRY(m_test.execute(side, statement));
    return m_test.execute(side, sessionsql::commit());
}

Status TestTable::insert(Side side, const TestRows& rows)
{
    SampleTable table;
    table.name = m_name;
    table.columns = m_columns;
    for (const auto& [id, cells] : rows)
        table.rows.push_back(cells);
    return inTransaction(side, demosql::insertRows(table));
}

Status TestTable::update(Side side, const TestRows& rows)
{
    QList<QByteArray> statements;
    for (const auto& [id, cells] : rows)
        statements += selftestsql::update(m_name, m_columns, cells);
    return inTransaction(side, statements);
}

Status TestTable::remove(Side side, int first, int last)
{
    return inTransaction(side, {selftestsql::remove(m_name, first, last)});
}

Result<TestRows> TestTable::read(Side side)
{
    TestRows rows;
    CAUSEWAY_TRY(m_test.on(side).stream(selftestsql::rows(m_name), [&rows](const RowView& row) {
        rows[static_cast<int>(row.number(0))] = row.cells(0, row.count);
        return true;
    }));
    return rows;
}

bool TestTable::expect(Side side, const TestRows& wanted, const char* text)
{
    const auto found = read(side);
    const QString wrong = found ? difference(*found, wanted) : found.error().message();
    return m_test.expect(wrong.isEmpty(), text, toText(side) + QStringLiteral(": ") + wrong);
}

bool TestTable::expectBoth(const TestRows& wanted, const char* text)
{
    QStringList wrong;
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto found = read(side);
        const QString here = found ? difference(*found, wanted) : found.error().message();
        if (!here.isEmpty())
            wrong << toText(side) + QStringLiteral(": ") + here;
    }
    return m_test.expect(wrong.isEmpty(), text, wrong.join(u' '));
}

Status makeTestTables(CaseContext& test)
{
    for (const Side side : {Side::Remote, Side::Local}) {
        for (const QByteArray& statement : scriptStatements(QStringLiteral("selftest/tables.sql")))
            CAUSEWAY_TRY(test.execute(side, statement));
    }
    const auto initialised = initialisePair(test.pair(), InitOptions{}, test.stop());
    return initialised ? okStatus() : Status(initialised.error());
}

bool isBetween(const TestRows& found, const TestRows& before, const TestRows& after)
{
    for (const auto& [id, cells] : found) {
        const auto old = before.find(id);
        const auto young = after.find(id);
        if ((old == before.end() || old->second != cells) &&
            (young == after.end() || young->second != cells))
            return false;
    }
    for (const auto& [id, cells] : before) {
        if (after.contains(id) && !found.contains(id))
            return false;
    }
    return true;
}

} // namespace causeway
