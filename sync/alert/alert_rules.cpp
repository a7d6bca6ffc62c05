// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/alert/alert_rules.h"

#include <algorithm>

namespace causeway {
namespace {

struct RuleName {
    const char* name;
    const char* unit;
    double greatest;
};

constexpr std::array<RuleName, kAlertRuleCount> kNames{{{"failure_rate", "%", 100},
                                                        {"duration", "s", 31'536'000},
                                                        {"consistency", "h", 87'600},
                                                        {"disk_free", "MB", 1e9},
                                                        {"open_conflicts", "", 1e9}}};

const RuleName& nameOf(AlertRule rule)
{
    return kNames[static_cast<std::size_t>(rule)];
}

bool endedByItself(const RunFact& run)
{
    return run.status != RunStatus::Running && run.status != RunStatus::Cancelled;
}

double secondsBetween(const QDateTime& from, const QDateTime& to)
{
    return std::max(0.0, static_cast<double>(from.msecsTo(to)) / 1000.0);
}

/// 0 while there are too few runs to judge by.
double failureRate(const std::vector<RunFact>& runs)
{
    int counted = 0;
    int failed = 0;
    for (const RunFact& run : runs) {
        if (!endedByItself(run) || counted == AlertFacts::kRuns)
            continue;
        ++counted;
        failed += run.status == RunStatus::Failed ? 1 : 0;
    }
    return counted < AlertFacts::kFewestRuns ? 0.0 : 100.0 * failed / counted;
}

double lastDuration(const std::vector<RunFact>& runs, const QDateTime& now)
{
    if (runs.empty())
        return 0;
    const RunFact& last = runs.front();
    return last.status == RunStatus::Running ? secondsBetween(last.start, now) : last.seconds;
}

std::optional<double> hoursUnproved(const AlertFacts& facts, const QDateTime& now)
{
    const std::optional<QDateTime>& since = facts.proved ? facts.proved : facts.firstRun;
    if (!since)
        return std::nullopt;
    return secondsBetween(*since, now) / 3600.0;
}

std::optional<double> valueOf(AlertRule rule, const AlertFacts& facts, const QDateTime& now)
{
    switch (rule) {
    case AlertRule::FailureRate:
        return facts.runs ? std::optional(failureRate(*facts.runs)) : std::nullopt;
    case AlertRule::Duration:
        return facts.runs ? std::optional(lastDuration(*facts.runs, now)) : std::nullopt;
    case AlertRule::Consistency:
        return hoursUnproved(facts, now);
    case AlertRule::DiskFree:
        return facts.diskFreeMb;
    case AlertRule::OpenConflicts:
        return facts.openConflicts ? std::optional(static_cast<double>(*facts.openConflicts))
                                   : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

QString toText(AlertRule rule)
{
    return QLatin1String(nameOf(rule).name);
}

QString unitOf(AlertRule rule)
{
    return QLatin1String(nameOf(rule).unit);
}

double greatestLimit(AlertRule rule)
{
    return nameOf(rule).greatest;
}

std::optional<AlertRule> parseAlertRule(const QString& text)
{
    const auto found =
        std::find_if(kAlertRules.begin(), kAlertRules.end(), [&text](AlertRule rule) {
            return text.trimmed().compare(toText(rule), Qt::CaseInsensitive) == 0;
        });
    return found == kAlertRules.end() ? std::nullopt : std::optional(*found);
}

bool AlertReading::isOver() const
{
    if (!value || !limit)
        return false;
    return rule == AlertRule::DiskFree ? *value < *limit : *value >= *limit;
}

bool AlertReading::isClear() const
{
    if (!limit)
        return true;
    if (!value)
        return false;
    return rule == AlertRule::DiskFree ? *value >= *limit * 1.1 : *value < *limit * 0.9;
}

std::vector<AlertReading> readAlerts(const AlertFacts& facts, const AlertLimits& limits,
                                     const QDateTime& now)
{
    std::vector<AlertReading> readings;
    for (const AlertRule rule : kAlertRules)
        readings.push_back({rule, valueOf(rule, facts, now), limits.of(rule)});
    return readings;
}

} // namespace causeway
