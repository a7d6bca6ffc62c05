// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/alert/alert_state.h"

#include <QJsonArray>

namespace causeway {
namespace {

constexpr std::array kKinds{AlertEvent::Kind::Raised,       AlertEvent::Kind::Cleared,
                            AlertEvent::Kind::Acknowledged, AlertEvent::Kind::Muted,
                            AlertEvent::Kind::Unmuted,      AlertEvent::Kind::Delivered,
                            AlertEvent::Kind::NotDelivered};

QJsonValue timeOf(const std::optional<QDateTime>& time)
{
    return time ? QJsonValue(time->toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

std::optional<QDateTime> readTime(const QJsonValue& value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

QJsonObject toJson(const ActiveAlert& alert)
{
    return {{QStringLiteral("rule"), toText(alert.rule)},
            {QStringLiteral("since"), timeOf(alert.since)},
            {QStringLiteral("value"), alert.value},
            {QStringLiteral("limit"), alert.limit},
            {QStringLiteral("told"), alert.isTold},
            {QStringLiteral("cleared"), timeOf(alert.cleared)},
            {QStringLiteral("acknowledged"), timeOf(alert.acknowledged)},
            {QStringLiteral("acknowledged_by"), alert.acknowledgedBy},
            {QStringLiteral("delivered"), alert.delivery.isDone},
            {QStringLiteral("attempts"), alert.delivery.attempts},
            {QStringLiteral("next_attempt"), timeOf(alert.delivery.next)},
            {QStringLiteral("delivery_error"), alert.delivery.error}};
}

std::optional<ActiveAlert> readAlert(const QJsonObject& json)
{
    const auto rule = parseAlertRule(json[QLatin1String("rule")].toString());
    const auto since = readTime(json[QLatin1String("since")]);
    if (!rule || !since)
        return std::nullopt;
    ActiveAlert alert;
    alert.rule = *rule;
    alert.since = *since;
    alert.value = json[QLatin1String("value")].toDouble();
    alert.limit = json[QLatin1String("limit")].toDouble();
    alert.isTold = json[QLatin1String("told")].toBool();
    alert.acknowledged = readTime(json[QLatin1String("acknowledged")]);
    alert.acknowledgedBy = json[QLatin1String("acknowledged_by")].toString();
    alert.delivery = {json[QLatin1String("delivered")].toBool(),
                      json[QLatin1String("attempts")].toInt(),
                      readTime(json[QLatin1String("next_attempt")]),
                      json[QLatin1String("delivery_error")].toString()};
    alert.cleared = readTime(json[QLatin1String("cleared")]);
    return alert;
}

QJsonArray toJson(const std::vector<ActiveAlert>& alerts)
{
    QJsonArray array;
    for (const ActiveAlert& alert : alerts)
        array.append(toJson(alert));
    return array;
}

QJsonObject toJson(const AlertEvent& event)
{
    return {
        {QStringLiteral("at"), timeOf(event.at)},     {QStringLiteral("event"), toText(event.kind)},
        {QStringLiteral("rule"), toText(event.rule)}, {QStringLiteral("value"), event.value},
        {QStringLiteral("limit"), event.limit},       {QStringLiteral("detail"), event.detail}};
}

void readEvent(const QJsonObject& json, AlertState& state)
{
    const auto rule = parseAlertRule(json[QLatin1String("rule")].toString());
    const auto at = readTime(json[QLatin1String("at")]);
    const QString kind = json[QLatin1String("event")].toString();
    for (const AlertEvent::Kind one : kKinds) {
        if (rule && at && kind == toText(one)) {
            state.note({*at, one, *rule, json[QLatin1String("value")].toDouble(),
                        json[QLatin1String("limit")].toDouble(),
                        json[QLatin1String("detail")].toString()});
        }
    }
}

} // namespace

QJsonObject toJson(const AlertState& state)
{
    QJsonArray mutes;
    for (const AlertMute& mute : state.mutes) {
        mutes.append(QJsonObject{{QStringLiteral("rule"), toText(mute.rule)},
                                 {QStringLiteral("until"), timeOf(mute.until)}});
    }
    QJsonArray events;
    for (const AlertEvent& event : state.events)
        events.append(toJson(event));
    return {{QStringLiteral("active"), toJson(state.active)},
            {QStringLiteral("ended"), toJson(state.ended)},
            {QStringLiteral("mutes"), mutes},
            {QStringLiteral("events"), events},
            {QStringLiteral("proved"), timeOf(state.proved)}};
}

AlertState alertStateFromJson(const QJsonObject& json)
{
    AlertState state;
    state.proved = readTime(json[QLatin1String("proved")]);
    const QJsonArray active = json[QLatin1String("active")].toArray();
    for (const QJsonValue& one : active) {
        const auto alert = readAlert(one.toObject());
        if (alert && !state.find(alert->rule))
            state.active.push_back(*alert);
    }
    const QJsonArray ended = json[QLatin1String("ended")].toArray();
    for (const QJsonValue& one : ended) {
        if (const auto alert = readAlert(one.toObject()))
            state.ended.push_back(*alert);
    }
    const QJsonArray mutes = json[QLatin1String("mutes")].toArray();
    for (const QJsonValue& one : mutes) {
        if (const auto rule = parseAlertRule(one[QLatin1String("rule")].toString()))
            state.mutes.push_back({*rule, readTime(one[QLatin1String("until")])});
    }
    const QJsonArray events = json[QLatin1String("events")].toArray();
    for (const QJsonValue& one : events)
        readEvent(one.toObject(), state);
    return state;
}

} // namespace causeway
