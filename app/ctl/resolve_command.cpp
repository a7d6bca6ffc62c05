// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/resolve_command.h"

#include "app/ctl/conflict_commands.h"
#include "app/ctl/operator_name.h"
#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"
#include "sync/control/control_store.h"
#include "sync/run/sync_report.h"

#include <QJsonArray>

namespace causeway::ctl {
namespace {

struct ResolveText {
    Q_DECLARE_TR_FUNCTIONS(ResolveText)
};

Status setCell(RowImage& row, const QString& column, const Cell& cell)
{
    const qsizetype index = row.columns.indexOf(column);
    if (index < 0) {
        return makeError(ErrorCode::CfgInvalid, column,
                         ResolveText::tr("The row has no such column; it has: %1.")
                             .arg(row.columns.join(QLatin1String(", "))));
    }
    row.cells[static_cast<std::size_t>(index)] = cell;
    return okStatus();
}

/// What the engine has to be told so that @p conflict ends with the row of @p side, changed as
/// asked: it begins with the local row (or the remote one where there is none) itself.
Result<RowImage> mergedColumns(const ConflictRow& conflict, Side side,
                               const QStringList& assignments, const QStringList& nulls)
{
    const RowImage start =
        conflict.local ? *conflict.local : conflict.remote.value_or(conflict.key);
    const std::optional<RowImage>& chosen = side == Side::Remote ? conflict.remote : conflict.local;
    auto wanted = mergedRow(chosen.value_or(start), assignments, nulls);
    if (!wanted)
        return wanted;
    RowImage changed;
    for (qsizetype i = 0; i < wanted->columns.size(); ++i) {
        const QString& column = wanted->columns[i];
        const Cell& cell = wanted->cells[static_cast<std::size_t>(i)];
        const Cell* before = start.find(column);
        if (before != nullptr && *before == cell)
            continue;
        changed.columns << column;
        changed.cells.push_back(cell);
    }
    return changed;
}

} // namespace

Result<RowImage> mergedRow(RowImage base, const QStringList& assignments, const QStringList& nulls)
{
    for (const QString& assignment : assignments) {
        const qsizetype equals = assignment.indexOf(QLatin1Char('='));
        if (equals < 1)
            return usageError(ResolveText::tr("--set takes column=value"));
        CAUSEWAY_TRY(setCell(base, assignment.left(equals), assignment.mid(equals + 1).toUtf8()));
    }
    for (const QString& column : nulls)
        CAUSEWAY_TRY(setCell(base, column, std::nullopt));
    return base;
}

QString ConflictsResolveCommand::name() const
{
    return QStringLiteral("conflicts resolve");
}

QString ConflictsResolveCommand::summary() const
{
    return tr("settle conflicts: take one side's row, or a merged one");
}

QString ConflictsResolveCommand::arguments() const
{
    return QStringLiteral("ID… | --all [--table NAME]");
}

std::vector<OptionSpec> ConflictsResolveCommand::options() const
{
    return {
        {QStringLiteral("all"), QString(), tr("all open conflicts")},
        {QStringLiteral("table"), QStringLiteral("NAME"),
         tr("with --all: only those of this table")},
        {QStringLiteral("use"), QStringLiteral("remote|local"),
         tr("the side whose row both sides get")},
        {QStringLiteral("set"), QStringLiteral("COLUMN=VALUE"),
         tr("merge: this column gets this value, the others come from --use (remote); may be "
            "repeated"),
         true},
        {QStringLiteral("set-null"), QStringLiteral("COLUMN"),
         tr("merge: this column becomes NULL"), true},
    };
}

Status ConflictsResolveCommand::checkOptions(const ParsedOptions& options)
{
    const bool all = options.has(QStringLiteral("all"));
    const bool merges =
        options.has(QStringLiteral("set")) || options.has(QStringLiteral("set-null"));
    if (all == !options.arguments().isEmpty())
        return usageError(tr("\"conflicts resolve\" takes either numbers or --all"));
    if (options.has(QStringLiteral("table")) && !all)
        return usageError(tr("--table belongs to --all"));
    if (!options.has(QStringLiteral("use")) && !merges)
        return usageError(tr("--use remote, --use local or --set says how to settle"));
    if (merges && (all || options.arguments().size() != 1))
        return usageError(tr("--set settles one conflict at a time"));
    return okStatus();
}

Result<std::vector<ConflictRow>> ConflictsResolveCommand::chosen(ControlStore& store,
                                                                 const ParsedOptions& options)
{
    if (options.has(QStringLiteral("all"))) {
        ConflictFilter filter;
        filter.state = ConflictState::Open;
        filter.table = options.value(QStringLiteral("table"));
        filter.limit = 1'000'000;
        return store.conflicts(filter);
    }
    auto ids = conflictIds(options.arguments());
    if (!ids)
        return ids.error();
    auto rows = store.conflictsById(*ids);
    if (!rows)
        return rows;
    CAUSEWAY_TRY(checkAllFound(*ids, *rows));
    for (const ConflictRow& row : *rows) {
        if (row.state != ConflictState::Open) {
            return makeError(ErrorCode::CfgInvalid, tr("The number %1").arg(row.id),
                             tr("This conflict is settled already."));
        }
    }
    return rows;
}

Result<std::vector<ConflictDecision>>
ConflictsResolveCommand::decisions(const std::vector<ConflictRow>& rows,
                                   const ParsedOptions& options)
{
    const QString use = options.value(QStringLiteral("use")).toLower();
    if (!use.isEmpty() && !parseSide(use)) {
        return badChoice(options, QStringLiteral("use"), QStringLiteral("remote, local"),
                         ErrorCode::CfgInvalid);
    }
    const Side side = parseSide(use).value_or(Side::Remote);
    const QStringList assignments = options.values(QStringLiteral("set"));
    const QStringList nulls = options.values(QStringLiteral("set-null"));
    std::vector<ConflictDecision> result;
    for (const ConflictRow& row : rows) {
        ConflictDecision decision;
        decision.conflictId = row.id;
        decision.use = side == Side::Remote ? Settlement::Remote : Settlement::Local;
        decision.seenAt = row.updatedAt;
        if (!assignments.isEmpty() || !nulls.isEmpty()) {
            auto merged = mergedColumns(row, side, assignments, nulls);
            if (!merged)
                return merged.error();
            decision.use = Settlement::Merged;
            decision.merged = *merged;
        }
        result.push_back(std::move(decision));
    }
    return result;
}

int ConflictsResolveCommand::report(const std::vector<DecisionOutcome>& outcomes, Console& console)
{
    QJsonArray array;
    int code = 0;
    int applied = 0;
    for (const DecisionOutcome& outcome : outcomes) {
        array.append(QJsonObject{{QStringLiteral("id"), outcome.conflictId},
                                 {QStringLiteral("applied"), outcome.applied},
                                 {QStringLiteral("error"), toJson(outcome.error)}});
        applied += outcome.applied ? 1 : 0;
        if (outcome.error) {
            console.note(tr("Conflict %1 stays open.").arg(outcome.conflictId));
            console.noteError(*outcome.error);
            code = code == 0 ? exitCodeFor(outcome.error->code) : code;
        } else if (!outcome.applied && code == 0) {
            code = 1;
        }
    }
    console.document(array);
    console.print(tr("%1 of %2 conflicts settled.").arg(applied).arg(outcomes.size()));
    return code;
}

int ConflictsResolveCommand::execute(Context& context) const
{
    Console& console = context.console;
    if (const Status checked = checkOptions(context.options); !checked)
        return console.fail(checked.error());
    auto profile = resolvePair(context, Access::Write);
    if (!profile)
        return console.fail(profile.error());
    auto store = ControlStore::open(profile->local);
    if (!store)
        return console.fail(store.error());
    auto rows = chosen(*store, context.options);
    if (!rows)
        return console.fail(rows.error());
    auto wanted = decisions(*rows, context.options);
    if (!wanted)
        return console.fail(wanted.error());
    const auto outcomes = resolveConflicts(*profile, *wanted, operatorName(), context.stop);
    if (!outcomes)
        return console.fail(outcomes.error());
    return report(*outcomes, console);
}

} // namespace causeway::ctl
