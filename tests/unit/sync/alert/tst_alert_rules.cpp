// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule as a table of facts, and the life of an alert as a table of moments.
#include "sync/alert/alert_state.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace causeway;

namespace {

const QDateTime kNow = QDateTime(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC);

QDateTime minutesLater(int minutes)
{
    return kNow.addSecs(60LL * minutes);
}

/// Runs by letter, newest first: Success, Partial, Failed, Cancelled, Running.
AlertFacts runs(const char* letters)
{
    AlertFacts facts;
    facts.runs.emplace();
    for (const char* at = letters; *at != 0; ++at) {
        RunFact run;
        run.status = *at == 'F'   ? RunStatus::Failed
                     : *at == 'P' ? RunStatus::Partial
                     : *at == 'C' ? RunStatus::Cancelled
                     : *at == 'R' ? RunStatus::Running
                                  : RunStatus::Success;
        facts.runs->push_back(run);
    }
    return facts;
}

AlertFacts lasted(double seconds)
{
    AlertFacts facts = runs("SS");
    facts.runs->front().seconds = seconds;
    return facts;
}

AlertFacts runningSince(int minutes)
{
    AlertFacts facts = runs("RS");
    facts.runs->front().start = minutesLater(-minutes);
    return facts;
}

AlertFacts proved(std::optional<int> hoursAgo, std::optional<int> firstRunHoursAgo = {})
{
    AlertFacts facts;
    if (hoursAgo)
        facts.proved = minutesLater(-60 * *hoursAgo);
    if (firstRunHoursAgo)
        facts.firstRun = minutesLater(-60 * *firstRunHoursAgo);
    return facts;
}

AlertFacts disk(double megabytes)
{
    AlertFacts facts;
    facts.diskFreeMb = megabytes;
    return facts;
}

AlertFacts conflicts(int open)
{
    AlertFacts facts;
    facts.openConflicts = open;
    return facts;
}

AlertReading readingOf(AlertRule rule, const AlertFacts& facts, const AlertLimits& limits = {})
{
    for (const AlertReading& reading : readAlerts(facts, limits, kNow)) {
        if (reading.rule == rule)
            return reading;
    }
    return {};
}

std::vector<AlertReading> conflictReading(int open)
{
    return readAlerts(conflicts(open), {}, kNow);
}

} // namespace

Q_DECLARE_METATYPE(AlertFacts)
Q_DECLARE_METATYPE(AlertRule)

class TestAlertRules final : public QObject {
    Q_OBJECT
private slots:
    void rules_data();
    void rules();
    void unknownNeitherRaisesNorClears();
    void ruleThatIsOffNeverRaises();
    void namesComeBack();

    void raisedOnceUntilItClears();
    void valueAboutTheLimitDoesNotFlap();
    void mutedIsKeptAndComesLater();
    void muteEndsByItself();
    void acknowledgedIsQuietUntilItComesAgain();
    void ruleSwitchedOffClears();
    void deliveredOnceAndTriedAgain();
    void deliveryIsTakenByOne();
    void whoWasToldOfItIsToldOfItsEnd();
    void anEndOfWhatNobodyWasToldIsNotTold();
    void anEndIsNotTriedForEver();
    void noDeliveryWhileMutedOrAcknowledged();
    void clockSetBackDoesNotHoldADeliveryForEver();
    void stateComesBackFromJson();
    void damagedStateIsReadAsFarAsItGoes();
    void eventsAreBounded();

private:
    static AlertState standing();
};

