// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/base/dialogs.h"
#include "ui/base/widget_tools.h"
#include "ui/session/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/language.h"
#include "ui/shell/nav_bar.h"
#include "ui/shell/page.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/welcome_view.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QFrame>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>

namespace causeway {
namespace {

constexpr std::array<const char*, 7> kMenuTitles{
    QT_TRANSLATE_NOOP("causeway::MainWindow", "&File"),
    QT_TRANSLATE_NOOP("causeway::MainWindow", "&Edit"),
    QT_TRANSLATE_NOOP("causeway::MainWindow", "&View"),
    QT_TRANSLATE_NOOP("causeway::MainWindow", "&Sync"),
    QT_TRANSLATE_NOOP("causeway::MainWindow", "&Conflicts"),
    QT_TRANSLATE_NOOP("causeway::MainWindow", "&Tools"),
    QT_TRANSLATE_NOOP("causeway::MainWindow", "&Help")};

constexpr int kFrame = 3;
const QString kGeometry = QStringLiteral("window/geometry");
const QString kPage = QStringLiteral("window/page");

} // namespace

MainWindow::MainWindow(const PageContext& context, Language& language)
    : m_actions(context.actions)
    , m_language(language)
    , m_session(context.session)
    , m_navigator(context.navigator)
    , m_nav(new NavBar(this))
    , m_stack(new QStackedWidget(this))
    , m_welcome(new WelcomeView(context.navigator, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    resize(1240, 800);
    setMinimumSize(1100, 600);
    build();
    connect(m_nav, &NavBar::chosen, this, &MainWindow::showIndex);
    connect(&m_navigator, &Navigator::pageWanted, this, &MainWindow::showPage);
    connect(&m_session, &Session::currentChanged, this, &MainWindow::showTitle);
    connect(&m_session, &Session::profilesChanged, this, &MainWindow::showWelcomeIfEmpty);
    connect(&m_language, &Language::changed, this, [this](const QString& code) {
        m_languageBox->setCurrentIndex(m_languageBox->findData(code));
    });
    restoreGeometry(QSettings().value(kGeometry).toByteArray());
    showTitle();
}

void MainWindow::build()
{
    auto* centre = new QFrame(this);
    centre->setObjectName(QStringLiteral("centre"));
    centre->setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_nav);
    row->addWidget(m_stack, 1);
    m_bar = new TopBar(m_session, m_navigator, centre);
    column->addWidget(m_bar);
    column->addLayout(row, 1);
    setCentralWidget(centre);
    m_stack->addWidget(m_welcome);
    m_languageBox = makeLanguageBox();
    m_nav->setFooter(m_languageBox);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addPermanentWidget(new StatusStrip(m_session, m_navigator, this), 1);
    for (QMenu*& menu : m_menus)
        menu = menuBar()->addMenu(QString());
}

QComboBox* MainWindow::makeLanguageBox()
{
    auto* box = new QComboBox(this);
    box->setObjectName(QStringLiteral("languageBox"));
    for (const QString& code : Language::codes())
        box->addItem(themedIcon(QStringLiteral("globe")), Language::nameOf(code), code);
    box->setCurrentIndex(box->findData(m_language.code()));
    box->setStyleSheet(QStringLiteral("QComboBox { margin: 0 8px; }"));
    name(box, QT_TR_NOOP("Language"));
    connect(box, &QComboBox::activated, this,
            [this, box] { m_language.use(box->currentData().toString(), true); });
    return box;
}

void MainWindow::addPage(Page* page)
{
    const int index = static_cast<int>(m_pages.size());
    m_pages.push_back(page);
    m_stack->addWidget(page);
    m_nav->addPage(*page);
    connect(page, &Page::badgeChanged, this,
            [this, index](qint64 count) { m_nav->setBadge(index, count); });
}

void MainWindow::finish()
{
    for (const MenuId id : {MenuId::File, MenuId::Edit, MenuId::View, MenuId::Sync,
                            MenuId::Conflicts, MenuId::Tools, MenuId::Help}) {
        QMenu* menu = m_menus[static_cast<std::size_t>(id)];
        for (QAction* action : m_actions.inMenu(id)) {
            if (action)
                menu->addAction(action);
            else
                menu->addSeparator();
        }
        menu->menuAction()->setVisible(!menu->isEmpty());
    }
    m_bar->useActions(m_actions);
    languageChanged();
    showWelcomeIfEmpty();
}

void MainWindow::showIndex(int index)
{
    if (index < 0 || index >= static_cast<int>(m_pages.size()))
        return;
    m_stack->setCurrentWidget(m_pages[static_cast<std::size_t>(index)]);
    m_actions.setScope(m_stack->currentWidget());
}

void MainWindow::showPage(const QByteArray& id)
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&id](const Page* page) { return page->id() == id; });
    if (found == m_pages.end())
        return;
    const int index = static_cast<int>(found - m_pages.begin());
    m_nav->setCurrent(index);
    showIndex(index);
}

