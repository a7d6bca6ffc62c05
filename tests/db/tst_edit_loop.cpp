// SPDX-License-Identifier: GPL-3.0-or-later
// Users edit rows of both sides in a loop while large runs write to the same table. Every version
// that somebody wrote has a token of its own; in the end each is on a side, or its user's own later
// edit replaced it, or it is kept in db_sync_conflict. None may have been overwritten unseen.
#include "sync/control/control_store.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/two_sided_fixture.h"

#include <QTest>

#include <atomic>
#include <random>
#include <set>
#include <thread>

using namespace causeway;
using namespace causeway::test;

namespace {

constexpr int kRows = 20'000;
constexpr int kHot = 2'000;         ///< rows that users edit: often enough to meet the run
constexpr std::size_t kEdits = 300; ///< that have to fall into runs, on each side
constexpr int kAllConflicts = 1'000'000;

struct Edit {
    QByteArray before;
    QByteArray after;
};

/// One session that edits rows of one side until it is stopped.
class Editor {
public:
    Editor(const Profile& profile, Side side, int round)
        : m_connection(Connection::open(profile.side(side), side))
        , m_prefix((side == Side::Remote ? "R" : "L") + QByteArray::number(round) + '.')
        , m_random(static_cast<unsigned>(round * 2 + (side == Side::Remote ? 1 : 0)))
    {
        require(m_connection ? okStatus() : Status(m_connection.error()),
                QStringLiteral("a user's connection"));
        m_thread = std::thread([this] {
            while (!m_ended)
                edit();
        });
    }
    std::vector<Edit> stop()
    {
        m_ended = true;
        m_thread.join();
        return std::move(m_edits);
    }

private:
    void edit()
    {
        const QByteArray id = QByteArray::number(1 + m_random() % kHot);
        const QByteArray token = m_prefix + QByteArray::number(m_edits.size());
        if (!m_connection->execute("START TRANSACTION"))
            return;
        const auto now = m_connection->query("SELECT tok FROM t WHERE id = " + id + " FOR UPDATE");
        const bool done =
            now && now->rows.size() == 1 &&
            m_connection->execute("UPDATE t SET tok = '" + token + "' WHERE id = " + id) &&
            m_connection->execute("COMMIT");
        if (done)
            m_edits.push_back({*now->rows.at(0).at(0), token});
        else
            (void)m_connection->execute("ROLLBACK");
    }

    Result<Connection> m_connection;
    QByteArray m_prefix;
    std::mt19937 m_random;
    std::vector<Edit> m_edits;
    std::atomic<bool> m_ended{false};
    std::thread m_thread;
};

} // namespace

class TestEditLoop final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { addPairRows(); }
    void editsAreNeverOverwrittenUnseen_data();
    void editsAreNeverOverwrittenUnseen();

private:
    void largeRun(Policy policy, int round);
    SyncReport sync(Policy policy);
    void edited(Side side, std::vector<Edit> edits);
    [[nodiscard]] std::set<QByteArray> keptTokens();

    std::unique_ptr<TwoSidedFixture> m_pair;
    std::vector<QByteArray> m_written; ///< tokens that somebody gave a row
    std::set<QByteArray> m_replaced;   ///< tokens that a user saw and wrote over
    std::size_t m_edits[2] = {0, 0};   ///< remote, local
};

SyncReport TestEditLoop::sync(Policy policy)
{
    SyncRequest request;
    request.profile = m_pair->profile();
    request.policy = policy;
    request.allowMassDelete = true;
    ProgressMailbox mailbox;
    return runSync(request, {}, mailbox);
}

void TestEditLoop::edited(Side side, std::vector<Edit> edits)
{
    m_edits[side == Side::Remote ? 0 : 1] += edits.size();
    for (Edit& edit : edits) {
        m_replaced.insert(std::move(edit.before));
        m_written.push_back(std::move(edit.after));
    }
}

