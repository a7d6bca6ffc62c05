// SPDX-License-Identifier: GPL-3.0-or-later
// A server that dies while the console is open: every page says so on a card with a way on, nothing
// hangs, and once the server is back the page can be had again with one click.
#include "tests/ui/console_fixture.h"
#include "ui/widgets/error_card.h"
#include "ui/widgets/step_list.h"

#include <QAction>
#include <QComboBox>
#include <QRegularExpression>

using namespace causeway;
using namespace causeway::test;

namespace {

/// The card that is shown on the current page; nullptr: none.
ErrorCard* shownCard(ConsoleFixture& fixture)
{
    for (ErrorCard* card : fixture.window().currentPage()->findChildren<ErrorCard*>()) {
        if (card->isVisible())
            return card;
    }
    return nullptr;
}

/// Shows @p page and asks for it anew, as with F5.
void showAnew(ConsoleFixture& fixture, const QByteArray& page)
{
    fixture.window().showPage(page);
    fixture.console().actions().find("view.refresh")->trigger();
}

/// Presses the way on of the shown card: to try again, or else to compare again.
void goOn(ConsoleFixture& fixture)
{
    for (const char* name : {"tryAgain", "remedyRunAgain"}) {
        auto* way = shownCard(fixture)->findChild<QAbstractButton*>(QLatin1String(name));
        if (way && way->isVisible())
            return QTest::mouseClick(way, Qt::LeftButton);
    }
    QFAIL("the card has no way on");
}

bool hasChinese(const QString& text)
{
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    return han.match(text).hasMatch();
}

/// Kills a server for as long as it lives.
class Outage final {
public:
    Outage(ConsoleFixture& fixture, Side side)
        : m_fixture(fixture)
        , m_side(side)
    {
        server().kill();
    }
    ~Outage() { end(); }
    Outage(const Outage&) = delete;
    Outage& operator=(const Outage&) = delete;
    void end()
    {
        if (server().isRunning())
            return;
        require(server().restart(), QStringLiteral("start the server again"));
        m_fixture.pair().reconnect(m_side);
    }

private:
    [[nodiscard]] PrivateServer& server() const { return m_fixture.pair().server(m_side); }

    ConsoleFixture& m_fixture;
    Side m_side;
};

} // namespace

class TestServerGone final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { initConsoleTest(); }
    void cleanup() { QSettings().clear(); }
    void everyPageSaysSoAndComesBack_data();
    void everyPageSaysSoAndComesBack();
    void monitorRecoversByItself();
    void whatIsShownStays();
    void cardsFollowTheLanguage();
};

void TestServerGone::everyPageSaysSoAndComesBack_data()
{
    QTest::addColumn<QByteArray>("page");
    for (const char* page : {"overview", "sync", "tables", "conflicts", "history", "schedule"})
        QTest::newRow(page) << QByteArray(page);
}

void TestServerGone::everyPageSaysSoAndComesBack()
{
    QFETCH(QByteArray, page);
    ConsoleFixture fixture;
    fixture.open(page);
    EVENTUALLY(fixture.isIdle() && !shownCard(fixture));
    Outage outage(fixture, Side::Local);
    LoopWatch watch;
    showAnew(fixture, page);
    EVENTUALLY(fixture.isIdle() && shownCard(fixture));
    QVERIFY(shownCard(fixture)->error()->code == ErrorCode::ConnFailed);
    goOn(fixture); // still dead: it says so again
    EVENTUALLY(fixture.isIdle() && shownCard(fixture));
    watch.aside([&outage] { outage.end(); });
    goOn(fixture);
    EVENTUALLY(fixture.isIdle() && !shownCard(fixture));
    NEVER_BLOCKED(watch);
}

void TestServerGone::monitorRecoversByItself()
{
    ConsoleFixture fixture;
    fixture.open("monitor");
    fixture.console().samples().setInterval(std::chrono::milliseconds(200));
    EVENTUALLY(fixture.isIdle() && !shownCard(fixture));
    Outage outage(fixture, Side::Remote);
    EVENTUALLY(shownCard(fixture));
    QVERIFY(fixture.text("monitorTrouble").contains(QStringLiteral("tried again all the time")));
    auto* way =
        shownCard(fixture)->findChild<QAbstractButton*>(QStringLiteral("remedyTestConnection"));
    QVERIFY(way);
    QTest::mouseClick(way, Qt::LeftButton);
    QCOMPARE(fixture.window().currentPage()->id(), QByteArray("profiles"));
    EVENTUALLY(fixture.isIdle());
    outage.end();
    fixture.window().showPage("monitor");
    EVENTUALLY(!shownCard(fixture));
}

void TestServerGone::whatIsShownStays()
{
    ConsoleFixture fixture;
    fixture.open("tables");
    EVENTUALLY(fixture.isIdle() && fixture.grid("tablesGrid")->model()->rowCount() == 2);
    const QModelIndex enabled = fixture.grid("tablesGrid")->model()->index(0, 0);
    QVERIFY(
        fixture.grid("tablesGrid")->model()->setData(enabled, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(fixture.button("applyTables")->text(), QStringLiteral("Apply (1)"));
    Outage outage(fixture, Side::Local);
    showAnew(fixture, "tables");
    EVENTUALLY(fixture.isIdle() && shownCard(fixture));
    QCOMPARE(fixture.button("applyTables")->text(), QStringLiteral("Apply (1)"));
    outage.end();
    goOn(fixture);
    EVENTUALLY(fixture.isIdle() && !shownCard(fixture));
    QCOMPARE(fixture.button("applyTables")->text(), QStringLiteral("Apply (1)"));
}

void TestServerGone::cardsFollowTheLanguage()
{
    ConsoleFixture fixture;
    fixture.open("tables");
    EVENTUALLY(fixture.isIdle());
    Outage outage(fixture, Side::Local);
    for (const char* page : {"overview", "sync", "tables", "conflicts", "history", "schedule"}) {
        fixture.console().language().use(QStringLiteral("en"), false);
        showAnew(fixture, page);
        EVENTUALLY(fixture.isIdle() && shownCard(fixture));
        const auto texts = [&fixture] {
            QStringList said;
            for (const char* name : {"errorMessage", "errorSafe", "errorHint"})
                said << shownCard(fixture)->findChild<QLabel*>(QLatin1String(name))->text();
            for (const auto* button : shownCard(fixture)->findChildren<QAbstractButton*>())
                said << button->text();
            return said;
        };
        const QStringList english = texts();
        for (const QString& text : english)
            QVERIFY2(!hasChinese(text), qPrintable(text));
        fixture.console().language().use(QStringLiteral("zh_CN"), false);
        EVENTUALLY(fixture.isIdle() && shownCard(fixture) && hasChinese(texts().first()));
        for (const QString& text : texts())
            QVERIFY2(hasChinese(text), qPrintable(QLatin1String(page) % u": " % text));
        for (const QString& text : english)
            QVERIFY2(!texts().contains(text), qPrintable(text));
        QVERIFY2(!texts().first().contains(QStringLiteral("local · ")),
                 qPrintable(texts().first()));
    }
    fixture.console().language().use(QStringLiteral("en"), false);
}

QTEST_MAIN(TestServerGone)
#include "tst_server_gone.moc"
