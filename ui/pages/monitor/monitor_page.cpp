// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/monitor/monitor_page.h"

#include "models/words.h"
#include "sync/control/control_store.h"
#include "ui/base/dialogs.h"
#include "ui/base/widget_tools.h"
#include "ui/session/sample_feed.h"
#include "ui/session/session.h"
#include "ui/shell/action_registry.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_list.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace causeway {
namespace {

constexpr int kMinute = 60'000; ///< ms
constexpr int kMostRuns = 1000;

struct Range {
    int minutes;
    const char* text;
};
constexpr std::array<Range, 6> kRanges{
    Range{5, QT_TRANSLATE_NOOP("causeway::MonitorPage", "5 m")},
    Range{15, QT_TRANSLATE_NOOP("causeway::MonitorPage", "15 m")},
    Range{60, QT_TRANSLATE_NOOP("causeway::MonitorPage", "1 h")},
    Range{360, QT_TRANSLATE_NOOP("causeway::MonitorPage", "6 h")},
    Range{1440, QT_TRANSLATE_NOOP("causeway::MonitorPage", "24 h")},
    Range{10080, QT_TRANSLATE_NOOP("causeway::MonitorPage", "7 d")}};

Result<std::vector<LogRow>> readRuns(const SideConfig& local, qint64 from)
{
    auto store = ControlStore::open(local);
    if (!store.ok())
        return store.error();
    LogFilter filter;
    filter.summariesOnly = true;
    filter.limit = kMostRuns;
    filter.since = QDateTime::fromMSecsSinceEpoch(from, Qt::UTC).addSecs(-3600);
    return store.value().log(filter);
}

} // namespace

MonitorPage::MonitorPage(const PageContext& context, SampleFeed& feed, QWidget* parent)
    : Page("monitor", QStringLiteral("monitor"), parent)
    , m_session(context.session)
    , m_actions(context.actions)
    , m_navigator(context.navigator)
    , m_feed(feed)
{
    build();
    addActions();
    m_drawing.setSingleShot(true);
    connect(&m_drawing, &QTimer::timeout, this, &MonitorPage::drawNext);
    connect(&m_feed, &SampleFeed::sampled, this, &MonitorPage::take);
    connect(&m_feed, &SampleFeed::storeTroubleChanged, this, &MonitorPage::showState);
    connect(&m_session, &Session::currentChanged, this, [this] {
        m_series.clear();
        m_runs.clear();
        m_troubleSince = {};
        load();
    });
    connect(&m_session, &Session::pairChanged, this, &MonitorPage::loadRuns);
    connect(&m_navigator, &Navigator::momentWanted, this, &MonitorPage::showMoment);
    useRange(static_cast<int>(m_minutes));
}

void MonitorPage::build()
{
    say([this] { setSubtitle(tr("What goes on now, and what went on before.")); });
    addRanges();
    m_troubles = new ErrorList(this);
    connect(m_troubles, &ErrorList::remedyWanted, &m_navigator, &Navigator::remedy);
    m_trouble = wrappedLabel(this, "bad");
    m_trouble->setObjectName(QStringLiteral("monitorTrouble"));
    m_unkept = wrappedLabel(this, "muted");
    m_unkept->setObjectName(QStringLiteral("samplesNotKept"));
    m_shown = plainLabel(this, "muted");
    m_shown->setObjectName(QStringLiteral("monitorShown"));
    m_empty = new EmptyState(QStringLiteral("monitor"), this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildPanels());
    body()->addWidget(m_troubles);
    body()->addWidget(m_trouble);
    body()->addWidget(m_unkept);
    body()->addWidget(m_shown);
    body()->addWidget(m_stack, 1);
}

void MonitorPage::addRanges()
{
    m_ranges = new QButtonGroup(this);
    for (const Range& range : kRanges) {
        auto* choice = new QPushButton(this);
        choice->setObjectName(QStringLiteral("range%1").arg(range.minutes));
        choice->setCheckable(true);
        say(choice, range.text);
        choice->setStyleSheet(QStringLiteral("QPushButton { padding: 6px 8px; }"
                                             "QPushButton:checked { font-weight: 600;"
                                             " border-width: 2px; }"));
        m_ranges->addButton(choice, range.minutes);
        titleRow()->addWidget(choice);
    }
    m_pause = button(this, "pauseMonitor");
    m_pause->setCheckable(true);
    titleRow()->addWidget(m_pause);
    connect(m_ranges, &QButtonGroup::idClicked, this, &MonitorPage::useRange);
    connect(m_pause, &QPushButton::clicked, this, &MonitorPage::setPaused);
}

