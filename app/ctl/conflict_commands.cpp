// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/conflict_commands.h"

#include "app/ctl/json_text.h"
#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/report_text.h"
#include "app/ctl/resolve_command.h"
#include "app/ctl/text_table.h"
#include "sync/control/control_store.h"
#include "sync/row/row_json.h"

#include <QJsonArray>

#include <algorithm>

namespace causeway::ctl {
namespace {

struct ConflictText {
    Q_DECLARE_TR_FUNCTIONS(ConflictText)
};

QString kindText(ConflictKind kind)
{
    switch (kind) {
    case ConflictKind::UpdateUpdate:
        return ConflictText::tr("changed on both sides");
    case ConflictKind::UpdateDelete:
        return ConflictText::tr("changed on remote, deleted on local");
    case ConflictKind::DeleteUpdate:
        return ConflictText::tr("deleted on remote, changed on local");
    case ConflictKind::InsertInsert:
        return ConflictText::tr("new on both sides, different");
    case ConflictKind::DeleteChildren:
        return ConflictText::tr("deleted, but rows on the other side refer to it");
    case ConflictKind::Unique:
        return ConflictText::tr("another row holds the same unique value");
    case ConflictKind::Rejected:
        return ConflictText::tr("the other side cannot hold this row");
    }
    return {};
}

QString cellText(const std::optional<RowImage>& row, const QString& column)
{
    if (!row)
        return ConflictText::tr("(no row)");
    const Cell* cell = row->find(column);
    return cell == nullptr ? QString() : cellToDisplay(*cell);
}

/// Remote and local side by side, one line for each column; * marks those that differ.
QString showText(const ConflictRow& row)
{
    QString text =
        ConflictText::tr("Conflict %1: %2, %3").arg(row.id).arg(row.table, rowText(row.key)) +
        QLatin1Char('\n') + kindText(row.kind) + QLatin1Char('\n');
    TextTable table;
    table.addColumn(ConflictText::tr("Column"));
    table.addColumn(QStringLiteral("≠"));
    table.addColumn(ConflictText::tr("Base"));
    table.addColumn(ConflictText::tr("Remote"));
    table.addColumn(ConflictText::tr("Local"));
    const QStringList columns =
        row.remote ? row.remote->columns : (row.local ? row.local->columns : QStringList());
    for (const QString& column : columns) {
        const Cell* remote = row.remote ? row.remote->find(column) : nullptr;
        const Cell* local = row.local ? row.local->find(column) : nullptr;
        const bool differs = remote == nullptr || local == nullptr || *remote != *local;
        table.addRow({column, differs ? QStringLiteral("*") : QString(),
                      row.base ? cellText(row.base, column) : QStringLiteral("?"),
                      cellText(row.remote, column), cellText(row.local, column)});
    }
    text += table.toString();
    if (!row.message.isEmpty())
        text += ConflictText::tr("The server said: %1").arg(row.message) + QLatin1Char('\n');
    if (row.state == ConflictState::Settled && row.settledHow) {
        text += ConflictText::tr("Settled: %1, by %2, at %3")
                    .arg(toText(*row.settledHow), row.settledBy, localTimeText(row.settledAt)) +
                QLatin1Char('\n');
    }
    return text;
}

Result<ConflictFilter> filterOf(const ParsedOptions& options)
{
    ConflictFilter filter;
    filter.state = ConflictState::Open;
    filter.table = options.value(QStringLiteral("table"));
    const QString state = options.value(QStringLiteral("state")).toLower();
    if (state == QLatin1String("all"))
        filter.state.reset();
    else if (options.has(QStringLiteral("state"))) {
        filter.state = parseConflictState(state);
        if (!filter.state)
            return badChoice(options, QStringLiteral("state"), QStringLiteral("open, settled, all"),
                             ErrorCode::CfgInvalid);
    }
    auto limit = numberOption(options, QStringLiteral("limit"), 1'000'000, 1);
    if (!limit)
        return limit.error();
    filter.limit = static_cast<int>(qMin<qint64>(*limit, 1'000'000));
    return filter;
}

void showList(const std::vector<ConflictRow>& rows, Console& console)
{
    QJsonArray array;
    for (const ConflictRow& row : rows)
        array.append(conflictToJson(row));
    console.document(array);
    if (rows.empty()) {
        console.print(ConflictText::tr("There are no conflicts."));
        return;
    }
    console.print(conflictTable(rows));
    console.print(ConflictText::tr(
        "\"causewayctl conflicts show ID\" compares both rows; \"causewayctl conflicts "
        "resolve ID --use remote|local\" settles one."));
}

} // namespace

QString conflictTable(const std::vector<ConflictRow>& rows)
{
    TextTable table;
    table.addColumn(ConflictText::tr("ID"), TextTable::Align::Right);
    table.addColumn(ConflictText::tr("Table"));
    table.addColumn(ConflictText::tr("Key"));
    table.addColumn(ConflictText::tr("Kind"));
    table.addColumn(ConflictText::tr("State"));
    table.addColumn(ConflictText::tr("Found"));
    for (const ConflictRow& row : rows) {
        table.addRow({QString::number(row.id), row.table, rowText(row.key), kindText(row.kind),
                      toText(row.state), localTimeText(row.foundAt)});
    }
    return table.toString();
}

QJsonObject conflictToJson(const ConflictRow& row)
{
    return {{QStringLiteral("id"), row.id},
            {QStringLiteral("table"), row.table},
            {QStringLiteral("key"), toJson(row.key)},
            {QStringLiteral("kind"), toText(row.kind)},
            {QStringLiteral("policy"), toText(row.policy)},
            {QStringLiteral("state"), toText(row.state)},
            {QStringLiteral("remote"), toJson(row.remote)},
            {QStringLiteral("local"), toJson(row.local)},
            {QStringLiteral("base"), toJson(row.base)},
            {QStringLiteral("found_at"), timeToJson(row.foundAt)},
            {QStringLiteral("run_id"), row.runId},
            {QStringLiteral("settled_how"),
             row.settledHow ? QJsonValue(toText(*row.settledHow)) : QJsonValue()},
            {QStringLiteral("settled_by"),
             row.settledBy.isEmpty() ? QJsonValue() : QJsonValue(row.settledBy)},
            {QStringLiteral("settled_at"), timeToJson(row.settledAt)},
            {QStringLiteral("message"),
             row.message.isEmpty() ? QJsonValue() : QJsonValue(row.message)}};
}

Result<std::vector<qint64>> conflictIds(const QStringList& words)
{
    std::vector<qint64> ids;
    for (const QString& word : words) {
        bool isNumber = false;
        const qint64 id = word.toLongLong(&isNumber);
        if (!isNumber || id < 1) {
            return makeError(
                ErrorCode::CfgInvalid, word,
                ConflictText::tr(
                    "The number of a conflict is wanted here; \"conflicts list\" shows them."));
        }
        ids.push_back(id);
    }
    return ids;
}

Status checkAllFound(const std::vector<qint64>& ids, const std::vector<ConflictRow>& rows)
{
    for (const qint64 id : ids) {
        const bool found = std::any_of(rows.begin(), rows.end(),
                                       [id](const ConflictRow& row) { return row.id == id; });
        if (!found) {
            return makeError(ErrorCode::CfgUnknown, ConflictText::tr("Conflict %1").arg(id));
        }
    }
    return okStatus();
}

QString ConflictsListCommand::name() const
{
    return QStringLiteral("conflicts list");
}

QString ConflictsListCommand::summary() const
{
    return tr("show the conflicts that wait for a decision");
}

std::vector<OptionSpec> ConflictsListCommand::options() const
{
    return {
        {QStringLiteral("table"), QStringLiteral("NAME"), tr("only this table")},
        {QStringLiteral("state"), QStringLiteral("open|settled|all"), tr("which ones (open)")},
        {QStringLiteral("limit"), QStringLiteral("N"), tr("at most so many")},
    };
}

int ConflictsListCommand::execute(Context& context) const
{
    const auto filter = filterOf(context.options);
    if (!filter)
        return context.console.fail(filter.error());
    auto profile = resolvePair(context, Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    auto store = ControlStore::open(profile->local);
    if (!store)
        return context.console.fail(store.error());
    const auto rows = store->conflicts(*filter);
    if (!rows)
        return context.console.fail(rows.error());
    showList(*rows, context.console);
    return 0;
}

QString ConflictsShowCommand::name() const
{
    return QStringLiteral("conflicts show");
}

QString ConflictsShowCommand::summary() const
{
    return tr("compare both rows of conflicts, column by column");
}

QString ConflictsShowCommand::arguments() const
{
    return QStringLiteral("ID…");
}

int ConflictsShowCommand::execute(Context& context) const
{
    const auto ids = conflictIds(context.options.arguments());
    if (!ids)
        return context.console.fail(ids.error());
    auto profile = resolvePair(context, Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    auto store = ControlStore::open(profile->local);
    if (!store)
        return context.console.fail(store.error());
    const auto rows = store->conflictsById(*ids);
    if (!rows)
        return context.console.fail(rows.error());
    if (const Status found = checkAllFound(*ids, *rows); !found)
        return context.console.fail(found.error());
    QJsonArray array;
    for (const ConflictRow& row : *rows) {
        array.append(conflictToJson(row));
        context.console.print(showText(row));
    }
    context.console.document(array);
    return 0;
}

void addConflictCommands(Commands& commands)
{
    commands.push_back(std::make_unique<ConflictsListCommand>());
    commands.push_back(std::make_unique<ConflictsShowCommand>());
    commands.push_back(std::make_unique<ConflictsResolveCommand>());
}

} // namespace causeway::ctl
