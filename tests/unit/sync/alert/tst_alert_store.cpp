// SPDX-License-Identifier: GPL-3.0-or-later
// Settings and state in files, used by several at once; and a whole look with known facts.
#include "sync/alert/alert_watch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <latch>
#include <numeric>
#include <thread>

using namespace causeway;

namespace {

const QString kShop = QStringLiteral("shop");

AlertFacts conflicts(int open)
{
    AlertFacts facts;
    facts.openConflicts = open;
    return facts;
}

template<typename T>
T valueOf(Result<T> result)
{
    if (!result.ok())
        qFatal("%s", qUtf8Printable(result.error().message()));
    return std::move(result).value();
}

} // namespace

class TestAlertStore final : public QObject {
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void defaultsAndSettingsComeBack();
    void settingsThatCannotBeAreRefused();
    void damagedSettingsAreAnError();
    void damagedStateIsBegunAnew();
    void whatChangesNothingWritesNothing();
    void filesAreTheUsersOwn();
    void renamedAndRemovedWithTheProfile();
    void manyAtOnceRaiseOnce();
    void hookGetsEachAlertOnce();
    void hookThatFailsIsTriedAgain();
    void proofOutlivesTheLog();

private:
    [[nodiscard]] AlertStore store(const QString& key = kShop) const
    {
        return AlertStore(key, folders());
    }
    [[nodiscard]] AlertStore::Folders folders() const
    {
        return {m_folder->filePath(QStringLiteral("config/alerts")),
                m_folder->filePath(QStringLiteral("data/alerts"))};
    }
    [[nodiscard]] QString fileIn(const QString& folder) const
    {
        const QStringList files = QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files);
        return files.size() == 1 ? folder + QLatin1Char('/') + files.front() : QString();
    }
    [[nodiscard]] AlertWatch watch() const
    {
        return AlertWatch({}, kShop, store(), [this] { return m_now; });
    }
    /// A command that adds a line to a file, and ends with what another file says.
    [[nodiscard]] AlertSettings withCounter() const
    {
        AlertSettings settings;
        settings.hook.command =
            QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                        QStringLiteral("cd \"$1\" && echo $CAUSEWAY_ALERT_RULE >> told && "
                                       "test ! -e broken"),
                        QStringLiteral("-"), m_folder->path()};
        return settings;
    }
    [[nodiscard]] QByteArray told() const
    {
        QFile file(m_folder->filePath(QStringLiteral("told")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void damage(const QString& path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"limits\":");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QDateTime m_now = QDateTime(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC);
};

void TestAlertStore::defaultsAndSettingsComeBack()
{
    QVERIFY(valueOf(store().settings()) == AlertSettings{});
    AlertSettings settings = withCounter();
    settings.limits.set(AlertRule::Duration, std::nullopt);
    settings.limits.set(AlertRule::DiskFree, 2048.5);
    settings.hook.timeout = std::chrono::seconds(7);
    QVERIFY(store().saveSettings(settings).ok());
    QVERIFY(valueOf(store().settings()) == settings);
    QVERIFY(valueOf(store(QStringLiteral("other")).settings()) == AlertSettings{});
    settings.hook = {};
    settings.hook.webhook = QStringLiteral("https://chat.example/x?y=z");
    QVERIFY(store().saveSettings(settings).ok());
    QVERIFY(valueOf(store().settings()) == settings);
}

void TestAlertStore::settingsThatCannotBeAreRefused()
{
    for (const double limit : {0.0, -5.0, 101.0, qQNaN(), qInf()}) {
        AlertSettings settings;
        settings.limits.set(AlertRule::FailureRate, limit);
        const Status saved = store().saveSettings(settings);
        QVERIFY(!saved.ok() && saved.error().code == ErrorCode::CfgInvalid);
    }
    QVERIFY(!QFileInfo::exists(folders().settings));
}

void TestAlertStore::damagedSettingsAreAnError()
{
    QVERIFY(store().saveSettings({}).ok());
    damage(fileIn(folders().settings));
    const auto read = store().settings();
    QVERIFY(!read.ok() && read.error().code == ErrorCode::CfgFile);
    QVERIFY(!watch().check(conflicts(100), {}).ok());
}

void TestAlertStore::damagedStateIsBegunAnew()
{
    QCOMPARE(valueOf(watch().check(conflicts(100), {})).raised.size(), std::size_t{1});
    damage(fileIn(folders().state));
    QVERIFY(store().state() == AlertState{});
    QCOMPARE(valueOf(watch().check(conflicts(100), {})).raised.size(), std::size_t{1});
    QCOMPARE(store().state().active.size(), std::size_t{1});
}

void TestAlertStore::whatChangesNothingWritesNothing()
{
    QVERIFY(valueOf(watch().check(conflicts(3), {})).state == AlertState{});
    QVERIFY(!QFileInfo::exists(folders().state));
    QVERIFY(!QFileInfo::exists(folders().settings));
}

void TestAlertStore::filesAreTheUsersOwn()
{
    QVERIFY(store().saveSettings(withCounter()).ok());
    valueOf(watch().check(conflicts(100), {}));
    for (const QString& folder : {folders().settings, folders().state}) {
        const auto others =
            QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!fileIn(folder).isEmpty());
        QVERIFY(!(QFileInfo(fileIn(folder)).permissions() & others));
    }
}

void TestAlertStore::renamedAndRemovedWithTheProfile()
{
    QVERIFY(store().saveSettings(withCounter()).ok());
    valueOf(watch().check(conflicts(100), {}));
    const QString name = QStringLiteral("market");
    store().rename(name);
    QVERIFY(valueOf(store().settings()) == AlertSettings{});
    QVERIFY(valueOf(store(name).settings()) == withCounter());
    QCOMPARE(store(name).state().active.size(), std::size_t{1});
    store(name).remove();
    QVERIFY(valueOf(store(name).settings()) == AlertSettings{});
    QVERIFY(store(name).state() == AlertState{});
}

void TestAlertStore::manyAtOnceRaiseOnce()
{
    constexpr int kWatchers = 6;
    QVERIFY(store().saveSettings(withCounter()).ok());
    std::array<std::size_t, kWatchers> raised{};
    {
        std::latch together(kWatchers);
        std::vector<std::jthread> watchers;
        for (std::size_t& count : raised) {
            watchers.emplace_back([&] {
                together.arrive_and_wait();
                for (int i = 0; i < 5; ++i)
                    count += valueOf(watch().check(conflicts(100), {})).raised.size();
            });
        }
    }
    QCOMPARE(std::accumulate(raised.begin(), raised.end(), std::size_t{0}), std::size_t{1});
    QCOMPARE(told(), QByteArray("open_conflicts\n"));
    QCOMPARE(store().state().events.size(), std::size_t{2}); // raised, delivered
}

void TestAlertStore::hookGetsEachAlertOnce()
{
    QVERIFY(store().saveSettings(withCounter()).ok());
    AlertFacts facts = conflicts(100);
    for (int minute = 0; minute < 10; ++minute) {
        facts.diskFreeMb = minute < 5 ? 5000 : 5;
        QVERIFY(valueOf(watch().check(facts, {})).undelivered.empty());
        m_now = m_now.addSecs(60);
    }
    QCOMPARE(told(), QByteArray("open_conflicts\ndisk_free\n"));
    QVERIFY(valueOf(watch().check(conflicts(0), {})).cleared.size() == 1);
    valueOf(watch().check(conflicts(100), {}));
    // the end of the first, and the second
    QCOMPARE(told(), QByteArray("open_conflicts\ndisk_free\nopen_conflicts\nopen_conflicts\n"));
}

void TestAlertStore::hookThatFailsIsTriedAgain()
{
    QVERIFY(store().saveSettings(withCounter()).ok());
    QFile broken(m_folder->filePath(QStringLiteral("broken")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    const AlertCheck first = valueOf(watch().check(conflicts(100), {}));
    QCOMPARE(first.undelivered.size(), std::size_t{1});
    QVERIFY(!first.state.active.front().delivery.error.isEmpty());
    QVERIFY(broken.remove());
    m_now = m_now.addSecs(59);
    QVERIFY(!valueOf(watch().check(conflicts(100), {})).state.active.front().delivery.isDone);
    m_now = m_now.addSecs(1);
    const AlertCheck second = valueOf(watch().check(conflicts(100), {}));
    QVERIFY(second.raised.empty() && second.undelivered.empty());
    QVERIFY(second.state.active.front().delivery.isDone);
    QCOMPARE(told(), QByteArray("open_conflicts\nopen_conflicts\n"));
}

/// The server is out of reach: the time since the last proof goes on.
void TestAlertStore::proofOutlivesTheLog()
{
    AlertFacts facts;
    facts.proved = m_now;
    valueOf(watch().check(facts, {}));
    m_now = m_now.addSecs(23 * 3600);
    QVERIFY(valueOf(watch().check(AlertFacts{}, {})).raised.empty());
    store().noteProof(m_now);
    m_now = m_now.addSecs(3 * 3600);
    QVERIFY(valueOf(watch().check(facts, {})).raised.empty());
    m_now = m_now.addSecs(21 * 3600);
    QCOMPARE(valueOf(watch().check(AlertFacts{}, {})).raised.size(), std::size_t{1});
    store().noteProof(m_now);
    QCOMPARE(valueOf(watch().check(AlertFacts{}, {})).cleared.size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestAlertStore)
#include "tst_alert_store.moc"
