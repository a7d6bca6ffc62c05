// SPDX-License-Identifier: GPL-3.0-or-later
// What was repaired is remembered: in order, bounded, by several programs, past damage.
#include "sync/doctor/fix_history.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace causeway;
using namespace causeway::doctor;

namespace {

Repair repairOf(const QString& check)
{
    Repair repair;
    repair.check = check;
    repair.what = QStringLiteral("表 and \"quotes\"");
    repair.at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    repair.statements = {{Side::Local, QStringLiteral("one")},
                         {Side::Remote, QStringLiteral("two")}};
    return repair;
}

} // namespace

class TestFixHistory final : public QObject {
    Q_OBJECT
private slots:
    void comesBackAsItWas();
    void newestFirstAndBounded();
    void pairsAreApart();
    void severalAtOnce();
    void damageIsPutAside();
    void longRepairsAreCut();

private:
    [[nodiscard]] FixHistory history(const QString& database = QStringLiteral("shop")) const
    {
        Profile profile;
        profile.local.database = database;
        return FixHistory(profile, m_folder.path() + QLatin1Char('/') +
                                       QLatin1String(QTest::currentTestFunction()));
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder.path() + QLatin1Char('/') +
                    QLatin1String(QTest::currentTestFunction()))
            .entryList(QDir::Files);
    }
    QTemporaryDir m_folder;
};

void TestFixHistory::comesBackAsItWas()
{
    QVERIFY(history().read()->empty());
    Repair repair = repairOf(QStringLiteral("config"));
    QVERIFY(history().add(repair, QStringLiteral("anna")).ok());
    repair.error = makeError(ErrorCode::SysPermission, QStringLiteral("remote"));
    QVERIFY(history().add(repair, QStringLiteral("anna")).ok());
    const auto read = history().read();
    QVERIFY(read.ok());
    QCOMPARE(read->size(), std::size_t{2});
    QCOMPARE(read->at(0), pastRepair(repair, QStringLiteral("anna")));
    QVERIFY(read->at(0).error.startsWith(QLatin1String("SYS_004 ")));
    repair.error.reset();
    QCOMPARE(read->at(1), pastRepair(repair, QStringLiteral("anna")));
    for (const QString& name : files())
        QCOMPARE(QFileInfo(m_folder.path() + QLatin1String("/comesBackAsItWas/") + name)
                     .permission(QFile::ReadOther | QFile::ReadGroup),
                 false);
}

void TestFixHistory::newestFirstAndBounded()
{
    for (int i = 0; i < FixHistory::kMost + 5; ++i)
        QVERIFY(history().add(repairOf(QString::number(i)), QString()).ok());
    const auto read = history().read();
    QCOMPARE(read->size(), std::size_t{FixHistory::kMost});
    QCOMPARE(read->front().check, QString::number(FixHistory::kMost + 4));
    QCOMPARE(read->back().check, QStringLiteral("5"));
}

void TestFixHistory::pairsAreApart()
{
    QVERIFY(history(QStringLiteral("a")).add(repairOf(QStringLiteral("x")), QString()).ok());
    QCOMPARE(history(QStringLiteral("a")).read()->size(), std::size_t{1});
    QVERIFY(history(QStringLiteral("b")).read()->empty());
}

void TestFixHistory::severalAtOnce()
{
    const auto add = [this] {
        for (int i = 0; i < 20; ++i)
            static_cast<void>(history().add(repairOf(QStringLiteral("x")), QString()).ok());
    };
    {
        const std::jthread one(add);
        const std::jthread two(add);
    }
    QCOMPARE(history().read()->size(), std::size_t{40});
}

void TestFixHistory::damageIsPutAside()
{
    QVERIFY(history().add(repairOf(QStringLiteral("x")), QString()).ok());
    const QString folder = m_folder.path() + QLatin1String("/damageIsPutAside/");
    for (const QString& name : files()) {
        QFile file(folder + name);
        if (name.endsWith(QLatin1String(".json")) && file.open(QFile::WriteOnly))
            file.write("[{\"at\":");
    }
    QVERIFY(history().read()->empty());
    QVERIFY(history().add(repairOf(QStringLiteral("y")), QString()).ok());
    QCOMPARE(history().read()->size(), std::size_t{1});
    QCOMPARE(files().filter(QStringLiteral(".damaged")).size(), 1);
}

void TestFixHistory::longRepairsAreCut()
{
    Repair repair = repairOf(QStringLiteral("config"));
    repair.statements.resize(5000, {Side::Local, QStringLiteral("s")});
    QVERIFY(history().add(repair, QString()).ok());
    QCOMPARE(history().read()->front().statements.size(), std::size_t{1000});
}

QTEST_GUILESS_MAIN(TestFixHistory)
#include "tst_fix_history.moc"