Page* MainWindow::currentPage() const
{
    return qobject_cast<Page*>(m_stack->currentWidget());
}

Page* MainWindow::page(const QByteArray& id) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&id](const Page* page) { return page->id() == id; });
    return found == m_pages.end() ? nullptr : *found;
}

void MainWindow::showWelcomeIfEmpty()
{
    if (m_session.profiles().rowCount() == 0) {
        m_nav->setCurrent(-1);
        m_stack->setCurrentWidget(m_welcome);
        m_welcome->setFocus();
    } else if (m_stack->currentWidget() == m_welcome) {
        m_nav->setCurrent(0);
        showPage(QSettings().value(kPage).toByteArray());
    }
    m_actions.setScope(m_stack->currentWidget());
}

void MainWindow::showTitle()
{
    const auto& profile = m_session.current();
    setWindowTitle(
        profile
            ? QStringLiteral("%1 [%2] – Causeway").arg(profile->name, toText(profile->environment))
            : QStringLiteral("Causeway"));
    // The colour goes with the word in the title and in the bar.
    const bool isProduction = profile && profile->environment == Environment::Prod;
    const int frame = isProduction ? kFrame : 0;
    centralWidget()->layout()->setContentsMargins(frame, frame, frame, frame);
    setStyleProperty(centralWidget(), "production", isProduction);
}

void MainWindow::languageChanged()
{
    m_actions.retranslate();
    for (std::size_t i = 0; i < m_menus.size(); ++i)
        m_menus[i]->setTitle(spoken(kMenuTitles[i]));
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        m_nav->setTitle(static_cast<int>(i), m_pages[i]->title());
        if (QAction* action = m_actions.find("view.page" + QByteArray::number(i + 1)))
            action->setText(m_pages[i]->title());
    }
    m_nav->fit();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings().setValue(kGeometry, saveGeometry());
    if (const Page* page = currentPage())
        QSettings().setValue(kPage, page->id());
    const bool isQuitting = std::exchange(m_isQuitting, false);
    if (!isQuitting && !m_mayClose && m_mayHide && m_mayHide()) {
        event->ignore();
        hide();
        emit hidden();
        return;
    }
    if (!m_session.isRunning() || m_mayClose)
        return event->accept();
    event->ignore();
    confirmClose();
}

void MainWindow::quit()
{
    m_isQuitting = true;
    if (!isVisible())
        show(); // what is asked first must be seen, and only a shown window is closed
    close();
}

void MainWindow::confirmClose()
{
    Question question;
    question.title = tr("A run is at work");
    question.text =
        tr("Closing stops it after the current batch. The next run goes on from there.");
    question.verb = tr("Stop and close");
    ask(this, question, this, [this] {
        m_mayClose = true;
        m_session.cancelRun();
        close();
    });
}

} // namespace causeway
