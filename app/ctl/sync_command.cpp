// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/sync_command.h"

#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/report_text.h"
#include "sync/run/sync_engine.h"

#include <future>

namespace causeway::ctl {

QString SyncCommand::name() const
{
    return QStringLiteral("sync");
}

QString SyncCommand::summary() const
{
    return tr("bring both sides in step");
}

std::vector<OptionSpec> SyncCommand::options() const
{
    return {
        {QStringLiteral("type"), QStringLiteral("FULL|INCREMENTAL"),
         tr("instead of each table's own type")},
        {QStringLiteral("direction"), QStringLiteral("BOTH|REMOTE_TO_LOCAL|LOCAL_TO_REMOTE"),
         tr("instead of each table's own direction")},
        {QStringLiteral("policy"), QStringLiteral("REMOTE_WINS|LOCAL_WINS|SKIP|MANUAL"),
         tr("instead of each table's own way with conflicts")},
        tableOption(),
        {QStringLiteral("skip"), QStringLiteral("inserts|updates|deletes"),
         tr("leave such changes out, with -on-remote or -on-local only those to that side; they "
            "stay pending (may be repeated)"),
         true},
        {QStringLiteral("dry-run"), QString(), tr("write nothing, tell what a run would do")},
        {QStringLiteral("verbose"), QString(), tr("list the rows of a dry run, tell each step")},
        {QStringLiteral("allow-mass-delete"), QString(), tr("delete as many rows as it takes")},
        {QStringLiteral("backup"), QString(),
         tr("first back up the sides that are written to, whatever the profile says")},
        {QStringLiteral("no-backup"), QString(), tr("back up nothing, whatever the profile says")},
        {QStringLiteral("max-changes"), QStringLiteral("N"),
         tr("rows per table that a dry run lists")},
    };
}

Result<SyncRequest> SyncCommand::request(Context& context) const
{
    const ParsedOptions& options = context.options;
    SyncRequest request;
    auto type = choiceOption<SyncType>(options, QStringLiteral("type"), &parseSyncType,
                                       QStringLiteral("FULL, INCREMENTAL"));
    if (!type)
        return type.error();
    auto direction = choiceOption<Direction>(
        options, QStringLiteral("direction"), &parseDirection,
        QStringLiteral("BOTH, REMOTE_TO_LOCAL, LOCAL_TO_REMOTE"), ErrorCode::CfgDirection);
    if (!direction)
        return direction.error();
    auto policy = choiceOption<Policy>(options, QStringLiteral("policy"), &parsePolicy,
                                       QStringLiteral("REMOTE_WINS, LOCAL_WINS, SKIP, MANUAL"));
    if (!policy)
        return policy.error();
    auto listed =
        numberOption(options, QStringLiteral("max-changes"), request.limits.listedChanges, 0);
    if (!listed)
        return listed.error();
    request.type = *type;
    request.direction = *direction;
    request.policy = *policy;
    request.limits.listedChanges = static_cast<int>(std::min<qint64>(*listed, 100'000'000));
    for (const QString& word : options.values(QStringLiteral("skip"))) {
        if (!request.skipped.add(word))
            return badWord(QStringLiteral("skip"), word,
                           SkippedKinds::allWords().join(QLatin1String(", ")));
    }
    request.tables = options.values(QStringLiteral("table"));
    request.dryRun = options.has(QStringLiteral("dry-run"));
    request.allowMassDelete = options.has(QStringLiteral("allow-mass-delete"));
    if (options.has(QStringLiteral("backup")) || options.has(QStringLiteral("no-backup")))
        request.backUpFirst = !options.has(QStringLiteral("no-backup"));
    request.trigger = TriggerSource::Cli;
    auto profile = resolvePair(context, request.dryRun ? Access::Read : Access::Write);
    if (!profile)
        return profile.error();
    request.profile = *profile;
    return request;
}

SyncReport SyncCommand::runShowingProgress(const SyncRequest& request, Context& context)
{
    ProgressMailbox mailbox;
    const std::stop_token stop = context.stop;
    std::future<SyncReport> running = std::async(
        std::launch::async, [&request, stop, &mailbox] { return runSync(request, stop, mailbox); });
    const bool isVerbose = context.options.has(QStringLiteral("verbose"));
    QString lastTold;
    while (running.wait_for(std::chrono::milliseconds(150)) != std::future_status::ready) {
        const auto progress = mailbox.latest();
        context.console.showProgress(progressText(*progress));
        const QString step = progress->table + QString::number(static_cast<int>(progress->phase));
        if (isVerbose && !context.console.hasTerminal() && step != std::exchange(lastTold, step))
            context.console.note(progressText(*progress));
    }
    context.console.clearProgress();
    return running.get();
}

void SyncCommand::show(const SyncReport& report, Context& context)
{
    Console& console = context.console;
    if (report.dryRun && context.options.has(QStringLiteral("verbose")))
        console.print(changesText(report));
    console.print(reportText(report));
    for (const QString& file : report.backups)
        console.note(tr("Backed up first: %1").arg(file));
    for (const QString& warning : report.warnings)
        console.warn(warning);
    for (const TableOutcome& table : report.tables) {
        if (table.error)
            console.noteError(*table.error);
    }
    if (report.error)
        console.noteError(*report.error);
    console.document(toJson(report));
}

int SyncCommand::execute(Context& context) const
{
    auto wanted = request(context);
    if (!wanted)
        return context.console.fail(wanted.error());
    const SyncReport report = runShowingProgress(*wanted, context);
    show(report, context);
    return exitCodeFor(report);
}

} // namespace causeway::ctl
