// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/history_filters.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>

#include <array>
#include <chrono>

namespace causeway {
namespace {

using namespace std::chrono_literals;

constexpr int kAny = -1;
constexpr std::array kStatuses{RunStatus::Success, RunStatus::Partial, RunStatus::Failed,
                               RunStatus::Cancelled, RunStatus::Running};
constexpr std::array kDirections{Direction::Both, Direction::RemoteToLocal,
                                 Direction::LocalToRemote};
constexpr std::array kDays{1, 7, 30, 90};

QComboBox* choice(QWidget* parent, const char* objectName)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(objectName));
    return box;
}

/// Keeps what is chosen while the texts change.
void refill(QComboBox* box, const std::vector<std::pair<QString, QVariant>>& choices)
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    for (const auto& [text, value] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

} // namespace

HistoryFilters::HistoryFilters(QWidget* parent)
    : Translated<QWidget>(parent)
    , m_search(new QLineEdit(this))
    , m_status(choice(this, "statusFilter"))
    , m_table(choice(this, "tableFilter"))
    , m_direction(choice(this, "directionFilter"))
    , m_days(choice(this, "timeFilter"))
    , m_clear(button(this, "clearFilters", {}, "link"))
{
    setObjectName(QStringLiteral("historyFilters"));
    m_search->setObjectName(QStringLiteral("historySearch"));
    m_typing.setSingleShot(true);
    m_typing.setInterval(250ms);
    build();
    fill();
    tell();
}

void HistoryFilters::build()
{
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(160);
    auto* row = tight(new QHBoxLayout(this), space::kOne);
    row->addWidget(m_search, 1);
    for (QComboBox* box : {m_status, m_table, m_direction, m_days}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(200);
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, &HistoryFilters::tell);
    }
    row->addWidget(m_clear);
    hintIn(m_search, QT_TR_NOOP("Search in messages, codes, tables, run ids"));
    name(m_search, QT_TR_NOOP("Search the runs"));
    name(m_status, QT_TR_NOOP("Show runs with this status"));
    name(m_table, QT_TR_NOOP("Show runs that took this table"));
    name(m_direction, QT_TR_NOOP("Show runs in this direction"));
    name(m_days, QT_TR_NOOP("Show runs of this time"));
    say(m_clear, QT_TR_NOOP("Show all"));
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_search, &QLineEdit::returnPressed, this, &HistoryFilters::tell);
    connect(&m_typing, &QTimer::timeout, this, &HistoryFilters::tell);
    connect(m_clear, &QPushButton::clicked, this, &HistoryFilters::clear);
}

void HistoryFilters::fill()
{
    std::vector<std::pair<QString, QVariant>> statuses{{tr("Any status"), kAny}};
    for (const RunStatus status : kStatuses)
        statuses.emplace_back(words::of(status), static_cast<int>(status));
    refill(m_status, statuses);
    std::vector<std::pair<QString, QVariant>> directions{{tr("Any direction"), kAny}};
    for (const Direction direction : kDirections)
        directions.emplace_back(words::of(direction), static_cast<int>(direction));
    refill(m_direction, directions);
    std::vector<std::pair<QString, QVariant>> times{{tr("Any time"), kAny}};
    for (const int days : kDays)
        times.emplace_back(days == 1 ? tr("Last 24 hours") : tr("Last %1 days").arg(days), days);
    refill(m_days, times);
    std::vector<std::pair<QString, QVariant>> tables{{tr("Any table"), QString()}};
    for (const QString& table : m_names)
        tables.emplace_back(table, table);
    refill(m_table, tables);
}

void HistoryFilters::setTables(const QStringList& tables)
{
    m_names = tables;
    const QString chosen = m_table->currentData().toString();
    if (!chosen.isEmpty() && !m_names.contains(chosen))
        m_names << chosen;
    m_names.sort(Qt::CaseInsensitive);
    fill();
}

void HistoryFilters::narrow(LogFilter& filter) const
{
    filter.text = m_search->text().trimmed();
    filter.table = m_table->currentData().toString();
    if (const int status = m_status->currentData().toInt(); status != kAny)
        filter.status = static_cast<RunStatus>(status);
    if (const int direction = m_direction->currentData().toInt(); direction != kAny)
        filter.direction = static_cast<Direction>(direction);
    if (const int days = m_days->currentData().toInt(); days != kAny)
        filter.since = QDateTime::currentDateTimeUtc().addDays(-days);
}

bool HistoryFilters::isNarrow() const
{
    return !m_search->text().trimmed().isEmpty() || m_status->currentIndex() > 0 ||
           m_table->currentIndex() > 0 || m_direction->currentIndex() > 0 ||
           m_days->currentIndex() > 0;
}

void HistoryFilters::clear()
{
    const bool wasNarrow = isNarrow();
    const QSignalBlocker quiet(m_search);
    m_search->clear();
    for (QComboBox* box : {m_status, m_table, m_direction, m_days})
        box->setCurrentIndex(0);
    if (wasNarrow)
        tell();
}

void HistoryFilters::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistoryFilters::tell()
{
    m_typing.stop();
    m_clear->setVisible(isNarrow());
    emit changed();
}

void HistoryFilters::languageChanged()
{
    fill();
}

} // namespace causeway
