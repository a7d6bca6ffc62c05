// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/alert_commands.h"

#include "app/ctl/alert_output.h"
#include "app/ctl/option_values.h"
#include "app/ctl/text_table.h"
#include "sync/alert/alert_text.h"

namespace causeway::ctl {
namespace {

struct AlertSettingsText {
    Q_DECLARE_TR_FUNCTIONS(AlertSettingsText)
};

QString hookText(const AlertHook& hook, const QJsonObject& shown)
{
    if (!hook.command.isEmpty()) {
        return AlertSettingsText::tr("Alerts go to the command: %1")
            .arg(hook.command.join(QLatin1Char(' ')));
    }
    if (!hook.webhook.isEmpty()) {
        return AlertSettingsText::tr("Alerts go to the web address: %1…")
            .arg(shown[QLatin1String("webhook")].toString());
    }
    return AlertSettingsText::tr("Alerts go to no command and no web address.");
}

void show(const AlertSettings& settings, Console& console)
{
    const QJsonObject document = settingsToJson(settings);
    console.document(document);
    TextTable table;
    table.addColumn(AlertSettingsText::tr("Rule"));
    table.addColumn(AlertSettingsText::tr("What"));
    table.addColumn(AlertSettingsText::tr("Limit"), TextTable::Align::Right);
    for (const AlertRule rule : kAlertRules) {
        const auto limit = settings.limits.of(rule);
        table.addRow({toText(rule), alertTitle(rule),
                      limit ? alertValueText(rule, *limit) : AlertSettingsText::tr("off")});
    }
    console.print(table.toString() + QLatin1Char('\n') + hookText(settings.hook, document));
}

} // namespace

QString AlertsSetCommand::name() const
{
    return QStringLiteral("alerts set");
}

QString AlertsSetCommand::summary() const
{
    return tr("set limits and to whom alerts go; without arguments, show them");
}

QString AlertsSetCommand::arguments() const
{
    return QStringLiteral("[failure_rate=%|off] [duration=S|off] [consistency=H|off] "
                          "[disk_free=MB|off] [open_conflicts=N|off]");
}

std::vector<OptionSpec> AlertsSetCommand::options() const
{
    return {
        {QStringLiteral("command"), QStringLiteral("PROGRAM"),
         tr("run this program, without a shell: JSON on standard input, CAUSEWAY_ALERT_* in the "
            "environment")},
        {QStringLiteral("argument"), QStringLiteral("TEXT"),
         tr("an argument of the program (may be repeated)"), true},
        {QStringLiteral("webhook"), QStringLiteral("URL"),
         tr("send JSON by POST to this http or https address")},
        {QStringLiteral("no-hook"), QString(), tr("neither program nor address")},
        {QStringLiteral("timeout"), QStringLiteral("SECONDS"),
         tr("how long program or address may take (30)")},
    };
}

Status AlertsSetCommand::setLimits(const QStringList& words, AlertLimits& limits)
{
    for (const QString& word : words) {
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        const auto rule = parseAlertRule(word.left(qMax<qsizetype>(0, equals)));
        if (!rule)
            return usageError(tr("\"%1\" is no rule=limit").arg(word));
        const QString value = word.mid(equals + 1).trimmed();
        bool isNumber = false;
        const double limit = value.toDouble(&isNumber);
        if (!isNumber && value.compare(QLatin1String("off"), Qt::CaseInsensitive) != 0) {
            return makeError(ErrorCode::CfgInvalid, toText(*rule),
                             tr("\"%1\" is no number, nor \"off\".").arg(value));
        }
        limits.set(*rule, isNumber ? std::optional(limit) : std::nullopt);
    }
    return okStatus();
}

Status AlertsSetCommand::setHook(const ParsedOptions& options, AlertHook& hook)
{
    const bool hasCommand = options.has(QStringLiteral("command"));
    const bool hasWebhook = options.has(QStringLiteral("webhook"));
    const bool hasNone = options.has(QStringLiteral("no-hook"));
    if ((hasCommand ? 1 : 0) + (hasWebhook ? 1 : 0) + (hasNone ? 1 : 0) > 1)
        return usageError(tr("give only one of --command, --webhook and --no-hook"));
    if (options.has(QStringLiteral("argument")) && !hasCommand)
        return usageError(tr("--argument belongs to --command"));
    if (hasCommand || hasWebhook || hasNone) {
        hook.command.clear();
        hook.webhook = options.value(QStringLiteral("webhook")).trimmed();
    }
    if (hasWebhook && hook.webhook.isEmpty())
        return usageError(tr("--webhook needs an address"));
    if (hasCommand) {
        hook.command << options.value(QStringLiteral("command"));
        hook.command << options.values(QStringLiteral("argument"));
    }
    const auto timeout = numberOption(options, QStringLiteral("timeout"), hook.timeout.count(), 1);
    CAUSEWAY_TRY(timeout);
    hook.timeout = std::chrono::seconds(*timeout);
    return okStatus();
}

int AlertsSetCommand::execute(Context& context) const
{
    const ParsedOptions& options = context.options;
    const auto pair = alertPairOf(context);
    if (!pair)
        return context.console.fail(pair.error());
    const auto before = pair->store.settings();
    if (!before)
        return context.console.fail(before.error());
    AlertSettings settings = *before;
    if (const Status set = setLimits(options.arguments(), settings.limits); !set)
        return context.console.fail(set.error());
    if (const Status set = setHook(options, settings.hook); !set)
        return context.console.fail(set.error());
    if (settings != *before) {
        if (const Status saved = pair->store.saveSettings(settings); !saved)
            return context.console.fail(saved.error());
    }
    show(settings, context.console);
    return 0;
}

QString AlertsTestCommand::name() const
{
    return QStringLiteral("alerts test");
}

QString AlertsTestCommand::summary() const
{
    return tr("hand a test to the program or web address that alerts go to");
}

int AlertsTestCommand::execute(Context& context) const
{
    const auto pair = alertPairOf(context);
    if (!pair)
        return context.console.fail(pair.error());
    const auto settings = pair->store.settings();
    if (!settings)
        return context.console.fail(settings.error());
    if (!settings->hook.isSet()) {
        return context.console.fail(makeError(
            ErrorCode::CfgMissing, tr("The program or web address"),
            tr("Set one by \"causewayctl alerts set --command PROGRAM\" or \"--webhook URL\".")));
    }
    const QJsonObject message = testMessage(pair->name);
    if (const Status taken = deliver(settings->hook, message, context.stop); !taken)
        return context.console.fail(taken.error());
    context.console.document(
        QJsonObject{{QStringLiteral("delivered"), true}, {QStringLiteral("message"), message}});
    context.console.print(tr("The test was delivered."));
    return 0;
}

void addAlertCommands(Commands& commands)
{
    commands.push_back(std::make_unique<AlertsListCommand>());
    commands.push_back(std::make_unique<AlertsCheckCommand>());
    commands.push_back(std::make_unique<AlertsAckCommand>());
    commands.push_back(std::make_unique<AlertsMuteCommand>());
    commands.push_back(std::make_unique<AlertsUnmuteCommand>());
    commands.push_back(std::make_unique<AlertsSetCommand>());
    commands.push_back(std::make_unique<AlertsTestCommand>());
}

} // namespace causeway::ctl
