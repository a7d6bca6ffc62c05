// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"
#include "tests/random/journal.h"
#include "tests/random/random_schema.h"

namespace causeway::test {

/// Reads all rows of @p table. Ends the program when the server does not answer.
[[nodiscard]] TableRows readTable(Connection& connection, const RandomTable& table);

/// Somebody who works on one side: random transactions of inserts, updates, deletes, moved keys and
/// exchanged unique values. Every row written carries a fresh token.
///
/// Thread: any one at a time; two users may work at once.
class User final {
public:
    User(Connection connection, const RandomSchema& schema, Journal& journal, Dice dice);

    /// @return whether it was committed; a deadlock or a refused statement is none of ours.
    bool transaction();
    /// Asks the server for nothing: passes a moment.
    void lookAround() { (void)m_connection.execute("DO 0"); }
    [[nodiscard]] quint64 threadId() const { return m_connection.threadId(); }
    [[nodiscard]] std::size_t committed() const { return m_committed; }

private:
    struct Target {
        std::size_t table;
        int key;
    };

    [[nodiscard]] bool act();
    [[nodiscard]] bool insert(const Target& target);
    [[nodiscard]] bool update(const Target& target);
    [[nodiscard]] bool remove(const Target& target);
    [[nodiscard]] bool moveKey(const Target& target);
    [[nodiscard]] bool exchangeUnique(const Target& target);

    /// false when the statement failed; m_aborted tells whether the transaction went with it.
    [[nodiscard]] bool execute(const QByteArray& sql);
    [[nodiscard]] std::optional<RowCells> read(const Target& target);
    [[nodiscard]] TableRows rowsWhere(std::size_t table, const QByteArray& condition);
    void note(const Target& target, const RowId& row, const Version& before, bool gone);
    /// Rows that the server deletes when those of @p table that meet @p condition go.
    void noteCascade(std::size_t table, const QByteArray& condition);
    /// Takes back what noteCascade() has noted since @p first where the server left it there.
    void dropSurvivors(std::size_t first);
    [[nodiscard]] QByteArray freshToken();
    [[nodiscard]] QByteArray randomCell(std::size_t table, std::size_t column);
    [[nodiscard]] Version tokenOf(std::size_t table, const std::optional<RowCells>& row) const;

    Connection m_connection;
    const RandomSchema& m_schema;
    Journal& m_journal;
    Dice m_dice;
    std::vector<UserWrite> m_pending;
    std::size_t m_committed = 0;
    int m_tokens = 0;
    bool m_aborted = false;
};

/// The key of a row read by RandomTable::hexColumns().
[[nodiscard]] RowId rowIdOf(const RandomTable& table, const RowCells& cells);

} // namespace causeway::test
