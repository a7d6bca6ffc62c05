// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/pair_check.h"

#include <QTest>

#include <functional>

using namespace causeway;

namespace {

/// A pair in order: the ledger has taken in all of the remote's seven epochs.
PairFacts sound()
{
    PairFacts facts;
    facts.localIs = {QStringLiteral("server-l"), QStringLiteral("shop")};
    facts.remoteIs = {QStringLiteral("server-r"), QStringLiteral("shop")};
    facts.local = StateRow{QStringLiteral("pair"), 20, facts.remoteIs, 7, QStringLiteral("run 3")};
    facts.remote = StateRow{QStringLiteral("pair"), 7, facts.localIs, 18, QStringLiteral("run 2")};
    return facts;
}

using Change = std::function<void(PairFacts&)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class TestPairCheck final : public QObject {
    Q_OBJECT

private slots:
    void problems_data();
    void problems();
};

void TestPairCheck::problems_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* name, PairProblem problem, const Change& change) {
        QTest::newRow(name) << change << static_cast<int>(problem);
    };
    row("sound", PairProblem::None, [](PairFacts&) {});
    row("no local row", PairProblem::NotInitialised, [](PairFacts& f) { f.local.reset(); });
    row("init was cut off", PairProblem::NotInitialised, [](PairFacts& f) {
        f.remote.reset();
        f.local->epoch = f.local->peerEpoch = 0;
    });
    row("the remote's row is gone", PairProblem::RemoteWentBack,
        [](PairFacts& f) { f.remote.reset(); });
    row("another remote server", PairProblem::RemoteMoved,
        [](PairFacts& f) { f.remoteIs.serverUuid = QStringLiteral("other"); });
    row("another remote database", PairProblem::RemoteMoved,
        [](PairFacts& f) { f.remoteIs.database = QStringLiteral("other"); });
    row("another local server", PairProblem::LocalMoved,
        [](PairFacts& f) { f.localIs.serverUuid = QStringLiteral("other"); });
    row("the remote is one epoch behind", PairProblem::RemoteWentBack,
        [](PairFacts& f) { f.remote->epoch = 6; });
    row("the local side is behind", PairProblem::LocalWentBack,
        [](PairFacts& f) { f.local->epoch = 17; });
    row("the local side is as the remote knows it", PairProblem::None,
        [](PairFacts& f) { f.local->epoch = 18; });
    row("one epoch ahead, by the last holder: it was interrupted", PairProblem::None,
        [](PairFacts& f) {
            f.remote->epoch = 8;
            f.remote->holder = f.local->holder;
        });
    row("one epoch ahead, by somebody else", PairProblem::ForeignWriter,
        [](PairFacts& f) { f.remote->epoch = 8; });
    row("two epochs ahead", PairProblem::ForeignWriter, [](PairFacts& f) {
        f.remote->epoch = 9;
        f.remote->holder = f.local->holder;
    });
}

void TestPairCheck::problems()
{
    QFETCH(Change, change);
    QFETCH(int, expected);
    PairFacts facts = sound();
    change(facts);
    QCOMPARE(static_cast<int>(findProblem(facts)), expected);
}

QTEST_APPLESS_MAIN(TestPairCheck)
#include "tst_pair_check.moc"
