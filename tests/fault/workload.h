// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fault/oracle.h"

#include <QRandomGenerator>

namespace causeway::test {

/// Users at work on both sides of a pair: seeded, every write with a token of its own.
///
/// Tables: `solo`; `parent` and `child`, whose foreign key cascades; and from time to time a new
/// one that only one side has filled, for a bulk load.
class Workload final {
public:
    Workload(TwoSidedFixture& pair, QRandomGenerator64& random);

    /// Makes the tables and fills the remote side.
    void createTables();
    [[nodiscard]] const std::vector<TableUnderFire>& tables() const { return m_tables; }

    /// A round of writes on two sides that agree: changes of one side, of both to the same, and of
    /// both to something else.
    void write(const Contents& agreed);
    /// Writes on whatever an interrupted run has left.
    void writeMore(const Oracle& oracle);

    /// A further table, made on both sides and filled on @p filled; its config row too.
    void addBulkTable(Side filled);
    void dropBulkTable();

private:
    using Row = Contents::value_type;

    void say(Side side, const QByteArray& statement);
    void flush();
    [[nodiscard]] QByteArray token();
    [[nodiscard]] Side anySide();
    [[nodiscard]] bool chance(int percent);
    [[nodiscard]] const RowId* pick(const QString& table);
    void touch(const RowId& id) { m_touched.insert(id); }

    [[nodiscard]] bool isScarce(const QString& table) const;

    void insertSolo();
    void insertFamily();
    void update(const QString& table);
    void remove(const QString& table);
    void removeParent();
    void quarrel();
    void quarrelOverNewRow();
    void agree();
    void updateRow(Side side, const RowId& id);
    void deleteRow(Side side, const RowId& id);
    [[nodiscard]] QByteArray where(const RowId& id) const;

    TwoSidedFixture& m_pair;
    QRandomGenerator64& m_random;
    std::vector<TableUnderFire> m_tables;
    QString m_bulkTable;
    const Contents* m_agreed = nullptr;
    std::set<RowId> m_touched;
    std::set<RowId> m_alike; ///< nobody can know whether a run has seen that they are
    std::map<Side, QByteArrayList> m_statements;
    qint64 m_lastId = 0;
    qint64 m_lastToken = 0;
    int m_bulkTables = 0;
};

} // namespace causeway::test
