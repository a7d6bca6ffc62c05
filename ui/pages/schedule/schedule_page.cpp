// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedule/schedule_page.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/pages/overview/warning_list.h"
#include "ui/pages/schedule/alert_dialog.h"
#include "ui/pages/schedule/schedule_form.h"
#include "ui/pages/schedule/schedule_words.h"
#include "ui/session/session.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_card.h"

#include <QGridLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>

namespace causeway {
namespace {

constexpr int kComing = 10;

QDateTime afterInterval(int minutes)
{
    return QDateTime::currentDateTimeUtc().addSecs(qint64{60} * minutes);
}

} // namespace

SchedulePage::SchedulePage(const PageContext& context, QWidget* parent)
    : Page("schedule", QStringLiteral("schedule"), parent)
    , m_session(context.session)
    , m_service(context.session.schedule())
    , m_navigator(context.navigator)
{
    build();
    connectAll();
    showView();
}

void SchedulePage::build()
{
    say([this] { setSubtitle(tr("Syncs that run by themselves.")); });
    buildTitleRow();
    m_error = new ErrorCard(this);
    m_error->clear();
    m_error->offerRemedies();
    m_error->offerRetry();
    m_warnings = new WarningList(this);
    m_warnings->setObjectName(QStringLiteral("scheduleWarnings"));
    m_empty = new EmptyState(QStringLiteral("schedule"), this);
    m_turnOn = button(this, "scheduleOn", QStringLiteral("schedule"), "primary");
    say(m_turnOn, QT_TR_NOOP("Turn on"));
    m_empty->addButton(m_turnOn);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildContent());
    body()->addWidget(m_error);
    body()->addWidget(m_warnings);
    body()->addWidget(m_stack, 1);
}

void SchedulePage::buildTitleRow()
{
    m_alerts = button(this, "scheduleAlerts", QStringLiteral("warning"));
    say(m_alerts, QT_TR_NOOP("Alerts…"));
    tip(m_alerts, QT_TR_NOOP("When to raise an alert, and whom to tell."));
    titleRow()->addWidget(m_alerts);
    m_runNow = button(this, "scheduleRunNow", QStringLiteral("sync"));
    m_skip = button(this, "scheduleSkip", QStringLiteral("next"));
    m_turnOff = button(this, "scheduleOff", QStringLiteral("stop"));
    say(m_runNow, QT_TR_NOOP("Run now"));
    say(m_skip, QT_TR_NOOP("Skip the next run"));
    say(m_turnOff, QT_TR_NOOP("Turn off"));
    tip(m_turnOff, QT_TR_NOOP("A run that is at work ends as it would; no other begins."));
    for (QPushButton* one : {m_runNow, m_skip, m_turnOff})
        titleRow()->addWidget(one);
}

QWidget* SchedulePage::buildContent()
{
    auto* content = new QWidget(this);
    auto* row = tight(new QHBoxLayout(content), space::kTwo);
    m_form = new ScheduleForm(content);
    row->addWidget(m_form, 2, Qt::AlignTop);
    row->addWidget(buildStatus(), 3, Qt::AlignTop);
    row->addWidget(buildComing(), 2);
    return content;
}

QWidget* SchedulePage::buildStatus()
{
    auto* card = new QFrame(this);
    setLook(card, "card");
    auto* grid = new QGridLayout(card);
    grid->setContentsMargins(space::kTwo, space::kTwo, space::kTwo, space::kTwo);
    grid->setHorizontalSpacing(space::kTwo);
    grid->setVerticalSpacing(space::kOne);
    grid->setColumnStretch(1, 1);
    auto* heading = plainLabel(card, "heading");
    say(heading, QT_TR_NOOP("Status"));
    grid->addWidget(heading, 0, 0, 1, 2);
    addLine(grid, QT_TR_NOOP("State"), "scheduleState");
    addLine(grid, QT_TR_NOOP("Kind"), "scheduleKind");
    addLine(grid, QT_TR_NOOP("Interval"), "scheduleEvery");
    addLine(grid, QT_TR_NOOP("Next run"), "scheduleNext");
    addLine(grid, QT_TR_NOOP("Last run"), "scheduleLast");
    addLine(grid, QT_TR_NOOP("Succeeded"), "scheduleSucceeded");
    addLine(grid, QT_TR_NOOP("Failed"), "scheduleFailed");
    addLine(grid, QT_TR_NOOP("Run by"), "scheduleRunner");
    addLine(grid, QT_TR_NOOP("Time zone"), "scheduleZone");
    return card;
}

