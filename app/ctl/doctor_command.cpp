// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/doctor_command.h"

#include "app/ctl/alert_output.h"
#include "app/ctl/doctor_output.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/operator_name.h"
#include "app/ctl/pair_source.h"

namespace causeway::ctl {
namespace {

int showHistory(const doctor::FixHistory& history, Console& console)
{
    const auto repairs = history.read();
    if (!repairs)
        return console.fail(repairs.error());
    console.document(historyToJson(*repairs));
    console.print(historyText(*repairs));
    return 0;
}

std::optional<ErrorCode> parseErrorCode(const QString& text)
{
    for (int i = 0; i <= static_cast<int>(ErrorCode::SysInternal); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        if (errorCodeText(code).compare(text.trimmed(), Qt::CaseInsensitive) == 0)
            return code;
    }
    return std::nullopt;
}

/// What a code means in general, for somebody who found it in a log.
int explain(const QString& text, Console& console)
{
    const auto code = parseErrorCode(text);
    if (!code)
        return console.fail(makeError(ErrorCode::CfgUnknown, text));
    const Error error = makeError(*code, QStringLiteral("…"));
    console.document(QJsonObject{{QStringLiteral("code"), errorCodeText(*code)},
                                 {QStringLiteral("message"), error.message()},
                                 {QStringLiteral("hint"), error.hint()},
                                 {QStringLiteral("exit_code"), exitCodeFor(*code)}});
    console.print(explanationText(error));
    return 0;
}

/// 130 when interrupted, the code of a repair that failed, 1 when a person is needed.
int exitCodeOf(const doctor::DoctorReport& report)
{
    if (report.interrupted)
        return Interrupt::kExitCode;
    for (const doctor::Repair& repair : report.repairs) {
        if (repair.error)
            return exitCodeFor(repair.error->code);
    }
    return report.isHealthy() ? 0 : 1;
}

doctor::Listener listenerFor(const doctor::FixHistory& history, Console& console)
{
    doctor::Listener listener;
    listener.checking = [&console](const QString& id) {
        console.showProgress(
            QCoreApplication::translate("DoctorCommand", "Looking at %1 …").arg(id));
    };
    listener.repaired = [&history, &console](const doctor::Repair& repair) {
        if (const Status kept = history.add(repair, operatorName()); !kept)
            console.noteError(kept.error());
    };
    return listener;
}

} // namespace

QString DoctorCommand::name() const
{
    return QStringLiteral("doctor");
}

QString DoctorCommand::summary() const
{
    return tr("find out what is wrong with a pair and what to do about it; repair it where that "
              "is safe");
}

std::vector<OptionSpec> DoctorCommand::options() const
{
    return {
        {QStringLiteral("fix"), QString(),
         tr("repair what is safe to repair, and show every statement that was executed")},
        {QStringLiteral("compare"), QString(),
         tr("also compare all enabled tables by value, which reads all of them")},
        {QStringLiteral("ignore"), QStringLiteral("ID"),
         tr("leave out a finding that is known, by the name in brackets or its first word"), true},
        {QStringLiteral("history"), QString(),
         tr("instead: list what was repaired before, newest first")},
        {QStringLiteral("explain"), QStringLiteral("CODE"),
         tr("instead: say what an error code means and what to do, as DB_CONN_003")},
        {QStringLiteral("verbose"), QString(), tr("also list what is in order, with evidence")},
    };
}

int DoctorCommand::execute(Context& context) const
{
    const bool repairs = context.options.has(QStringLiteral("fix"));
    const bool showsHistory = context.options.has(QStringLiteral("history"));
    if (repairs && showsHistory)
        return context.console.fail(usageError(tr("--fix and --history exclude each other")));
    if (context.options.has(QStringLiteral("explain")))
        return explain(context.options.value(QStringLiteral("explain")), context.console);
    const auto profile = resolvePair(context, repairs ? Access::Write : Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    const doctor::FixHistory history(*profile);
    if (showsHistory)
        return showHistory(history, context.console);
    doctor::DoctorOptions options;
    options.ignored = context.options.values(QStringLiteral("ignore"));
    options.compare = context.options.has(QStringLiteral("compare"));
    if (const auto alerts = alertPairOf(context, *profile).store.settings(); alerts)
        options.limits = alerts->limits;
    const doctor::Listener listener = listenerFor(history, context.console);
    const doctor::DoctorReport report =
        repairs ? doctor::examineAndRepair(*profile, options, context.stop, listener)
                : doctor::examine(*profile, options, context.stop, listener);
    context.console.document(reportToJson(report));
    context.console.print(reportText(report, context.options.has(QStringLiteral("verbose"))));
    return exitCodeOf(report);
}

void addDoctorCommands(Commands& commands)
{
    commands.push_back(std::make_unique<DoctorCommand>());
}

} // namespace causeway::ctl
