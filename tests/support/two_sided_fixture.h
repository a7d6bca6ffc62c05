// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/db/connection.h"
#include "tests/support/test_servers.h"

#include <QMap>

namespace causeway::test {

/// Statements that wrote, as a server counts them. TwoSidedFixture::writes() takes differences.
struct StatementCounts {
    QMap<QByteArray, qint64>
        counts; ///< "insert", "update", "delete", … as in Com_insert; zeros left out
    [[nodiscard]] qint64 total() const;
    bool operator==(const StatementCounts&) const = default;
};

/// Two fresh, empty databases, one on each shared server of a pair, dropped at the end. Servers are
/// started once per program. Whatever goes wrong here ends the program with the server's message.
///
/// Thread: one.
class TwoSidedFixture final {
public:
    explicit TwoSidedFixture(PairKind pair);
    TwoSidedFixture(const TwoSidedFixture&) = delete;
    TwoSidedFixture& operator=(const TwoSidedFixture&) = delete;
    ~TwoSidedFixture();

    /// Of the two databases; not read-only.
    [[nodiscard]] const Profile& profile() const { return m_profile; }
    [[nodiscard]] QString database() const { return m_profile.local.database; }
    /// Our own connection to a side: not the engine's.
    [[nodiscard]] Connection& on(Side side);
    [[nodiscard]] PrivateServer& server(Side side);
    /// Opens on() anew, after the server went away.
    void reconnect(Side side);

    /// Runs a script (several statements, DELIMITER understood) on one side, or on both.
    void run(Side side, const QByteArray& script);
    void runBoth(const QByteArray& script);
    void runFile(Side side, const QString& path);

    /// First column of the first row; empty for NULL or no row.
    [[nodiscard]] QByteArray value(Side side, const QByteArray& query);
    /// Rows as "a|b|NULL" lines, bytes that are no text as hex; ordered as the query says.
    [[nodiscard]] QByteArrayList rows(Side side, const QByteArray& query);
    /// Every row of @p table ordered by all its columns, as rows() prints them. Same text on both
    /// sides means same content, for column types that both servers print alike.
    [[nodiscard]] QByteArrayList dump(Side side, const QString& table);
    /// Base tables of the side's database, sorted; Causeway's own too when @p withControl.
    [[nodiscard]] QStringList tables(Side side, bool withControl = false);
    /// The server's own CHECKSUM TABLE of every base table: unchanged means nothing was written.
    [[nodiscard]] QMap<QString, QByteArray> checksums(Side side);

    /// Begins counting writing statements on both servers.
    void startCounting();
    /// Writing statements of all sessions of that server since startCounting().
    [[nodiscard]] StatementCounts writes(Side side);

private:
    [[nodiscard]] StatementCounts readCounts(Side side);
    [[nodiscard]] QByteArray orderedColumns(Side side, const QString& table);

    PairKind m_pair;
    Profile m_profile;
    QMap<Side, std::shared_ptr<Connection>> m_connections;
    QMap<Side, StatementCounts> m_before;
};

/// For `QTest::addColumn<PairKind>("pair")`: one row per available pair.
void addPairRows();

} // namespace causeway::test
