// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/alert_output.h"

#include "app/ctl/json_text.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/text_table.h"
#include "sync/alert/alert_text.h"
#include "sync/profile/profile_store.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUrl>

namespace causeway::ctl {
namespace {

struct AlertText {
    Q_DECLARE_TR_FUNCTIONS(AlertText)
};

QString ruleNames()
{
    QStringList names;
    for (const AlertRule rule : kAlertRules)
        names << toText(rule);
    return names.join(QLatin1String(", "));
}

QString stateOf(const AlertState& state, const ActiveAlert& alert, const QDateTime& now)
{
    if (alert.acknowledged)
        return QStringLiteral("ACKNOWLEDGED");
    return state.isMuted(alert.rule, now) ? QStringLiteral("MUTED") : QStringLiteral("ACTIVE");
}

QJsonObject alertToJson(const AlertState& state, const ActiveAlert& alert, const QDateTime& now)
{
    return {{QStringLiteral("rule"), toText(alert.rule)},
            {QStringLiteral("state"), stateOf(state, alert, now)},
            {QStringLiteral("value"), alert.value},
            {QStringLiteral("limit"), alert.limit},
            {QStringLiteral("unit"), unitOf(alert.rule)},
            {QStringLiteral("since"), timeToJson(alert.since)},
            {QStringLiteral("text"), alertText(alert)},
            {QStringLiteral("acknowledged_at"), timeToJson(alert.acknowledged)},
            {QStringLiteral("acknowledged_by"),
             alert.acknowledged ? QJsonValue(alert.acknowledgedBy) : QJsonValue()},
            {QStringLiteral("delivered"), alert.delivery.isDone},
            {QStringLiteral("delivery_error"),
             alert.delivery.error.isEmpty() ? QJsonValue() : QJsonValue(alert.delivery.error)}};
}

QJsonObject eventToJson(const AlertEvent& event)
{
    return {
        {QStringLiteral("at"), timeToJson(event.at)}, {QStringLiteral("event"), toText(event.kind)},
        {QStringLiteral("rule"), toText(event.rule)}, {QStringLiteral("value"), event.value},
        {QStringLiteral("limit"), event.limit},       {QStringLiteral("detail"), event.detail}};
}

QJsonObject toJson(const AlertState& state, const AlertSettings& settings, bool withEvents)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QJsonArray alerts;
    for (const ActiveAlert& alert : state.active)
        alerts.append(alertToJson(state, alert, now));
    QJsonArray muted;
    for (const AlertMute& mute : state.mutes) {
        if (state.isMuted(mute.rule, now))
            muted.append(QJsonObject{{QStringLiteral("rule"), toText(mute.rule)},
                                     {QStringLiteral("until"), timeToJson(mute.until)}});
    }
    QJsonObject document{{QStringLiteral("alerts"), alerts},
                         {QStringLiteral("muted"), muted},
                         {QStringLiteral("settings"), settingsToJson(settings)}};
    if (withEvents) {
        QJsonArray events;
        for (const AlertEvent& event : state.events)
            events.append(eventToJson(event));
        document.insert(QStringLiteral("events"), events);
    }
    return document;
}

QString activeText(const AlertState& state, const QDateTime& now)
{
    TextTable table;
    for (const QString& title : {AlertText::tr("Rule"), AlertText::tr("State"),
                                 AlertText::tr("Since"), AlertText::tr("What")})
        table.addColumn(title);
    for (const ActiveAlert& alert : state.active)
        table.addRow({toText(alert.rule), stateOf(state, alert, now), localTimeText(alert.since),
                      alertText(alert)});
    return table.isEmpty() ? AlertText::tr("No alert stands.") + QLatin1Char('\n')
                           : table.toString();
}

QString mutedText(const AlertState& state, const QDateTime& now)
{
    QString text;
    for (const AlertMute& mute : state.mutes) {
        if (!state.isMuted(mute.rule, now))
            continue;
        text += (mute.until ? AlertText::tr("%1 is muted until %2.")
                                  .arg(toText(mute.rule), localTimeText(mute.until))
                            : AlertText::tr("%1 is muted.").arg(toText(mute.rule))) +
                QLatin1Char('\n');
    }
    return text;
}

QString eventsText(const AlertState& state)
{
    TextTable table;
    for (const QString& title :
         {AlertText::tr("Time"), AlertText::tr("Event"), AlertText::tr("Rule"),
          AlertText::tr("Value"), AlertText::tr("Limit"), AlertText::tr("Detail")})
        table.addColumn(title);
    for (const AlertEvent& event : state.events) {
        const bool hasValue =
            event.kind != AlertEvent::Kind::Muted && event.kind != AlertEvent::Kind::Unmuted;
        table.addRow({localTimeText(event.at), toText(event.kind), toText(event.rule),
                      hasValue ? alertValueText(event.rule, event.value) : QString(),
                      hasValue ? alertValueText(event.rule, event.limit) : QString(),
                      event.detail});
    }
    return table.isEmpty() ? QString() : QLatin1Char('\n') + table.toString();
}

} // namespace