QWidget* MonitorPage::buildPanels()
{
    auto* area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("monitorArea"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // it follows the focus of what is inside
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget(area);
    auto* grid = tight(new QGridLayout(inside), space::kOne);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int number = 0;
    for (const PanelSpec& spec : monitorPanels()) {
        auto* panel = new MonitorPanel(spec, inside);
        connect(panel, &MonitorPanel::runClicked, &m_navigator, &Navigator::showRun);
        connect(panel, &MonitorPanel::saveFailed, this, [this](const QString& path) {
            showErrorDialog(window(), makeError(ErrorCode::SysPermission, path));
        });
        grid->addWidget(panel, number / 2, number % 2);
        m_panels.push_back(panel);
        ++number;
    }
    area->setWidget(inside);
    return area;
}

void MonitorPage::addActions()
{
    m_actions.add({"monitor.pause",
                   MenuId::View,
                   QT_TRANSLATE_NOOP("Actions", "&Pause or resume the charts"),
                   QString(),
                   {QKeySequence(Qt::Key_F8)},
                   this,
                   true},
                  [this] { setPaused(!m_isPaused); });
}

void MonitorPage::useRange(int minutes)
{
    m_minutes = minutes;
    if (QAbstractButton* choice = m_ranges->button(minutes))
        choice->setChecked(true);
    m_to = QDateTime::currentMSecsSinceEpoch();
    m_from = m_to - m_minutes * kMinute;
    setPaused(false);
    load();
}

void MonitorPage::setPaused(bool paused)
{
    const bool wasPaused = std::exchange(m_isPaused, paused);
    if (wasPaused && !paused && !m_ranges->checkedButton())
        return useRange(static_cast<int>(m_minutes));
    if (wasPaused && !paused)
        load();
    showState();
}

void MonitorPage::showMoment(const QDateTime& from, const QDateTime& to)
{
    m_navigator.show(id());
    m_from = from.toMSecsSinceEpoch();
    m_to = to.toMSecsSinceEpoch();
    m_ranges->setExclusive(false);
    if (QAbstractButton* choice = m_ranges->checkedButton())
        choice->setChecked(false);
    m_ranges->setExclusive(true);
    m_isPaused = true;
    load();
}

void MonitorPage::refresh()
{
    load();
}

void MonitorPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    drawAll();
}

void MonitorPage::load()
{
    if (!m_session.current()) {
        m_background.drop(QStringLiteral("samples"));
        m_background.drop(QStringLiteral("runs"));
        return showState();
    }
    if (isLive()) {
        m_to = QDateTime::currentMSecsSinceEpoch();
        m_from = m_to - m_minutes * kMinute;
    }
    m_background.run(
        QStringLiteral("samples"),
        [store = SampleStore(m_session.current()->name),
         from = QDateTime::fromMSecsSinceEpoch(m_from - 2 * kMinute, Qt::UTC),
         to = QDateTime::fromMSecsSinceEpoch(m_to + 2 * kMinute, Qt::UTC)](const std::stop_token&) {
            return store.read(from, to);
        },
        [this](Result<std::vector<Sample>> read) {
            showSamples(read.ok() ? std::move(read).value() : std::vector<Sample>());
        });
    loadRuns();
}

void MonitorPage::loadRuns()
{
    if (!m_session.current())
        return;
    m_background.run(
        QStringLiteral("runs"),
        [local = m_session.current()->local, from = m_from](const std::stop_token&) {
            return readRuns(local, from);
        },
        [this](Result<std::vector<LogRow>> read) {
            if (!read.ok())
                return; // the charts go on; that the side is gone is said above them
            m_runs = std::move(read).value();
            drawAll();
        });
}