void SchedulePage::addLine(QGridLayout* grid, const char* title, const char* objectName)
{
    auto* label = plainLabel(this, "muted");
    say(label, title);
    auto* value = wrappedLabel(this);
    value->setObjectName(QLatin1String(objectName));
    label->setBuddy(value);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    m_values.push_back(value);
}

QWidget* SchedulePage::buildComing()
{
    auto* card = new QFrame(this);
    setLook(card, "card");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(space::kTwo, space::kTwo, space::kTwo, space::kTwo);
    column->setSpacing(space::kOne);
    auto* heading = plainLabel(card, "heading");
    say(heading, QT_TR_NOOP("The next runs"));
    m_coming = new QListWidget(card);
    m_coming->setObjectName(QStringLiteral("scheduleComing"));
    m_coming->setSelectionMode(QAbstractItemView::NoSelection);
    name(m_coming, QT_TR_NOOP("The next runs"));
    auto* remark = wrappedLabel(card, "muted");
    say(remark, QT_TR_NOOP("Runs that were missed, because the machine slept or was off, are made "
                           "up for by one. A run that is due while another is at work waits its "
                           "turn."));
    column->addWidget(heading);
    column->addWidget(m_coming, 1);
    column->addWidget(remark);
    return card;
}

void SchedulePage::connectAll()
{
    connect(m_error, &ErrorCard::remedyWanted, &m_navigator, &Navigator::remedy);
    connect(m_error, &ErrorCard::retryWanted, this, &SchedulePage::refresh);
    connect(&m_service, &ScheduleService::changed, this, &SchedulePage::showView);
    connect(&m_service, &ScheduleService::failed, this,
            [this](const Error& error) { m_error->showError(error); });
    connect(&m_session, &Session::currentChanged, this, [this] {
        m_form->revert(); // what was meant for one pair must not be applied to another
        showView();
    });
    connect(&m_session, &Session::runStarted, this, &SchedulePage::showView);
    connect(&m_session, &Session::runFinished, this, &SchedulePage::showView);
    connect(&m_session, &Session::pairChanged, &m_service, &ScheduleService::look);
    connect(m_alerts, &QPushButton::clicked, this,
            [this] { (new AlertDialog(m_session.alerts(), window()))->show(); });
    connect(m_turnOn, &QPushButton::clicked, this, &SchedulePage::turnOn);
    connect(m_turnOff, &QPushButton::clicked, this, &SchedulePage::turnOff);
    connect(m_skip, &QPushButton::clicked, this, &SchedulePage::skipNext);
    connect(m_runNow, &QPushButton::clicked, this, &SchedulePage::runNow);
    connect(m_form, &ScheduleForm::applied, this, &SchedulePage::apply);
}

bool SchedulePage::isBusy() const
{
    return m_service.isBusy();
}

void SchedulePage::refresh()
{
    m_error->clear();
    m_service.look();
}

void SchedulePage::turnOn()
{
    m_error->clear();
    m_service.change([](ScheduleStore& store) -> Status {
        const auto schedule = store.read();
        CAUSEWAY_TRY(schedule);
        return store.enable(afterInterval(schedule->intervalMinutes));
    });
}

void SchedulePage::turnOff()
{
    m_error->clear();
    m_service.change([](ScheduleStore& store) { return store.disable(); });
}

void SchedulePage::skipNext()
{
    m_error->clear();
    m_service.change([](ScheduleStore& store) -> Status {
        CAUSEWAY_TRY(store.skipNext());
        return okStatus();
    });
}

/// A new interval counts from now on, not only after the next run.
void SchedulePage::apply()
{
    m_error->clear();
    m_service.change([interval = m_form->interval(),
                      quiet = m_form->quietHours()](ScheduleStore& store) -> Status {
        const auto before = store.read();
        CAUSEWAY_TRY(before);
        CAUSEWAY_TRY(store.setInterval(interval));
        CAUSEWAY_TRY(store.setQuietHours(quiet));
        if (!before->enabled || before->intervalMinutes == interval)
            return okStatus();
        return store.enable(afterInterval(interval));
    });
}

void SchedulePage::runNow()
{
    if (m_session.startRun({}) != 0)
        m_navigator.show("sync");
}

QString SchedulePage::lockReason() const
{
    if (m_session.current() && m_session.isWritable())
        return {};
    return tr("This pair is locked. Allow writing to it first, at the lock above.");
}

