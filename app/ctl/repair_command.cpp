// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/repair_command.h"

#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/sync_command.h"

namespace causeway::ctl {

QString RepairCommand::name() const
{
    return QStringLiteral("repair");
}

QString RepairCommand::summary() const
{
    return tr("after a restored backup or a move: look at the pair, accept it or refill a side");
}

std::vector<OptionSpec> RepairCommand::options() const
{
    return {
        {QStringLiteral("accept"), QString(),
         tr("take both databases as what they are now; what differs becomes a conflict")},
        {QStringLiteral("refill"), QStringLiteral("remote|local"),
         tr("make this side what the other one is; every row it loses is kept among the "
            "conflicts")},
    };
}

QString RepairCommand::choices(const PairCondition& condition)
{
    if (condition.onlyMoved)
        return tr("Nothing is missing on either side. If these are the right databases: "
                  "causewayctl repair --accept");
    QString text = tr("Decide which is right:\n"
                      "  --accept          both count as they are now: equal rows are agreed, "
                      "every other row waits\n"
                      "                    for a decision; nothing is deleted or overwritten\n");
    const QString refill = tr("  --refill %1   make %1 what the other side is; every row that it "
                              "loses is kept\n");
    if (condition.wentBack)
        return text + refill.arg(toText(*condition.wentBack));
    return text + refill.arg(toText(Side::Remote)) + refill.arg(toText(Side::Local));
}

int RepairCommand::examine(const Profile& profile, Context& context)
{
    const auto condition = examinePair(profile);
    if (!condition)
        return context.console.fail(condition.error());
    const QJsonValue wentBack = condition->wentBack ? QJsonValue(toText(*condition->wentBack))
                                                    : QJsonValue(QJsonValue::Null);
    context.console.document(QJsonObject{{QStringLiteral("ok"), !condition->problem},
                                         {QStringLiteral("problem"), toJson(condition->problem)},
                                         {QStringLiteral("went_back"), wentBack},
                                         {QStringLiteral("only_moved"), condition->onlyMoved}});
    if (!condition->problem) {
        context.console.print(tr("%1 and %2 are the pair that was recorded; nothing is missing.")
                                  .arg(condition->remote, condition->local));
        return 0;
    }
    context.console.noteError(*condition->problem);
    context.console.print(choices(*condition));
    return exitCodeFor(condition->problem->code);
}

int RepairCommand::accept(const Profile& profile, Context& context)
{
    const auto repaired = acceptPair(profile);
    if (!repaired)
        return context.console.fail(repaired.error());
    context.console.document(QJsonObject{{QStringLiteral("accepted"), true},
                                         {QStringLiteral("memory_kept"), repaired->memoryKept}});
    context.console.print(
        repaired->memoryKept
            ? tr("Accepted. Syncs go on from where they were.")
            : tr("Accepted. What was agreed before counts no more: the next sync takes equal rows "
                 "for agreed and queues every other row as a conflict. \"causewayctl sync "
                 "--dry-run\" shows what it would do."));
    return 0;
}

int RepairCommand::refill(const Profile& profile, Side side, Context& context)
{
    // Should the sync be cut off, the rows that it did not reach are conflicts, never deletes.
    if (const auto repaired = acceptPair(profile); !repaired)
        return context.console.fail(repaired.error());
    SyncRequest request;
    request.profile = profile;
    request.type = SyncType::Full;
    request.direction = side == Side::Local ? Direction::RemoteToLocal : Direction::LocalToRemote;
    request.allowMassDelete = true;
    request.keepLosers = true;
    request.trigger = TriggerSource::Cli;
    const SyncReport report = SyncCommand::runShowingProgress(request, context);
    SyncCommand::show(report, context);
    return exitCodeFor(report);
}

int RepairCommand::execute(Context& context) const
{
    const ParsedOptions& options = context.options;
    const auto side = choiceOption<Side>(options, QStringLiteral("refill"), &parseSide,
                                         QStringLiteral("remote, local"));
    if (!side)
        return context.console.fail(side.error());
    const bool accepts = options.has(QStringLiteral("accept"));
    if (accepts && *side)
        return context.console.fail(usageError(tr("--accept and --refill exclude each other")));
    auto profile = resolvePair(context, accepts || *side ? Access::Write : Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    if (*side)
        return refill(*profile, **side, context);
    return accepts ? accept(*profile, context) : examine(*profile, context);
}

} // namespace causeway::ctl
