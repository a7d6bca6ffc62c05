// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/selftest/case_context.h"

#include <map>

namespace causeway {

/// Rows by their id.
using TestRows = std::map<int, Cells>;

/// Puts @p newer into @p rows, in place of those with the same id.
void take(TestRows& rows, const TestRows& newer);

/// A table of sql/selftest/tables.sql on both sides of a case's databases: written and read over
/// the case's own connections.
class TestTable final {
public:
    [[nodiscard]] static TestTable items(CaseContext& test);
    [[nodiscard]] static TestTable parts(CaseContext& test);

    /// Rows of items: text of several scripts, NULL, '', bytes. Another @p version is other values.
    [[nodiscard]] static Cells item(int id, int version = 0);
    [[nodiscard]] static TestRows itemsFrom(int first, int last, int version = 0);
    [[nodiscard]] static Cells part(int id, int itemId, const QString& label);

    [[nodiscard]] Status insert(Side side, const TestRows& rows);
    [[nodiscard]] Status update(Side side, const TestRows& rows);
    [[nodiscard]] Status remove(Side side, int first, int last);
    [[nodiscard]] Result<TestRows> read(Side side);

    /// Reads the side and notes whether it holds exactly @p wanted.
    bool expect(Side side, const TestRows& wanted, const char* text);
    bool expectBoth(const TestRows& wanted, const char* text);

private:
    TestTable(CaseContext& test, const char* name, const QStringList& columns);
    [[nodiscard]] Status inTransaction(Side side, const QList<QByteArray>& statements);

    CaseContext& m_test;
    QString m_name;
    QStringList m_columns;
};

/// The tables of the self-test on both sides, and the pair initialised.
[[nodiscard]] Status makeTestTables(CaseContext& test);

/// Each row of @p found is that of @p before or that of @p after, and none that both have is
/// missing.
[[nodiscard]] bool isBetween(const TestRows& found, const TestRows& before, const TestRows& after);

} // namespace causeway
