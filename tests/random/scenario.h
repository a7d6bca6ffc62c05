// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/sync_report.h"
#include "sync/run/sync_request.h"
#include "tests/random/interruption.h"
#include "tests/random/oracle.h"
#include "tests/random/pair_state.h"
#include "tests/random/user.h"

#include <memory>

namespace causeway::test {

struct ScenarioResult {
    int runs = 0;
    qint64 operations = 0; ///< rows that users wrote
    QStringList violations;
    QStringList story; ///< what happened, in order
};

/// One seed: a random schema on two servers, users on both sides before and during runs of every
/// kind, cut-off runs, decided conflicts; then peace, two more runs, and judgement.
///
/// Thread: one; uses others inside. The servers must be nobody else's meanwhile: statements are
/// counted.
class Scenario final {
public:
    Scenario(quint64 seed, PairKind pair);

    [[nodiscard]] ScenarioResult run();

private:
    using Ledger = std::map<RowId, Agreed>;

    void prepare();
    void fill();
    void fillTable(std::size_t table);
    void round();
    void quiesce();
    void judge();
    void expectSilence();

    void usersWork(int most);
    void chooseSettings();
    void decideConflicts();
    void afterDecisions(const std::vector<ConflictRow>& open, const PairState& before);

    struct RunFacts {
        SyncReport report;
        bool cut = false;
        [[nodiscard]] bool complete(const QByteArray& table) const;
    };
    [[nodiscard]] SyncRequest request();
    [[nodiscard]] RunFacts sync(const Disturbance& disturbance, bool usersToo);
    void quietRun(const Disturbance& disturbance);
    void busyRun(const Disturbance& disturbance);
    void remember(const RunFacts& facts);

    // What a quiet run did, compared with the oracle.
    struct RowAround {
        std::size_t table;
        const RowId& id;
        RowBefore before;
        std::optional<RowCells> remote; ///< after
        std::optional<RowCells> local;
    };
    void compareRun(const PairState& before, const PairState& after, const RunFacts& facts);
    void compareTable(std::size_t table, const PairState& before, const PairState& after,
                      const RunFacts& facts);
    void compareRow(const RowAround& row, const Expected& expected, bool complete);
    void compareDryRun(const SyncReport& dry, const SyncReport& real);
    [[nodiscard]] Agreed agreedAfter(const RowAround& row, const Expected& expected, bool complete,
                                     bool exact) const;
    [[nodiscard]] Agreed agreedOn(std::size_t table, const RowId& id) const;

    void checkReport(const RunFacts& facts, bool usersToo);
    void complain(const QString& sentence);
    void tell(const QString& sentence) { m_result.story << sentence; }

    quint64 m_seed;
    Dice m_dice;
    RandomSchema m_schema;
    TwoSidedFixture m_pair;
    Journal m_journal;
    std::unique_ptr<User> m_users[2]; ///< remote, local
    std::vector<TableSettings> m_settings;
    bool m_allowMassDelete = true;
    SyncLimits m_limits;
    std::vector<Ledger> m_agreed;
    std::vector<bool> m_doubtful; ///< by table: rows that m_agreed does not name are uncertain
    std::vector<Mirror> m_mirrors;
    std::vector<std::optional<std::size_t>> m_firstAgreed; ///< see History
    ScenarioResult m_result;
};

} // namespace causeway::test
