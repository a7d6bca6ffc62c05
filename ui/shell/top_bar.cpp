// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "models/words.h"
#include "ui/base/dialogs.h"
#include "ui/base/widget_tools.h"
#include "ui/session/session.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/tag.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace causeway {

TopBar::TopBar(Session& session, Navigator& navigator, QWidget* parent)
    : Translated<QWidget>(parent)
    , m_session(session)
    , m_navigator(navigator)
    , m_profiles(new QComboBox(this))
    , m_environment(new Tag(this))
    , m_remote(new ElidedLabel(this, "remote"))
    , m_direction(new DirectionPicture(this))
    , m_local(new ElidedLabel(this, "local"))
    , m_lock(new QToolButton(this))
    , m_sync(button(this, "syncNow", QStringLiteral("sync"), "primary"))
    , m_pause(button(this, "pauseRun", QStringLiteral("pause")))
    , m_stop(button(this, "stopRun", QStringLiteral("stop")))
{
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(&session, &Session::profilesChanged, this, &TopBar::fillProfiles);
    connect(&session, &Session::currentChanged, this, &TopBar::showCurrent);
    connect(&session, &Session::runStarted, this, &TopBar::showRunning);
    connect(&session, &Session::runFinished, this, &TopBar::showRunning);
    connect(&session, &Session::pauseToggled, this, &TopBar::showPause);
    connect(m_profiles, &QComboBox::activated, this,
            [this](int row) { m_session.select(m_profiles->itemText(row)); });
    connect(&navigator, &Navigator::remedyWanted, this, [this](Remedy remedy) {
        if (remedy == Remedy::AllowWriting && !m_session.isWritable())
            toggleLock();
    });
    connect(m_lock, &QToolButton::clicked, this, &TopBar::toggleLock);
    fillProfiles();
    showCurrent();
    showRunning();
}

void TopBar::build()
{
    m_profiles->setObjectName(QStringLiteral("profileSelector"));
    m_profiles->setMinimumWidth(180);
    m_profiles->setMaximumWidth(260);
    m_lock->setObjectName(QStringLiteral("lock"));
    m_lock->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setLook(m_lock, "lock");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kTwo, space::kOne, space::kTwo, space::kOne);
    row->setSpacing(space::kOne);
    row->addWidget(m_profiles);
    row->addWidget(m_environment);
    row->addSpacing(space::kTwo);
    row->addWidget(m_remote);
    row->addWidget(m_direction);
    row->addWidget(m_local);
    row->addStretch(1);
    row->addWidget(m_lock);
    row->addWidget(m_pause);
    row->addWidget(m_stop);
    row->addWidget(m_sync);
    say(m_sync, QT_TR_NOOP("Sync now"));
    say(m_stop, QT_TR_NOOP("Stop"));
    name(m_profiles, QT_TR_NOOP("Profile"));
}

void TopBar::useActions(const ActionRegistry& actions)
{
    m_syncAction = actions.find("sync.now");
    m_pauseAction = actions.find("sync.pause");
    m_stopAction = actions.find("sync.stop");
    bind(m_sync, m_syncAction);
    bind(m_pause, m_pauseAction);
    bind(m_stop, m_stopAction);
    showTips();
}

void TopBar::bind(QPushButton* button, QAction* action)
{
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] { button->setEnabled(action->isEnabled()); };
    connect(action, &QAction::changed, button, follow);
    follow();
}

void TopBar::showTips()
{
    const auto withKeys = [](const QString& text, const QAction* action) {
        return action ? QStringLiteral("%1 (%2)").arg(
                            text, action->shortcut().toString(QKeySequence::NativeText))
                      : text;
    };
    m_pause->setToolTip(withKeys(m_session.pauseState() == PauseGate::State::Open
                                     ? tr("Stands still after this batch until you let it go on")
                                     : tr("Goes on where it stands"),
                                 m_pauseAction));
    m_stop->setToolTip(
        withKeys(tr("Stops after this batch; what is done stays done"), m_stopAction));
    m_sync->setToolTip(withKeys(tr("Shows first what would be written, then asks"), m_syncAction));
}

void TopBar::fillProfiles()
{
    const QSignalBlocker quiet(m_profiles);
    m_profiles->clear();
    for (const Profile& profile : m_session.profiles().profiles())
        m_profiles->addItem(profile.name);
    m_profiles->setCurrentText(m_session.currentName());
    m_profiles->setEnabled(m_profiles->count() > 0);
}

void TopBar::showCurrent()
{
    const std::optional<Profile>& profile = m_session.current();
    for (QWidget* widget : QWidgetList{m_environment, m_remote, m_direction, m_local, m_lock})
        widget->setVisible(profile.has_value());
    showRunning();
    if (!profile)
        return;
    m_profiles->setCurrentText(profile->name);
    m_environment->setEnvironment(profile->environment);
    m_remote->setText(words::sideName(Side::Remote, profile->remote));
    m_local->setText(words::sideName(Side::Local, profile->local));
    m_remote->setToolTip(profile->remote.display());
    m_local->setToolTip(profile->local.display());
    m_direction->setDirection(profile->defaults.direction);
    m_direction->setToolTip(words::of(profile->defaults.direction));
    m_lock->setText(profile->readOnly ? tr("Read-only") : tr("Writing allowed"));
    m_lock->setIcon(
        themedIcon(profile->readOnly ? QStringLiteral("lock") : QStringLiteral("unlock")));
    m_lock->setToolTip(profile->readOnly
                           ? tr("Nothing is written to either side. Click to allow writing.")
                           : tr("Runs may write to both sides. Click to lock."));
    setStyleProperty(m_lock, "open", !profile->readOnly);
}

void TopBar::showRunning()
{
    const bool isRunning = m_session.isRunning();
    m_pause->setVisible(m_session.canPause());
    m_stop->setVisible(isRunning);
    m_profiles->setEnabled(!isRunning && m_profiles->count() > 0);
    m_lock->setEnabled(!isRunning);
    showPause();
}

void TopBar::showPause()
{
    const bool isOpen = m_session.pauseState() == PauseGate::State::Open;
    m_pause->setText(isOpen ? tr("Pause") : tr("Go on"));
    m_pause->setIcon(themedIcon(isOpen ? QStringLiteral("pause") : QStringLiteral("resume")));
    showTips();
}

void TopBar::languageChanged()
{
    showCurrent();
    showTips();
}

void TopBar::toggleLock()
{
    if (!m_session.current())
        return;
    if (m_session.isWritable()) {
        static_cast<void>(m_session.setReadOnly(true));
        return;
    }
    Question question;
    question.title = tr("Allow writing?");
    question.text = tr("Runs, decisions and table settings may then change data on %1 and %2.")
                        .arg(m_remote->text(), m_local->text());
    question.verb = tr("Allow writing");
    question.environment = m_session.current()->environment;
    ask(window(), question, this, [this] { unlock(); });
}

void TopBar::unlock()
{
    const Status status = m_session.setReadOnly(false);
    if (!status.ok())
        showErrorDialog(window(), status.error());
}

} // namespace causeway
