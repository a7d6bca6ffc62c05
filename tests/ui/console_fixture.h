// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/alert/alert_store.h"
#include "sync/run/pair_actions.h"
#include "sync/run/sync_engine.h"
#include "tests/support/loop_watch.h"
#include "tests/support/two_sided_fixture.h"
#include "ui/shell/console.h"
#include "ui/theme/theme.h"
#include "ui/widgets/grid.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <memory>

/// Waits for @p condition as long as a busy machine may need.
#define EVENTUALLY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 60'000)
/// Checks that the loop which @p watch watches turned often enough.
#define NEVER_BLOCKED(watch) QVERIFY2((watch).longest() < kLongestTurn, (watch).words().constData())

namespace causeway::test {

/// The longest that a flow may keep the window from answering.
constexpr std::chrono::milliseconds kLongestTurn{50};

/// A whole console over two fresh databases on private servers, with a small shop in step.
class ConsoleFixture {
public:
    explicit ConsoleFixture(PairKind pair = serverPairs().front())
        : m_pair(pair)
        , m_store(m_folder.filePath(QStringLiteral("profiles")))
    {
    }

    /// Makes the tables on both sides, sets the pair up, brings it in step and opens the window on
    /// @p page; empty: on the one it opens by itself.
    void open(const QByteArray& page = "sync")
    {
        fill();
        profile = m_pair.profile();
        profile.name = QStringLiteral("Shop");
        profile.environment = Environment::Test;
        require(initialisePair(profile, {}, {}).ok() ? okStatus() : Status(Error{}),
                QStringLiteral("set up"));
        SyncRequest request;
        request.profile = profile;
        ProgressMailbox progress;
        const SyncReport report = runSync(request, {}, progress);
        require(report.error ? Status(*report.error) : okStatus(), QStringLiteral("first sync"));
        require(m_store.save(profile), QStringLiteral("save the profile"));
        makeConsole();
        if (!page.isEmpty())
            window().showPage(page);
    }
    /// Opens a window without any profile.
    void openEmpty() { makeConsole(); }

    [[nodiscard]] Console& console() { return *m_console; }
    [[nodiscard]] MainWindow& window() { return m_console->window(); }
    [[nodiscard]] TwoSidedFixture& pair() { return m_pair; }
    [[nodiscard]] const ProfileStore& store() const { return m_store; }
    [[nodiscard]] bool isIdle() const { return m_console->isIdle(); }
    /// Choosing a profile looks its passwords up first: waits until it is the current one.
    void awaitProfile() const
    {
        const auto chosen = [this] {
            const auto& current = m_console->session().current();
            return current && current->name == profile.name &&
                   current->remote.port == profile.remote.port;
        };
        if (!QTest::qWaitFor(chosen, 60'000))
            qFatal("the profile was not chosen");
    }

    template<typename Widget>
    [[nodiscard]] Widget* find(const char* name) const
    {
        auto* found = m_console->window().findChild<Widget*>(QLatin1String(name));
        if (!found)
            qFatal("no widget called %s", name);
        return found;
    }
    template<typename Widget>
    [[nodiscard]] Widget* find(const QByteArray& name) const
    {
        return find<Widget>(name.constData());
    }
    [[nodiscard]] QAbstractButton* button(const char* name) const
    {
        return find<QAbstractButton>(name);
    }
    [[nodiscard]] GridView* grid(const char* name) const { return find<GridView>(name); }
    void click(const char* name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    [[nodiscard]] static QDialog* dialog()
    {
        return qobject_cast<QDialog*>(QApplication::activeModalWidget());
    }
    [[nodiscard]] QString text(const char* label) const { return find<QLabel>(label)->text(); }
    /// Index of the shown row whose cell in @p column reads @p text, at that column.
    [[nodiscard]] QModelIndex cell(const char* gridName, int column, const QString& text) const
    {
        const QAbstractItemModel* model = grid(gridName)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, column).data().toString() == text)
                return model->index(row, column);
        }
        return {};
    }

    Profile profile;
    bool hasTray = false; ///< before the window is opened

private:
    void fill()
    {
        m_pair.runBoth("CREATE TABLE products (id INT PRIMARY KEY, name VARCHAR(80) NOT NULL, "
                       "price DECIMAL(10,2) NOT NULL, note TEXT NULL);"
                       "CREATE TABLE orders (id INT PRIMARY KEY, product_id INT NOT NULL, "
                       "amount INT NOT NULL, FOREIGN KEY (product_id) REFERENCES products(id));"
                       "INSERT INTO products VALUES (1,'Green tea',12.50,NULL),"
                       "(2,'绿茶 🍵',8.00,'x'),(3,'Cup',3.20,NULL),(4,'Pot',22.00,NULL);"
                       "INSERT INTO orders VALUES (1,1,2),(2,2,1);");
    }
    void makeConsole()
    {
        m_console = std::make_unique<Console>(m_store, hasTray);
        m_console->language().use(QStringLiteral("en"), false);
        m_console->start(profile.name);
        m_console->window().resize(1280, 820);
        m_console->window().show();
        if (!profile.name.isEmpty())
            awaitProfile();
    }

    QTemporaryDir m_folder;
    TwoSidedFixture m_pair;
    ProfileStore m_store;
    std::unique_ptr<Console> m_console;
};

/// They are kept under the profile's name, which all consoles here share.
inline void forgetAlerts()
{
    for (const QString& folder :
         {AlertStore::defaultFolders().settings, AlertStore::defaultFolders().state})
        QDir(folder).removeRecursively();
}

/// Common start of every program here: settings and data of its own, the console's look.
inline void initConsoleTest()
{
    static const QTemporaryDir home; // several of these programs may run at once
    qputenv("HOME", home.path().toLocal8Bit());
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(QStringLiteral("causeway-test"));
    QCoreApplication::setOrganizationName(QStringLiteral("causeway-test"));
    QSettings().clear(); // nothing of an earlier run
    forgetAlerts();
    applyTheme(*qApp, Scheme::Light);
}

} // namespace causeway::test
