// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/compare_command.h"
#include "app/ctl/env_commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/json_text.h"
#include "sync/profile/profile_store.h"

#include <QJsonObject>

namespace causeway::ctl {
namespace {

struct EnvOutcomeText {
    Q_DECLARE_TR_FUNCTIONS(EnvOutcomeText)
};

/// The command that --run names, or else the profile; empty for none.
QString commandLineOf(const ParsedOptions& options)
{
    if (options.has(QStringLiteral("no-run")))
        return {};
    if (options.has(QStringLiteral("run")))
        return options.value(QStringLiteral("run"));
    if (!options.has(QStringLiteral("profile")))
        return {};
    const auto profile = ProfileStore().load(options.value(QStringLiteral("profile")));
    return profile ? profile->hooks.afterSwitch : QString();
}

QJsonValue commandToJson(const EnvOutcome& outcome)
{
    if (!outcome.commandLine)
        return {};
    QJsonObject object{{QStringLiteral("line"), *outcome.commandLine},
                       {QStringLiteral("exit_code"), QJsonValue()},
                       {QStringLiteral("output"), QJsonValue()}};
    if (outcome.command) {
        object[QLatin1String("exit_code")] = outcome.command->exitCode;
        object[QLatin1String("output")] = outcome.command->output;
    }
    return object;
}

QJsonObject outcomeToJson(const EnvOutcome& outcome)
{
    return {{QStringLiteral("file"), outcome.file},
            {QStringLiteral("from"), textToJson(outcome.change.from)},
            {QStringLiteral("to"), textToJson(outcome.change.to)},
            {QStringLiteral("switched"), outcome.switched},
            {QStringLiteral("backup"),
             outcome.change.backup.isEmpty() ? QJsonValue() : QJsonValue(outcome.change.backup)},
            {QStringLiteral("sync"), outcome.sync ? toJson(*outcome.sync) : QJsonValue()},
            {QStringLiteral("compare"),
             outcome.comparison ? compareToJson(*outcome.comparison) : QJsonValue()},
            {QStringLiteral("command"), commandToJson(outcome)},
            {QStringLiteral("error"), toJson(outcome.error)}};
}

QString sideName(const QString& written)
{
    return written.isEmpty() ? EnvOutcomeText::tr("(not set)") : written;
}

QString sentence(const EnvOutcome& outcome)
{
    if (outcome.switched) {
        return EnvOutcomeText::tr("DB_ENV of %1 was %2 and is %3 now.")
            .arg(outcome.file, sideName(outcome.change.from), sideName(outcome.change.to));
    }
    if (outcome.code == 0)
        return EnvOutcomeText::tr("%1 points at the %2 side already; nothing was written.")
            .arg(outcome.file, outcome.change.to);
    return EnvOutcomeText::tr("%1 was not switched: DB_ENV is still %2.")
        .arg(outcome.file, sideName(outcome.change.from));
}

} // namespace

std::vector<OptionSpec> afterSwitchOptions()
{
    return {{QStringLiteral("run"), QStringLiteral("COMMAND"),
             EnvOutcomeText::tr("afterwards run this by the shell, for example a container restart "
                                "(else what the profile names)")},
            {QStringLiteral("no-run"), QString(),
             EnvOutcomeText::tr("run nothing, whatever the profile names")}};
}

void runAfterSwitch(EnvOutcome& outcome, Context& context)
{
    const QString line = commandLineOf(context.options);
    if (line.isEmpty())
        return;
    outcome.commandLine = line;
    context.console.note(EnvOutcomeText::tr("Running: %1").arg(line));
    UserCommand command;
    command.line = line;
    command.variables = {{QStringLiteral("CAUSEWAY_ENV_FILE"), outcome.file},
                         {QStringLiteral("CAUSEWAY_ENV_FROM"), outcome.change.from},
                         {QStringLiteral("CAUSEWAY_ENV_TO"), outcome.change.to}};
    const auto end = runUserCommand(
        command, context.stop, [&context](const QString& text) { context.console.print(text); });
    if (end) {
        outcome.command = *end;
        if (end->exitCode != 0) {
            outcome.error =
                makeError(ErrorCode::SysInternal, line,
                          EnvOutcomeText::tr("It ended with exit code %1.").arg(end->exitCode));
        }
    } else {
        outcome.error = end.error();
    }
    if (!outcome.error)
        return;
    outcome.error->detail +=
        QLatin1Char(' ') + EnvOutcomeText::tr("DB_ENV stays switched; \"causewayctl env undo\" "
                                              "takes it back.");
    outcome.code =
        context.stop.stop_requested() ? Interrupt::kExitCode : exitCodeFor(outcome.error->code);
}

int showOutcome(const EnvOutcome& outcome, Context& context)
{
    Console& console = context.console;
    console.print(sentence(outcome));
    if (outcome.switched && !outcome.change.backup.isEmpty())
        console.note(EnvOutcomeText::tr("The file as it was is kept as %1; \"causewayctl env "
                                        "undo\" takes the switch back.")
                         .arg(outcome.change.backup));
    if (outcome.error)
        console.noteError(*outcome.error);
    console.document(outcomeToJson(outcome));
    return outcome.code;
}

} // namespace causeway::ctl
