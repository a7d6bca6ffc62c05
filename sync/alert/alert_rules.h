// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"

#include <QDateTime>
#include <QString>

#include <array>
#include <optional>
#include <vector>

/// @file When something is worth an alert: plain values and pure functions, no I/O.

namespace causeway {

enum class AlertRule {
    FailureRate,   ///< percent of the last runs that failed
    Duration,      ///< seconds that the last run took, or has been taking
    Consistency,   ///< hours since both sides were last proved equal
    DiskFree,      ///< megabytes free where the user's data is
    OpenConflicts, ///< conflicts that wait for a person
};
constexpr std::size_t kAlertRuleCount = 5;
constexpr std::array<AlertRule, kAlertRuleCount> kAlertRules{
    AlertRule::FailureRate, AlertRule::Duration, AlertRule::Consistency, AlertRule::DiskFree,
    AlertRule::OpenConflicts};

[[nodiscard]] QString toText(AlertRule rule); ///< "failure_rate", "duration", "consistency", …
[[nodiscard]] std::optional<AlertRule> parseAlertRule(const QString& text);
[[nodiscard]] QString unitOf(AlertRule rule); ///< "%", "s", "h", "MB", "" for conflicts

/// The limit of each rule; nullopt: the rule is off.
class AlertLimits final {
public:
    [[nodiscard]] std::optional<double> of(AlertRule rule) const
    {
        return m_limits[static_cast<std::size_t>(rule)];
    }
    void set(AlertRule rule, std::optional<double> limit)
    {
        m_limits[static_cast<std::size_t>(rule)] = limit;
    }
    bool operator==(const AlertLimits&) const = default;

private:
    std::array<std::optional<double>, kAlertRuleCount> m_limits{50.0, 3600.0, 24.0, 1024.0, 20.0};
};
/// The greatest limit that makes sense for @p rule; the least is 1.
[[nodiscard]] double greatestLimit(AlertRule rule);

/// One whole run of db_sync_log.
struct RunFact {
    RunStatus status = RunStatus::Success;
    QDateTime start;
    double seconds = 0; ///< meaningless while it is RUNNING
};

/// What is known; nullopt is "could not be found out", which neither raises nor clears an alert.
struct AlertFacts {
    std::optional<std::vector<RunFact>> runs; ///< newest first
    std::optional<QDateTime> firstRun;        ///< start of the oldest run in the log
    std::optional<QDateTime> proved; ///< when both sides were last proved equal; nullopt: never
    std::optional<qint64> openConflicts;
    std::optional<double> diskFreeMb;

    static constexpr int kRuns = 10;      ///< runs that the failure rate is taken over
    static constexpr int kFewestRuns = 3; ///< with fewer it says nothing
};

/// One rule held against the facts.
struct AlertReading {
    AlertRule rule = AlertRule::FailureRate;
    std::optional<double> value; ///< in the rule's unit; nullopt: not known
    std::optional<double> limit; ///< nullopt: the rule is off

    /// The limit is reached.
    [[nodiscard]] bool isOver() const;
    /// An alert that stands may go: the value is better than the limit by a tenth, so that a value
    /// about the limit does not raise it again and again; or the rule is off.
    [[nodiscard]] bool isClear() const;
};

/// Every rule, in the order of kAlertRules.
[[nodiscard]] std::vector<AlertReading> readAlerts(const AlertFacts& facts,
                                                   const AlertLimits& limits, const QDateTime& now);

} // namespace causeway