AlertPair alertPairOf(const Context& context, const Profile& profile)
{
    if (context.options.has(QStringLiteral("profile")))
        return {profile.name, AlertStore(profile.name)};
    const QString remote = profile.remote.display();
    const QString local = profile.local.display();
    return {QStringLiteral("%1 ⇄ %2").arg(remote, local), AlertStore(alertKey(remote, local))};
}

Result<AlertPair> alertPairOf(Context& context)
{
    const QString name = context.options.value(QStringLiteral("profile"));
    const bool isAlone = !context.options.has(QStringLiteral("env-file")) &&
                         !context.options.has(QStringLiteral("remote")) &&
                         !context.options.has(QStringLiteral("local"));
    if (context.options.has(QStringLiteral("profile")) && isAlone) {
        const auto profile = ProfileStore().load(name);
        CAUSEWAY_TRY(profile);
        return AlertPair{profile->name, AlertStore(profile->name)};
    }
    const auto profile = resolvePair(context, Access::Read);
    CAUSEWAY_TRY(profile);
    return alertPairOf(context, *profile);
}

OptionSpec allRulesOption()
{
    return {QStringLiteral("all"), QString(), AlertText::tr("all rules: %1").arg(ruleNames())};
}

Result<std::vector<AlertRule>> rulesOf(const ParsedOptions& options)
{
    if (options.has(QStringLiteral("all")) && options.arguments().isEmpty())
        return std::vector<AlertRule>(kAlertRules.begin(), kAlertRules.end());
    std::vector<AlertRule> rules;
    for (const QString& word : options.arguments()) {
        const auto rule = parseAlertRule(word);
        if (!rule) {
            return makeError(ErrorCode::CfgInvalid, word,
                             AlertText::tr("It is not one of: %1.").arg(ruleNames()));
        }
        rules.push_back(*rule);
    }
    if (rules.empty() || options.has(QStringLiteral("all")))
        return usageError(AlertText::tr("name rules, or give --all"));
    return rules;
}

int showAlerts(const AlertState& state, const AlertSettings& settings, Context& context)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool withEvents = context.options.has(QStringLiteral("events"));
    context.console.document(toJson(state, settings, withEvents));
    context.console.print(activeText(state, now) + mutedText(state, now) +
                          (withEvents ? eventsText(state) : QString()));
    for (const ActiveAlert& alert : state.active) {
        if (state.wantsAttention(alert, now))
            return 1;
    }
    return 0;
}

QJsonObject settingsToJson(const AlertSettings& settings)
{
    QJsonObject limits;
    for (const AlertRule rule : kAlertRules) {
        const auto limit = settings.limits.of(rule);
        limits.insert(toText(rule), limit ? QJsonValue(*limit) : QJsonValue());
    }
    const QString address = QUrl(settings.hook.webhook)
                                .toString(QUrl::RemoveUserInfo | QUrl::RemovePath |
                                          QUrl::RemoveQuery | QUrl::RemoveFragment);
    return {{QStringLiteral("limits"), limits},
            {QStringLiteral("command"), QJsonArray::fromStringList(settings.hook.command)},
            {QStringLiteral("webhook"), address.isEmpty() ? QJsonValue() : QJsonValue(address)},
            {QStringLiteral("timeout_s"), static_cast<qint64>(settings.hook.timeout.count())}};
}

} // namespace causeway::ctl
