// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fault/doomed_run.h"
#include "tests/fault/workload.h"

#include <stop_token>

namespace causeway::test {

/// A real pair that users write to while its runs are interrupted, and the proof that nothing came
/// of it: the invariants of a run are looked at from outside, with the servers' own means.
class BatteredPair final {
public:
    BatteredPair(PairKind kind, quint32 seed);

    [[nodiscard]] TwoSidedFixture& pair() { return m_pair; }
    [[nodiscard]] QRandomGenerator64& random() { return m_random; }
    [[nodiscard]] bool chance(int percent) { return m_random.bounded(100) < percent; }
    /// The engine reaches the pair by this one; the test itself by the fixture's.
    void setProfile(const Profile& profile) { m_profile = profile; }
    [[nodiscard]] const Profile& profile() const { return m_profile; }

    /// Of every run in this process; nullopt: long ones.
    void setTimeouts(std::optional<Timeouts> timeouts) { m_timeouts = timeouts; }
    void complain(const QByteArray& what) { m_violations << what; }

    /// Begins a story: both sides agree, then users write; @p bulkInto: one table is empty there.
    void usersWrite(std::optional<Side> bulkInto = {});
    void usersWriteMore();
    /// A child's run by @p policy, in this process or in another, ended somehow.
    void runEnded(Policy policy);
    /// A person's decisions were being carried out.
    void resolvingEnded(const std::vector<ConflictRow>& conflicts, quint64 seed);
    /// Runs until all is well again, and once more: which must not write anything.
    void recover(Policy policy);
    /// Decides what is open, until both sides agree; ends the story.
    void settle();
    /// Leaves out tables of one story only.
    void cleanUp();

    [[nodiscard]] std::vector<ConflictRow> openConflicts();
    [[nodiscard]] QByteArrayList violations() const;
    /// @return the report of one more run in this process.
    SyncReport run(Policy policy, std::stop_token stop = {});
    [[nodiscard]] Contents look();

private:
    void checkRecords(Policy policy);
    void checkLedgers();
    void checkNothingOpen();
    void proveNothingToDo(Policy policy);
    [[nodiscard]] qint64 logged(const QByteArray& condition);

    TwoSidedFixture m_pair;
    Profile m_profile;
    std::optional<Timeouts> m_timeouts;
    QRandomGenerator64 m_random;
    Workload m_workload;
    Oracle m_oracle;
    QByteArrayList m_violations;
};

} // namespace causeway::test
