// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/alert_commands.h"

#include "app/ctl/alert_output.h"
#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"

namespace causeway::ctl {
namespace {

constexpr qint64 kMostHours = 87'600;

QString userName()
{
    return qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
}

using Change = std::function<void(AlertState& state, AlertRule rule, const QDateTime& now)>;

/// Changes the state for each rule that is named, and shows what it is then.
int changeRules(Context& context, const Change& change)
{
    const auto rules = rulesOf(context.options);
    if (!rules)
        return context.console.fail(rules.error());
    const auto pair = alertPairOf(context);
    if (!pair)
        return context.console.fail(pair.error());
    const auto settings = pair->store.settings();
    if (!settings)
        return context.console.fail(settings.error());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto state = pair->store.update([&](AlertState& changing) {
        for (const AlertRule rule : *rules)
            change(changing, rule, now);
    });
    if (!state)
        return context.console.fail(state.error());
    static_cast<void>(showAlerts(*state, *settings, context));
    return 0;
}

} // namespace

QString AlertsListCommand::name() const
{
    return QStringLiteral("alerts list");
}

QString AlertsListCommand::summary() const
{
    return tr("show the alerts that stand, as they were found last");
}

std::vector<OptionSpec> AlertsListCommand::options() const
{
    return {{QStringLiteral("events"), QString(),
             tr("also what was raised, cleared, acknowledged, muted and delivered")}};
}

int AlertsListCommand::execute(Context& context) const
{
    const auto pair = alertPairOf(context);
    if (!pair)
        return context.console.fail(pair.error());
    const auto settings = pair->store.settings();
    if (!settings)
        return context.console.fail(settings.error());
    return showAlerts(pair->store.state(), *settings, context);
}

QString AlertsCheckCommand::name() const
{
    return QStringLiteral("alerts check");
}

QString AlertsCheckCommand::summary() const
{
    return tr("look now whether there is something to alert to, and hand it over; for cron");
}

int AlertsCheckCommand::execute(Context& context) const
{
    const auto profile = resolvePair(context, Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    const AlertPair pair = alertPairOf(context, *profile);
    const auto found = AlertWatch(profile->local, pair.name, pair.store).check(context.stop);
    if (!found)
        return context.console.fail(found.error());
    if (found->unreached)
        context.console.noteError(*found->unreached);
    for (const Error& error : found->undelivered)
        context.console.noteError(error);
    return showAlerts(found->state, found->settings, context);
}

QString AlertsAckCommand::name() const
{
    return QStringLiteral("alerts ack");
}

QString AlertsAckCommand::summary() const
{
    return tr("acknowledge alerts: they are quiet until they clear and come again");
}

std::vector<OptionSpec> AlertsAckCommand::options() const
{
    return {allRulesOption()};
}

int AlertsAckCommand::execute(Context& context) const
{
    return changeRules(context, [](AlertState& state, AlertRule rule, const QDateTime& now) {
        acknowledge(state, rule, userName(), now);
    });
}

QString AlertsMuteCommand::name() const
{
    return QStringLiteral("alerts mute");
}

QString AlertsMuteCommand::summary() const
{
    return tr("mute rules: their alerts are listed, but nobody is told");
}

std::vector<OptionSpec> AlertsMuteCommand::options() const
{
    return {allRulesOption(),
            {QStringLiteral("hours"), QStringLiteral("N"),
             tr("for N hours (until \"alerts unmute\")")}};
}

int AlertsMuteCommand::execute(Context& context) const
{
    const auto hours = numberOption(context.options, QStringLiteral("hours"), 0, 1);
    if (!hours)
        return context.console.fail(hours.error());
    return changeRules(context, [&hours](AlertState& state, AlertRule rule, const QDateTime& now) {
        mute(state, rule,
             *hours > 0 ? std::optional(now.addSecs(3600 * qMin(*hours, kMostHours)))
                        : std::nullopt,
             now);
    });
}

QString AlertsUnmuteCommand::name() const
{
    return QStringLiteral("alerts unmute");
}

QString AlertsUnmuteCommand::summary() const
{
    return tr("end the muting of rules; what still stands is told then");
}

std::vector<OptionSpec> AlertsUnmuteCommand::options() const
{
    return {allRulesOption()};
}

int AlertsUnmuteCommand::execute(Context& context) const
{
    return changeRules(context, [](AlertState& state, AlertRule rule, const QDateTime& now) {
        unmute(state, rule, now);
    });
}

} // namespace causeway::ctl