void TestAlertRules::rules_data()
{
    QTest::addColumn<AlertRule>("rule");
    QTest::addColumn<AlertFacts>("facts");
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("isOver");
    using R = AlertRule;
    QTest::newRow("no runs") << R::FailureRate << runs("") << 0.0 << false;
    QTest::newRow("two failures are too few") << R::FailureRate << runs("FF") << 0.0 << false;
    QTest::newRow("three failures") << R::FailureRate << runs("FFF") << 100.0 << true;
    QTest::newRow("half of them") << R::FailureRate << runs("FSFS") << 50.0 << true;
    QTest::newRow("less than half") << R::FailureRate << runs("FSFSS") << 40.0 << false;
    QTest::newRow("partial is no failure") << R::FailureRate << runs("PPPF") << 25.0 << false;
    QTest::newRow("cancelled does not count")
        << R::FailureRate << runs("CCFFCS") << 200.0 / 3 << true;
    QTest::newRow("running does not count") << R::FailureRate << runs("RFF") << 0.0 << false;
    QTest::newRow("only the last ten")
        << R::FailureRate << runs("SSSSSSFFFFFFFFFF") << 40.0 << false;
    QTest::newRow("no run took long") << R::Duration << runs("") << 0.0 << false;
    QTest::newRow("short") << R::Duration << lasted(3599.9) << 3599.9 << false;
    QTest::newRow("long") << R::Duration << lasted(3600) << 3600.0 << true;
    QTest::newRow("running not long") << R::Duration << runningSince(59) << 3540.0 << false;
    QTest::newRow("running long") << R::Duration << runningSince(61) << 3660.0 << true;
    QTest::newRow("begun in the future") << R::Duration << runningSince(-5) << 0.0 << false;
    QTest::newRow("proved lately") << R::Consistency << proved(23) << 23.0 << false;
    QTest::newRow("proved long ago") << R::Consistency << proved(24) << 24.0 << true;
    QTest::newRow("never proved") << R::Consistency << proved({}, 30) << 30.0 << true;
    QTest::newRow("never proved, but new") << R::Consistency << proved({}, 3) << 3.0 << false;
    QTest::newRow("proof counts, not the first run")
        << R::Consistency << proved(1, 300) << 1.0 << false;
    QTest::newRow("much free") << R::DiskFree << disk(1024) << 1024.0 << false;
    QTest::newRow("little free") << R::DiskFree << disk(1023) << 1023.0 << true;
    QTest::newRow("few conflicts") << R::OpenConflicts << conflicts(19) << 19.0 << false;
    QTest::newRow("many conflicts") << R::OpenConflicts << conflicts(20) << 20.0 << true;
}

void TestAlertRules::rules()
{
    QFETCH(AlertRule, rule);
    QFETCH(AlertFacts, facts);
    QFETCH(double, value);
    QFETCH(bool, isOver);
    const AlertReading reading = readingOf(rule, facts);
    QCOMPARE(reading.value.value_or(-1), value);
    QCOMPARE(reading.isOver(), isOver);
    if (isOver)
        QVERIFY(!reading.isClear());
    for (const AlertReading& other : readAlerts(facts, {}, kNow))
        QVERIFY(other.rule == rule || !other.isOver());
}

void TestAlertRules::unknownNeitherRaisesNorClears()
{
    for (const AlertReading& reading : readAlerts({}, {}, kNow)) {
        QVERIFY(!reading.value);
        QVERIFY(!reading.isOver() && !reading.isClear());
    }
}

void TestAlertRules::ruleThatIsOffNeverRaises()
{
    AlertLimits limits;
    limits.set(AlertRule::OpenConflicts, std::nullopt);
    const AlertReading reading = readingOf(AlertRule::OpenConflicts, conflicts(1000), limits);
    QVERIFY(!reading.isOver() && reading.isClear());
}

void TestAlertRules::namesComeBack()
{
    for (const AlertRule rule : kAlertRules)
        QCOMPARE(parseAlertRule(toText(rule)), std::optional(rule));
    QCOMPARE(parseAlertRule(QStringLiteral(" Disk_Free ")), std::optional(AlertRule::DiskFree));
    QVERIFY(!parseAlertRule(QStringLiteral("disk")));
}

/// A state in which the alert about conflicts stands and was told.
AlertState TestAlertRules::standing()
{
    AlertState state;
    advance(state, conflictReading(25), kNow);
    return state;
}