void MonitorPage::showSamples(std::vector<Sample> samples)
{
    // what came meanwhile, or is not written yet
    const qint64 stored = samples.empty() ? 0 : samples.back().at;
    std::vector<Sample> recent = m_series.samples();
    m_series.assign(std::move(samples));
    recent.insert(recent.end(), m_feed.unwritten().begin(), m_feed.unwritten().end());
    std::sort(recent.begin(), recent.end(),
              [](const Sample& a, const Sample& b) { return a.at < b.at; });
    for (const Sample& sample : recent) {
        if (sample.at > stored && sample.at >= m_from)
            m_series.append(sample, m_from - 2 * kMinute);
    }
    showState();
    drawAll();
}

void MonitorPage::take()
{
    const Observation& seen = m_feed.last();
    for (std::size_t side = 0; side < 2; ++side) {
        if (!seen.troubles[side])
            m_troubleSince[side] = {};
        else if (!m_troubleSince[side].isValid())
            m_troubleSince[side] = QDateTime::currentDateTimeUtc();
    }
    if (isLive()) {
        m_to = seen.sample.at;
        m_from = m_to - m_minutes * kMinute;
        m_series.append(seen.sample, m_from - 2 * kMinute);
        drawAll();
    }
    showState();
}

void MonitorPage::drawAll()
{
    if (!isVisible())
        return;
    m_dirty.assign(m_panels.begin(), m_panels.end());
    m_drawing.start(0);
}

void MonitorPage::drawNext()
{
    if (m_dirty.empty())
        return;
    MonitorPanel* panel = m_dirty.front();
    m_dirty.pop_front();
    panel->show({&m_series, &m_runs, m_from, m_to});
    if (!m_dirty.empty())
        m_drawing.start(0);
}

void MonitorPage::showTroubles()
{
    const auto& pair = m_session.current();
    std::vector<std::pair<QString, Error>> troubles;
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto& trouble = m_feed.last().troubles[static_cast<std::size_t>(side)];
        if (trouble && pair)
            troubles.emplace_back(words::sideName(side, pair->side(side)), *trouble);
    }
    if (troubles != m_shownTroubles) // a card that is looked at stays as it is
        m_troubles->showErrors(troubles);
    m_shownTroubles = std::move(troubles);
    m_trouble->setText(troubleText());
    m_trouble->setVisible(!m_trouble->text().isEmpty());
    const auto& unkept = m_feed.storeTrouble();
    m_unkept->setVisible(unkept && pair);
    if (unkept)
        m_unkept->setText(tr("What is measured now cannot be kept beyond this session: %1 %2")
                              .arg(unkept->message(), unkept->hint()));
}

QString MonitorPage::troubleText() const
{
    QStringList lines;
    const auto& pair = m_session.current();
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto& trouble = m_feed.last().troubles[static_cast<std::size_t>(side)];
        if (!trouble || !pair)
            continue;
        lines << tr("%1 has not answered since %2; it is tried again all the time.")
                     .arg(words::sideName(side, pair->side(side)),
                          words::moment(m_troubleSince[static_cast<std::size_t>(side)]));
    }
    return lines.join(QLatin1Char('\n'));
}

void MonitorPage::showState()
{
    const bool hasPair = m_session.current().has_value();
    m_stack->setCurrentIndex(hasPair && (!m_series.isEmpty() || m_isPaused) ? 1 : 0);
    m_empty->setSentence(hasPair ? tr("Waiting for the first sample…")
                                 : tr("Choose a profile first."));
    showTroubles();
    m_pause->setChecked(m_isPaused);
    m_pause->setText(m_isPaused ? tr("Resume") : tr("Pause"));
    m_shown->setVisible(m_isPaused);
    m_shown->setText(tr("Paused. Shown: %1 to %2. Sampling goes on.")
                         .arg(words::moment(QDateTime::fromMSecsSinceEpoch(m_from, Qt::UTC)),
                              words::moment(QDateTime::fromMSecsSinceEpoch(m_to, Qt::UTC))));
    m_actions.setReady("monitor.pause", hasPair);
}

void MonitorPage::languageChanged()
{
    showState();
}

} // namespace causeway
