// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/report_text.h"

#include "app/ctl/text_table.h"
#include "sync/row/row_json.h"

#include <QCoreApplication>
#include <QLocale>

namespace causeway::ctl {
namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

QString number(qint64 value)
{
    return QLocale::c().toString(value);
}

/// "+12 ~3 -1", "·" for nothing.
QString countsText(const ChangeCounts& counts)
{
    if (counts.total() == 0)
        return QStringLiteral("·");
    return QStringLiteral("+%1 ~%2 -%3")
        .arg(number(counts.inserted), number(counts.updated), number(counts.deleted));
}

QString phaseText(RunPhase phase)
{
    switch (phase) {
    case RunPhase::Waiting:
        return ReportText::tr("waiting");
    case RunPhase::BackingUp:
        return ReportText::tr("backing up first");
    case RunPhase::Preparing:
        return ReportText::tr("preparing");
    case RunPhase::Discovering:
        return ReportText::tr("looking for changes");
    case RunPhase::Transferring:
        return ReportText::tr("transferring");
    case RunPhase::Verifying:
        return ReportText::tr("verifying");
    case RunPhase::Cleaning:
        return ReportText::tr("cleaning up");
    case RunPhase::Finished:
        return ReportText::tr("finished");
    }
    return {};
}

QString actionText(RowAction action)
{
    switch (action) {
    case RowAction::Insert:
        return ReportText::tr("insert");
    case RowAction::Update:
        return ReportText::tr("update");
    case RowAction::Delete:
        return ReportText::tr("delete");
    }
    return {};
}

/// What became of the run, in one sentence.
QString outcomeText(const SyncReport& report)
{
    const qint64 toLocal = report.remoteToLocal().total();
    const qint64 toRemote = report.localToRemote().total();
    if (report.dryRun) {
        return ReportText::tr(
                   "Dry run, nothing was written. A run now would write %1 rows to local and "
                   "%2 to remote.")
            .arg(number(toLocal), number(toRemote));
    }
    const QString rows = ReportText::tr("%1 rows written to local, %2 to remote, in %3.")
                             .arg(number(toLocal), number(toRemote), durationText(report.duration));
    QString status = statusText(report.status);
    status[0] = status[0].toUpper();
    const bool cutShort =
        report.status == RunStatus::Failed || report.status == RunStatus::Cancelled;
    return status + ReportText::tr(": ", "between the status and the counts") + rows +
           (cutShort ? QLatin1Char('\n') + ReportText::tr("What was written is complete and stays; "
                                                          "nothing is half done.")
                     : QString());
}

QString changeText(const PlannedChange& change)
{
    const QString arrow = change.target == Side::Local ? ReportText::tr("remote → local")
                                                       : ReportText::tr("local → remote");
    const QString key =
        change.key.columns.isEmpty() ? ReportText::tr("(no key)") : rowText(change.key);
    QString text = QLatin1String("  ") + arrow + QLatin1String("  ") + actionText(change.action) +
                   QLatin1String("  ") + key + QLatin1Char('\n');
    if (change.before)
        text += QLatin1String("    - ") + rowText(*change.before) + QLatin1Char('\n');
    if (change.after)
        text += QLatin1String("    + ") + rowText(*change.after) + QLatin1Char('\n');
    return text;
}

} // namespace

QString statusText(RunStatus status)
{
    switch (status) {
    case RunStatus::Running:
        return ReportText::tr("running");
    case RunStatus::Success:
        return ReportText::tr("done");
    case RunStatus::Partial:
        return ReportText::tr("partly done");
    case RunStatus::Failed:
        return ReportText::tr("failed");
    case RunStatus::Cancelled:
        return ReportText::tr("cancelled");
    }
    return {};
}

QString durationText(std::chrono::milliseconds duration)
{
    const qint64 ms = duration.count();
    if (ms < 1000)
        return ReportText::tr("%1 ms").arg(ms);
    if (ms < 60'000)
        return ReportText::tr("%1 s").arg(
            QString::number(static_cast<double>(ms) / 1000.0, 'f', 1));
    return ReportText::tr("%1 min %2 s")
        .arg(ms / 60'000)
        .arg(ms % 60'000 / 1000, 2, 10, QLatin1Char('0'));
}

QString rowText(const RowImage& row)
{
    QStringList parts;
    for (qsizetype i = 0; i < row.columns.size(); ++i) {
        parts << row.columns[i] + QLatin1Char('=') +
                     cellToDisplay(row.cells[static_cast<std::size_t>(i)]);
    }
    return parts.join(QLatin1String(", "));
}

QString reportText(const SyncReport& report)
{
    TextTable table;
    table.addColumn(ReportText::tr("Table"));
    table.addColumn(ReportText::tr("Result"));
    table.addColumn(ReportText::tr("remote → local"), TextTable::Align::Right);
    table.addColumn(ReportText::tr("local → remote"), TextTable::Align::Right);
    table.addColumn(ReportText::tr("Conflicts"), TextTable::Align::Right);
    table.addColumn(ReportText::tr("Skipped"), TextTable::Align::Right);
    table.addColumn(ReportText::tr("Time"), TextTable::Align::Right);
    for (const TableOutcome& outcome : report.tables) {
        table.addRow({outcome.table, statusText(outcome.status), countsText(outcome.remoteToLocal),
                      countsText(outcome.localToRemote), number(outcome.conflicts),
                      number(outcome.skipped), durationText(outcome.duration)});
    }
    QString text = table.isEmpty() ? QString() : table.toString() + QLatin1Char('\n');
    text += outcomeText(report) + QLatin1Char('\n');
    if (const qint64 open = report.openConflicts(); open > 0) {
        text +=
            ReportText::tr("%1 conflicts wait for a decision: see \"causewayctl conflicts list\".")
                .arg(number(open)) +
            QLatin1Char('\n');
    }
    return text;
}

QString changesText(const SyncReport& report)
{
    QString text;
    for (const TableOutcome& outcome : report.tables) {
        if (outcome.changes.empty())
            continue;
        text += outcome.table + QLatin1Char('\n');
        for (const PlannedChange& change : outcome.changes)
            text += changeText(change);
        if (outcome.changesTruncated)
            text += QLatin1String("  ") +
                    ReportText::tr("… and more; --max-changes lists more of them") +
                    QLatin1Char('\n');
    }
    return text;
}

QString progressText(const ProgressSnapshot& progress)
{
    QStringList parts{phaseText(progress.phase)};
    if (progress.tablesTotal > 0)
        parts << ReportText::tr("table %1 of %2")
                     .arg(progress.tablesDone + 1)
                     .arg(progress.tablesTotal);
    if (!progress.table.isEmpty())
        parts << progress.table;
    if (progress.tableRowsTotal > 0)
        parts << ReportText::tr("%1 of %2 rows")
                     .arg(number(progress.tableRowsDone), number(progress.tableRowsTotal));
    else if (progress.rowsCompared > 0)
        parts << ReportText::tr("%1 rows compared").arg(number(progress.rowsCompared));
    if (progress.rowsPerSecond >= 1.0)
        parts
            << ReportText::tr("%1 rows/s").arg(number(static_cast<qint64>(progress.rowsPerSecond)));
    if (progress.timeLeft)
        parts << ReportText::tr("%1 left").arg(durationText(*progress.timeLeft));
    return parts.join(QStringLiteral(" · "));
}

} // namespace causeway::ctl
