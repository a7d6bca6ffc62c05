// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/alert/alert_rules.h"

#include <QJsonObject>

/// @file What stands, what was muted and acknowledged: plain values and pure functions, no I/O.

namespace causeway {

/// What became of handing an alert to the operator's command or webhook.
struct AlertDelivery {
    bool isDone = false;
    int attempts = 0;
    std::optional<QDateTime> next; ///< not before; while one is under way, until it is given up
    QString error;                 ///< of the last attempt; empty: none, or it went well

    static constexpr int kMostAttempts = 5;
    bool operator==(const AlertDelivery&) const = default;
};

/// An alert that stands. Times are UTC.
struct ActiveAlert {
    AlertRule rule = AlertRule::FailureRate;
    QDateTime since;
    double value = 0; ///< as it was seen last
    double limit = 0;
    bool isTold = false; ///< raised: written to the log and shown, once
    std::optional<QDateTime> acknowledged;
    QString acknowledgedBy;
    AlertDelivery delivery;
    std::optional<QDateTime> cleared; ///< it does not stand any more
    bool operator==(const ActiveAlert&) const = default;
};

struct AlertMute {
    AlertRule rule = AlertRule::FailureRate;
    std::optional<QDateTime> until; ///< nullopt: until somebody unmutes it
    bool operator==(const AlertMute&) const = default;
};

/// One line of the alerts' own log.
struct AlertEvent {
    enum class Kind {
        Raised,
        Cleared,
        Acknowledged,
        Muted,
        Unmuted,
        Delivered,
        NotDelivered,
    };
    QDateTime at;
    Kind kind = Kind::Raised;
    AlertRule rule = AlertRule::FailureRate;
    double value = 0;
    double limit = 0;
    QString detail; ///< who, until when, or why not
    bool operator==(const AlertEvent&) const = default;
};
[[nodiscard]] QString toText(AlertEvent::Kind kind); ///< "RAISED", "NOT_DELIVERED", …

struct AlertState {
    std::vector<ActiveAlert> active; ///< in the order they were raised
    std::vector<ActiveAlert> ended;  ///< cleared; who was handed them has not been told so yet
    std::vector<AlertMute> mutes;
    std::vector<AlertEvent> events;  ///< oldest first, at most kMostEvents
    std::optional<QDateTime> proved; ///< the latest proof of equality that was ever seen

    [[nodiscard]] const ActiveAlert* find(AlertRule rule) const;
    [[nodiscard]] ActiveAlert* find(AlertRule rule);
    [[nodiscard]] bool isMuted(AlertRule rule, const QDateTime& now) const;
    /// Stands, and nobody has acknowledged or muted it.
    [[nodiscard]] bool wantsAttention(const ActiveAlert& alert, const QDateTime& now) const;
    void note(AlertEvent event);

    static constexpr std::size_t kMostEvents = 500;
    bool operator==(const AlertState&) const = default;
};

/// What the next look at the rules changes.
struct AlertChange {
    std::vector<ActiveAlert> raised; ///< to be told now; not those that are muted
    std::vector<ActiveAlert> cleared;
};
/// Takes @p readings into @p state. An alert is raised once until it clears; one that is muted is
/// kept, and raised when it is not muted any more and still stands.
AlertChange advance(AlertState& state, const std::vector<AlertReading>& readings,
                    const QDateTime& now);

/// @return false when no such alert stands, or it was acknowledged before.
bool acknowledge(AlertState& state, AlertRule rule, const QString& by, const QDateTime& now);
void mute(AlertState& state, AlertRule rule, const std::optional<QDateTime>& until,
          const QDateTime& now);
/// @return false when it was not muted.
bool unmute(AlertState& state, AlertRule rule, const QDateTime& now);

/// Takes the alerts that are to be delivered now, and the end of those that were: until @p lease
/// nobody else does.
[[nodiscard]] std::vector<ActiveAlert> claimDeliveries(AlertState& state, const QDateTime& now,
                                                       const QDateTime& lease);
/// Notes how it went; @p error empty: well. An end that was delivered, or tried too often, is
/// forgotten. Of an alert that has cleared while it was delivered the end is still to be told.
void noteDelivery(AlertState& state, const ActiveAlert& alert, const QString& error,
                  const QDateTime& now);

[[nodiscard]] QJsonObject toJson(const AlertState& state);
/// What of @p json is understood; never fails: state that is lost is made anew.
[[nodiscard]] AlertState alertStateFromJson(const QJsonObject& json);

} // namespace causeway