void TestAlertRules::raisedOnceUntilItClears()
{
    AlertState state;
    QCOMPARE(advance(state, conflictReading(25), kNow).raised.size(), std::size_t{1});
    for (int minute = 1; minute < 100; ++minute) {
        const AlertChange change =
            advance(state, conflictReading(25 + minute), minutesLater(minute));
        QVERIFY(change.raised.empty() && change.cleared.empty());
    }
    QCOMPARE(state.active.size(), std::size_t{1});
    QCOMPARE(state.active.front().since, kNow);
    QCOMPARE(state.active.front().value, 124.0);
    QVERIFY(advance(state, readAlerts({}, {}, kNow), minutesLater(100)).cleared.empty());
    const AlertChange gone = advance(state, conflictReading(0), minutesLater(101));
    QCOMPARE(gone.cleared.size(), std::size_t{1});
    QVERIFY(state.active.empty());
    QCOMPARE(advance(state, conflictReading(30), minutesLater(102)).raised.size(), std::size_t{1});
    QCOMPARE(state.events.size(), std::size_t{3});
}

void TestAlertRules::valueAboutTheLimitDoesNotFlap()
{
    AlertState state;
    std::size_t raised = 0;
    for (int minute = 0; minute < 20; ++minute)
        raised += advance(state, conflictReading(minute % 2 == 0 ? 20 : 19), minutesLater(minute))
                      .raised.size();
    QCOMPARE(raised, std::size_t{1});
    QCOMPARE(advance(state, conflictReading(18), minutesLater(20)).cleared.size(), std::size_t{0});
    QCOMPARE(advance(state, conflictReading(17), minutesLater(21)).cleared.size(), std::size_t{1});
    AlertState full;
    advance(full, readAlerts(disk(1000), {}, kNow), kNow);
    QVERIFY(advance(full, readAlerts(disk(1100), {}, kNow), kNow).cleared.empty());
    QCOMPARE(advance(full, readAlerts(disk(1127), {}, kNow), kNow).cleared.size(), std::size_t{1});
}

void TestAlertRules::mutedIsKeptAndComesLater()
{
    AlertState state;
    mute(state, AlertRule::OpenConflicts, {}, kNow);
    QVERIFY(advance(state, conflictReading(25), kNow).raised.empty());
    QCOMPARE(state.active.size(), std::size_t{1});
    QVERIFY(unmute(state, AlertRule::OpenConflicts, kNow));
    QVERIFY(!unmute(state, AlertRule::OpenConflicts, kNow));
    QCOMPARE(advance(state, conflictReading(25), kNow).raised.size(), std::size_t{1});
    // muted after it was told: not told a second time
    mute(state, AlertRule::OpenConflicts, {}, kNow);
    QVERIFY(unmute(state, AlertRule::OpenConflicts, kNow));
    QVERIFY(advance(state, conflictReading(25), kNow).raised.empty());
    // muted, gone meanwhile: never told
    AlertState quiet;
    mute(quiet, AlertRule::OpenConflicts, {}, kNow);
    advance(quiet, conflictReading(25), kNow);
    advance(quiet, conflictReading(0), kNow);
    unmute(quiet, AlertRule::OpenConflicts, kNow);
    QVERIFY(advance(quiet, conflictReading(0), kNow).raised.empty());
}

void TestAlertRules::muteEndsByItself()
{
    AlertState state;
    mute(state, AlertRule::OpenConflicts, minutesLater(60), kNow);
    QVERIFY(advance(state, conflictReading(25), minutesLater(59)).raised.empty());
    QCOMPARE(advance(state, conflictReading(25), minutesLater(60)).raised.size(), std::size_t{1});
    QVERIFY(state.mutes.empty());
}