/// One statement of a user changes every row of one side; the run that copies them meets others who
/// edit both sides.
void TestEditLoop::largeRun(Policy policy, int round)
{
    const Side side = round % 2 == 0 ? Side::Remote : Side::Local;
    const QByteArray prefix = "B" + QByteArray::number(round) + '.';
    for (const QByteArray& before : m_pair->rows(side, "SELECT tok FROM t"))
        m_replaced.insert(before);
    m_pair->run(side, "UPDATE t SET tok = CONCAT('" + prefix + "', id)");
    for (int id = 1; id <= kRows; ++id)
        m_written.push_back(prefix + QByteArray::number(id));
    Editor remote(m_pair->profile(), Side::Remote, round);
    Editor local(m_pair->profile(), Side::Local, round);
    const SyncReport report = sync(policy);
    edited(Side::Remote, remote.stop());
    edited(Side::Local, local.stop());
    QVERIFY2(!report.error && !report.tables.at(0).error,
             report.error ? qPrintable(report.error->message()) : "the table failed");
}

std::set<QByteArray> TestEditLoop::keptTokens()
{
    auto store = ControlStore::open(m_pair->profile().local);
    require(store ? okStatus() : Status(store.error()), QStringLiteral("the control store"));
    ConflictFilter filter;
    filter.limit = kAllConflicts;
    const auto conflicts = store->conflicts(filter);
    require(conflicts ? okStatus() : Status(conflicts.error()), QStringLiteral("conflicts"));
    std::set<QByteArray> tokens;
    for (const ConflictRow& conflict : *conflicts) {
        for (const auto& row : {conflict.remote, conflict.local}) {
            if (row)
                tokens.insert(**row->find(QStringLiteral("tok")));
        }
    }
    return tokens;
}

void TestEditLoop::editsAreNeverOverwrittenUnseen_data()
{
    QTest::addColumn<Policy>("policy");
    QTest::newRow("remote wins") << Policy::RemoteWins;
    QTest::newRow("local wins") << Policy::LocalWins;
    QTest::newRow("a person decides") << Policy::Manual;
}

void TestEditLoop::editsAreNeverOverwrittenUnseen()
{
    QFETCH_GLOBAL(PairKind, pair);
    QFETCH(Policy, policy);
    m_pair = std::make_unique<TwoSidedFixture>(pair);
    m_written.clear();
    m_replaced.clear();
    m_edits[0] = m_edits[1] = 0;
    m_pair->runBoth("CREATE TABLE t (id INT PRIMARY KEY, tok VARCHAR(30) CHARACTER SET ascii NOT "
                    "NULL, pad CHAR(100) NOT NULL) ENGINE=InnoDB");
    QByteArrayList rows;
    for (int id = 1; id <= kRows; ++id)
        rows << "(" + QByteArray::number(id) + ",'I" + QByteArray::number(id) + "','')";
    m_pair->runBoth("INSERT INTO t VALUES " + rows.join(','));
    QVERIFY(initialisePair(m_pair->profile(), {}, {}).ok());
    QVERIFY(!sync(policy).error);

    for (int round = 0; round < 2 || m_edits[0] < kEdits || m_edits[1] < kEdits; ++round)
        largeRun(policy, round);
    const SyncReport quiet = sync(policy);
    QVERIFY(!quiet.error);

    std::set<QByteArray> safe = keptTokens();
    for (const Side side : {Side::Remote, Side::Local}) {
        for (const QByteArray& token : m_pair->rows(side, "SELECT tok FROM t"))
            safe.insert(token);
    }
    QByteArrayList lost;
    for (const QByteArray& token : m_written) {
        if (!safe.contains(token) && !m_replaced.contains(token))
            lost << token;
    }
    QVERIFY2(lost.isEmpty(), qPrintable(QStringLiteral("%1 lost: ").arg(lost.size()) +
                                        QString::fromLatin1(lost.mid(0, 20).join(' '))));
    if (policy != Policy::Manual)
        QCOMPARE(m_pair->dump(Side::Local, QStringLiteral("t")),
                 m_pair->dump(Side::Remote, QStringLiteral("t")));
    qInfo("%zu edits on remote and %zu on local while runs wrote", m_edits[0], m_edits[1]);
}

QTEST_MAIN(TestEditLoop)
#include "tst_edit_loop.moc"
