// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_rows.h"
#include "tests/fault/contents.h"

#include <functional>

namespace causeway::test {

/// Knows from the users' writes alone what must come of every row, whatever befell the runs:
/// written without the engine's ideas (digests, ledger, epochs), so that it cannot share its
/// faults.
///
/// Every write of a user carries a token of its own, so two writes never give the same row.
class Oracle final {
public:
    /// Rows that an action of the engine may leave behind, besides those it has not touched yet.
    using Allowed = std::function<std::vector<RowPair>(const RowId&, const RowPair& before)>;

    /// Both sides are equal: a story begins. Conflicts up to @p lastConflict are old.
    void begin(const Contents& agreed, qint64 lastConflict);
    /// Users have written; nothing of the engine ran since the last call.
    void usersWrote(const Contents& now);
    /// A run by @p policy ended in whatever way.
    void runEnded(const Contents& now, Policy policy);
    /// Any other action of the engine ended.
    void actionEnded(const Contents& now, const Allowed& allowed);
    /// A run by @p policy succeeded: everything must be as it should.
    void runSucceeded(const Contents& now, Policy policy);
    /// All conflicts found since begin(), or still open.
    void conflictsFound(const std::vector<ConflictRow>& conflicts, Policy policy);

    /// Both sides have changed the row in different ways since they last agreed.
    [[nodiscard]] bool disputed(const RowId& id) const;
    [[nodiscard]] const Contents& contents() const { return m_now; }
    /// What went wrong since begin(); empty: nothing.
    [[nodiscard]] const QByteArrayList& violations() const { return m_violations; }

private:
    struct Dispute {
        RowPair rows;
        bool mustBeKept = false; ///< one side has lost: its row must be found in a record
    };

    [[nodiscard]] RowText base(const RowId& id) const;
    [[nodiscard]] RowPair outcome(const RowId& id, const RowPair& rows, Policy policy) const;
    void take(const Contents& now);
    void noteDisputes();
    void complain(const RowId& id, const QByteArray& what);
    void checkRecord(const ConflictRow& row);

    Contents m_now;
    std::map<RowId, RowText> m_base; ///< what both sides last agreed on
    std::map<RowId, std::vector<Dispute>> m_disputes;
    qint64 m_lastConflict = 0;
    QByteArrayList m_violations;
};

} // namespace causeway::test