void SchedulePage::showView()
{
    const ScheduleView& view = m_service.view();
    const bool isUninitialised = view.error && view.error->code == ErrorCode::CfgNotInitialised;
    if (view.error && !isUninitialised)
        m_error->showError(*view.error);
    else if (view.schedule && m_error->error() && !m_service.isBusy())
        m_error->clear();
    const bool isOn = view.schedule && view.schedule->enabled;
    m_stack->setCurrentIndex(isOn ? 1 : 0);
    showEmpty(view);
    showButtons(view);
    showWarnings(view);
    if (!isOn)
        return;
    m_form->setLocked(lockReason());
    m_form->setSchedule(*view.schedule);
    showStatus(view);
    showComing(*view.schedule);
}

void SchedulePage::showEmpty(const ScheduleView& view)
{
    QString sentence;
    if (!m_session.current())
        sentence = tr("Choose a pair first; each has a schedule of its own.");
    else if (m_error->error() && !view.schedule)
        sentence = tr("The schedule could not be read.");
    else if (!view.schedule)
        sentence = tr("This pair has no control tables yet. Set it up on the Tables page first.");
    else
        sentence = tr("Automatic sync is off. Turn it on, or keep syncing by hand.");
    if (view.schedule && !m_session.isWritable())
        sentence = words::sentences({sentence, lockReason()});
    m_empty->setSentence(sentence);
    m_turnOn->setVisible(view.schedule.has_value());
    m_turnOn->setEnabled(m_session.isWritable() && !m_service.isBusy());
}

void SchedulePage::showButtons(const ScheduleView& view)
{
    const bool isOn = view.schedule && view.schedule->enabled;
    const bool mayWrite = m_session.isWritable() && !m_service.isBusy();
    const bool isSkipped = isOn && view.schedule->nextRun &&
                           *view.schedule->nextRun > afterInterval(view.schedule->intervalMinutes);
    for (QPushButton* one : {m_runNow, m_skip, m_turnOff})
        one->setVisible(isOn);
    m_alerts->setEnabled(m_session.current().has_value());
    m_turnOff->setEnabled(mayWrite);
    m_runNow->setEnabled(mayWrite && !m_session.isRunning());
    m_skip->setEnabled(mayWrite && !isSkipped && view.reason != ScheduleReason::Running);
    m_skip->setToolTip(isSkipped ? tr("The next run is left out already.") : QString());
}

void SchedulePage::showWarnings(const ScheduleView& view)
{
    std::vector<Warning> warnings;
    const bool isOn = view.schedule && view.schedule->enabled;
    if (isOn && view.reason == ScheduleReason::OtherRunner && !view.schedule->isHeld &&
        !m_session.isWritable()) {
        warnings.push_back(
            {"warnNobodyRuns",
             tr("The schedule is on, but nobody runs it: this pair is locked here, and no "
                "\"causewayctl scheduler run\" is at work."),
             {},
             {}});
    }
    if (isOn && view.schedule->failuresInARow > 0) {
        const bool isAlert = view.schedule->alertSince.has_value();
        warnings.push_back(
            {"warnScheduleFails", schedule_words::trouble(*view.schedule),
             isAlert && m_session.isWritable() ? tr("Try again now") : QString(), [this] {
                 m_service.change([](ScheduleStore& store) { return store.enable(std::nullopt); });
             }});
    }
    m_warnings->setWarnings(warnings);
}

void SchedulePage::showStatus(const ScheduleView& view)
{
    const Schedule& schedule = *view.schedule;
    const QStringList texts{
        schedule_words::state(view),
        tr("MINUTES (a fixed interval)"),
        schedule_words::interval(schedule.intervalMinutes),
        schedule_words::nextRun(schedule),
        schedule_words::lastRun(schedule),
        words::number(schedule.succeeded),
        words::number(schedule.failed),
        schedule_words::runner(view),
        QDateTime::currentDateTime().timeZoneAbbreviation(),
    };
    for (std::size_t i = 0; i < m_values.size(); ++i)
        m_values[i]->setText(texts[static_cast<qsizetype>(i)]);
}

void SchedulePage::showComing(const Schedule& schedule)
{
    QStringList texts;
    for (const QDateTime& run : comingRuns(schedule, QDateTime::currentDateTime(), kComing))
        texts << words::moment(run.toUTC());
    m_coming->clear();
    m_coming->addItems(texts);
}

void SchedulePage::languageChanged()
{
    showView();
}

} // namespace causeway