void TestAlertRules::acknowledgedIsQuietUntilItComesAgain()
{
    AlertState state = standing();
    QVERIFY(acknowledge(state, AlertRule::OpenConflicts, QStringLiteral("ann"), kNow));
    QVERIFY(!acknowledge(state, AlertRule::OpenConflicts, QStringLiteral("bob"), kNow));
    QVERIFY(!acknowledge(state, AlertRule::DiskFree, QStringLiteral("ann"), kNow));
    QVERIFY(!state.wantsAttention(state.active.front(), kNow));
    QVERIFY(advance(state, conflictReading(99), minutesLater(5)).raised.empty());
    QCOMPARE(state.active.front().acknowledgedBy, QStringLiteral("ann"));
    advance(state, conflictReading(0), minutesLater(6));
    QCOMPARE(advance(state, conflictReading(25), minutesLater(7)).raised.size(), std::size_t{1});
    QVERIFY(!state.active.front().acknowledged);
}

void TestAlertRules::ruleSwitchedOffClears()
{
    AlertState state = standing();
    AlertLimits limits;
    limits.set(AlertRule::OpenConflicts, std::nullopt);
    QCOMPARE(advance(state, readAlerts({}, limits, kNow), kNow).cleared.size(), std::size_t{1});
}

void TestAlertRules::deliveredOnceAndTriedAgain()
{
    AlertState state = standing();
    const QString refused = QStringLiteral("refused");
    QList<int> minutes;
    for (int minute = 0; minute < 300; ++minute) {
        const QDateTime now = minutesLater(minute);
        for (const ActiveAlert& alert : claimDeliveries(state, now, now.addSecs(120))) {
            minutes << minute;
            noteDelivery(state, alert, refused, now);
        }
    }
    QCOMPARE(minutes, (QList<int>{0, 1, 6, 21, 81}));
    QCOMPARE(state.active.front().delivery.error, refused);

    AlertState good = standing();
    const auto claimed = claimDeliveries(good, kNow, minutesLater(2));
    QCOMPARE(claimed.size(), std::size_t{1});
    noteDelivery(good, claimed.front(), {}, kNow);
    QVERIFY(claimDeliveries(good, minutesLater(600), minutesLater(602)).empty());
}

void TestAlertRules::deliveryIsTakenByOne()
{
    AlertState state = standing();
    QCOMPARE(claimDeliveries(state, kNow, minutesLater(2)).size(), std::size_t{1});
    QVERIFY(claimDeliveries(state, minutesLater(1), minutesLater(3)).empty());
    // who took it was killed
    QCOMPARE(claimDeliveries(state, minutesLater(2), minutesLater(4)).size(), std::size_t{1});
    // noted late, of an alert that has gone and come again
    const ActiveAlert old = state.active.front();
    advance(state, conflictReading(0), minutesLater(3));
    advance(state, conflictReading(25), minutesLater(4));
    noteDelivery(state, old, {}, minutesLater(5));
    const auto claimed = claimDeliveries(state, minutesLater(5), minutesLater(7));
    QCOMPARE(claimed.size(), std::size_t{2});
    QCOMPARE(claimed.front().cleared, std::optional(minutesLater(3))); // may have been handed over
    QVERIFY(!claimed.back().cleared);
}

void TestAlertRules::whoWasToldOfItIsToldOfItsEnd()
{
    AlertState state = standing();
    noteDelivery(state, claimDeliveries(state, kNow, minutesLater(2)).front(), {}, kNow);
    advance(state, conflictReading(0), minutesLater(3));
    const auto ends = claimDeliveries(state, minutesLater(3), minutesLater(5));
    QCOMPARE(ends.size(), std::size_t{1});
    QCOMPARE(ends.front().cleared, std::optional(minutesLater(3)));
    noteDelivery(state, ends.front(), QStringLiteral("refused"), minutesLater(3));
    AlertState read = alertStateFromJson(toJson(state));
    QCOMPARE(read, state);
    const auto again = claimDeliveries(read, minutesLater(4), minutesLater(6));
    QCOMPARE(again.size(), std::size_t{1});
    noteDelivery(read, again.front(), {}, minutesLater(4));
    QVERIFY(read.ended.empty());
    QVERIFY(claimDeliveries(read, minutesLater(600), minutesLater(602)).empty());
}

