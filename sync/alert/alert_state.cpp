// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/alert/alert_state.h"

#include <algorithm>
#include <utility>

namespace causeway {
namespace {

/// From a failed delivery to the next attempt.
qint64 retrySeconds(int attempts)
{
    constexpr std::array<qint64, 4> kWaits{60, 300, 900, 3600};
    return kWaits[static_cast<std::size_t>(std::clamp(attempts - 1, 0, 3))];
}

/// A time farther away than any of ours tells of a clock that was set back: not believed.
bool isLater(const std::optional<QDateTime>& time, const QDateTime& now)
{
    constexpr qint64 kFarthest = 7200;
    return time && *time > now && *time <= now.addSecs(kFarthest);
}

void noteOf(AlertState& state, AlertEvent::Kind kind, const ActiveAlert& alert,
            const QDateTime& now, const QString& detail = {})
{
    state.note({now, kind, alert.rule, alert.value, alert.limit, detail});
}

void endMutes(AlertState& state, const QDateTime& now)
{
    std::erase_if(state.mutes,
                  [&now](const AlertMute& mute) { return mute.until && *mute.until <= now; });
}

void clear(AlertState& state, const AlertReading& reading, const QDateTime& now,
           AlertChange& change)
{
    const auto at =
        std::find_if(state.active.begin(), state.active.end(),
                     [&](const ActiveAlert& alert) { return alert.rule == reading.rule; });
    at->value = reading.value.value_or(at->value);
    at->cleared = now;
    noteOf(state, AlertEvent::Kind::Cleared, *at, now);
    change.cleared.push_back(*at);
    const AlertDelivery& delivery = at->delivery;
    if (delivery.isDone ||
        (delivery.attempts > 0 && delivery.error.isEmpty())) { // or may have been
        state.ended.push_back(*at);
        state.ended.back().delivery = {};
    }
    state.active.erase(at);
}

void take(AlertState& state, const AlertReading& reading, const QDateTime& now, AlertChange& change)
{
    ActiveAlert* alert = state.find(reading.rule);
    if (!alert && !reading.isOver())
        return;
    if (alert && reading.isClear())
        return clear(state, reading, now, change);
    if (!alert) {
        state.active.push_back({reading.rule, now, 0, 0, false, {}, {}, {}, {}});
        alert = &state.active.back();
    }
    alert->value = reading.value.value_or(alert->value);
    alert->limit = reading.limit.value_or(alert->limit);
    if (alert->isTold || !state.wantsAttention(*alert, now))
        return;
    alert->isTold = true;
    noteOf(state, AlertEvent::Kind::Raised, *alert, now);
    change.raised.push_back(*alert);
}

bool isDue(const AlertDelivery& delivery, const QDateTime& now)
{
    return !delivery.isDone && delivery.attempts < AlertDelivery::kMostAttempts &&
           !isLater(delivery.next, now);
}

void claim(ActiveAlert& alert, const QDateTime& lease, std::vector<ActiveAlert>& claimed)
{
    ++alert.delivery.attempts;
    alert.delivery.next = lease;
    claimed.push_back(alert);
}

/// Of the same alert as @p of, which may have been read back since.
ActiveAlert* findSame(std::vector<ActiveAlert>& alerts, const ActiveAlert& of)
{
    const auto at = std::find_if(alerts.begin(), alerts.end(), [&of](const ActiveAlert& alert) {
        return alert.rule == of.rule && alert.since == of.since;
    });
    return at == alerts.end() ? nullptr : &*at;
}

} // namespace

QString toText(AlertEvent::Kind kind)
{
    switch (kind) {
    case AlertEvent::Kind::Raised:
        return QStringLiteral("RAISED");
    case AlertEvent::Kind::Cleared:
        return QStringLiteral("CLEARED");
    case AlertEvent::Kind::Acknowledged:
        return QStringLiteral("ACKNOWLEDGED");
    case AlertEvent::Kind::Muted:
        return QStringLiteral("MUTED");
    case AlertEvent::Kind::Unmuted:
        return QStringLiteral("UNMUTED");
    case AlertEvent::Kind::Delivered:
        return QStringLiteral("DELIVERED");
    case AlertEvent::Kind::NotDelivered:
        return QStringLiteral("NOT_DELIVERED");
    }
    return {};
}

const ActiveAlert* AlertState::find(AlertRule rule) const
{
    const auto at = std::find_if(active.begin(), active.end(),
                                 [rule](const ActiveAlert& alert) { return alert.rule == rule; });
    return at == active.end() ? nullptr : &*at;
}

ActiveAlert* AlertState::find(AlertRule rule)
{
    return const_cast<ActiveAlert*>(std::as_const(*this).find(rule));
}

bool AlertState::isMuted(AlertRule rule, const QDateTime& now) const
{
    return std::any_of(mutes.begin(), mutes.end(), [&](const AlertMute& mute) {
        return mute.rule == rule && (!mute.until || *mute.until > now);
    });
}

bool AlertState::wantsAttention(const ActiveAlert& alert, const QDateTime& now) const
{
    return !alert.acknowledged && !isMuted(alert.rule, now);
}

void AlertState::note(AlertEvent event)
{
    events.push_back(std::move(event));
    if (events.size() > kMostEvents)
        events.erase(events.begin());
}

AlertChange advance(AlertState& state, const std::vector<AlertReading>& readings,
                    const QDateTime& now)
{
    AlertChange change;
    endMutes(state, now);
    for (const AlertReading& reading : readings)
        take(state, reading, now, change);
    return change;
}

bool acknowledge(AlertState& state, AlertRule rule, const QString& by, const QDateTime& now)
{
    ActiveAlert* alert = state.find(rule);
    if (!alert || alert->acknowledged)
        return false;
    alert->acknowledged = now;
    alert->acknowledgedBy = by;
    noteOf(state, AlertEvent::Kind::Acknowledged, *alert, now, by);
    return true;
}

void mute(AlertState& state, AlertRule rule, const std::optional<QDateTime>& until,
          const QDateTime& now)
{
    std::erase_if(state.mutes, [rule](const AlertMute& mute) { return mute.rule == rule; });
    state.mutes.push_back({rule, until});
    state.note({now, AlertEvent::Kind::Muted, rule, 0, 0,
                until ? until->toUTC().toString(Qt::ISODate) : QString()});
}

bool unmute(AlertState& state, AlertRule rule, const QDateTime& now)
{
    const auto removed =
        std::erase_if(state.mutes, [rule](const AlertMute& mute) { return mute.rule == rule; });
    if (removed > 0)
        state.note({now, AlertEvent::Kind::Unmuted, rule, 0, 0, {}});
    return removed > 0;
}

std::vector<ActiveAlert> claimDeliveries(AlertState& state, const QDateTime& now,
                                         const QDateTime& lease)
{
    std::erase_if(state.ended, [&now](const ActiveAlert& ended) {
        return ended.delivery.attempts >= AlertDelivery::kMostAttempts &&
               !isLater(ended.delivery.next, now);
    });
    std::vector<ActiveAlert> claimed;
    for (ActiveAlert& alert : state.ended) {
        if (isDue(alert.delivery, now))
            claim(alert, lease, claimed);
    }
    for (ActiveAlert& alert : state.active) {
        if (alert.isTold && state.wantsAttention(alert, now) && isDue(alert.delivery, now))
            claim(alert, lease, claimed);
    }
    return claimed;
}

void noteDelivery(AlertState& state, const ActiveAlert& alert, const QString& error,
                  const QDateTime& now)
{
    noteOf(state, error.isEmpty() ? AlertEvent::Kind::Delivered : AlertEvent::Kind::NotDelivered,
           alert, now, error);
    ActiveAlert* const standing = findSame(alert.cleared ? state.ended : state.active, alert);
    if (!standing)
        return;
    AlertDelivery& delivery = standing->delivery;
    delivery.isDone = error.isEmpty();
    delivery.error = error;
    delivery.next.reset();
    if (!delivery.isDone)
        delivery.next = now.addSecs(retrySeconds(delivery.attempts));
    std::erase_if(state.ended, [](const ActiveAlert& ended) { return ended.delivery.isDone; });
}

} // namespace causeway