void TestAlertRules::anEndOfWhatNobodyWasToldIsNotTold()
{
    AlertState silent = standing();
    advance(silent, conflictReading(0), minutesLater(3));
    QVERIFY(silent.ended.empty());
    AlertState refused = standing();
    noteDelivery(refused, claimDeliveries(refused, kNow, minutesLater(2)).front(),
                 QStringLiteral("refused"), kNow);
    advance(refused, conflictReading(0), minutesLater(3));
    QVERIFY(refused.ended.empty());
}

void TestAlertRules::anEndIsNotTriedForEver()
{
    AlertState state = standing();
    noteDelivery(state, claimDeliveries(state, kNow, minutesLater(2)).front(), {}, kNow);
    advance(state, conflictReading(0), minutesLater(3));
    int attempts = 0;
    for (int minute = 3; minute < 600; ++minute) // every program that took it was killed
        attempts += static_cast<int>(
            claimDeliveries(state, minutesLater(minute), minutesLater(minute + 2)).size());
    QCOMPARE(attempts, AlertDelivery::kMostAttempts);
    QVERIFY(state.ended.empty());
}

void TestAlertRules::noDeliveryWhileMutedOrAcknowledged()
{
    AlertState muted = standing();
    mute(muted, AlertRule::OpenConflicts, {}, kNow);
    QVERIFY(claimDeliveries(muted, kNow, minutesLater(2)).empty());
    AlertState acknowledged = standing();
    acknowledge(acknowledged, AlertRule::OpenConflicts, QStringLiteral("ann"), kNow);
    QVERIFY(claimDeliveries(acknowledged, kNow, minutesLater(2)).empty());
}

void TestAlertRules::clockSetBackDoesNotHoldADeliveryForEver()
{
    AlertState state = standing();
    QCOMPARE(claimDeliveries(state, minutesLater(600), minutesLater(602)).size(), std::size_t{1});
    QCOMPARE(claimDeliveries(state, kNow, minutesLater(2)).size(), std::size_t{1});
}

void TestAlertRules::stateComesBackFromJson()
{
    AlertState state = standing();
    advance(state, readAlerts(disk(12.5), {}, kNow), minutesLater(1));
    acknowledge(state, AlertRule::OpenConflicts, QStringLiteral("安"), minutesLater(2));
    mute(state, AlertRule::Duration, minutesLater(90), minutesLater(3));
    mute(state, AlertRule::FailureRate, {}, minutesLater(4));
    for (const ActiveAlert& alert : claimDeliveries(state, minutesLater(5), minutesLater(7)))
        noteDelivery(state, alert, QStringLiteral("\"no\"\n"), minutesLater(6).addMSecs(123));
    state.proved = minutesLater(-7).addMSecs(7);
    const QByteArray json = QJsonDocument(toJson(state)).toJson();
    QVERIFY(alertStateFromJson(QJsonDocument::fromJson(json).object()) == state);
}

void TestAlertRules::damagedStateIsReadAsFarAsItGoes()
{
    QVERIFY(alertStateFromJson({}) == AlertState{});
    QJsonObject json = toJson(standing());
    json[QLatin1String("mutes")] = QStringLiteral("none");
    json[QLatin1String("events")] = QJsonArray{1, QJsonObject{}};
    const AlertState read = alertStateFromJson(json);
    QCOMPARE(read.active.size(), std::size_t{1});
    QVERIFY(read.events.empty() && read.mutes.empty());
}

void TestAlertRules::eventsAreBounded()
{
    AlertState state;
    for (int i = 0; i < 2000; ++i)
        advance(state, conflictReading(i % 2 == 0 ? 50 : 0), minutesLater(i));
    QCOMPARE(state.events.size(), AlertState::kMostEvents);
    QCOMPARE(state.events.back().at, minutesLater(1999));
}

QTEST_APPLESS_MAIN(TestAlertRules)
#include "tst_alert_rules.moc"
