// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/monitor_output.h"

#include "app/ctl/display_text.h"
#include "app/ctl/json_text.h"
#include "app/ctl/report_text.h"
#include "sync/profile/side_label.h"
#include "sync/run/sync_report.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace causeway::ctl {
namespace {

struct MonitorText {
    Q_DECLARE_TR_FUNCTIONS(MonitorText)
};

constexpr int kTitleWidth = 14;

/// The figures of one side.
struct SideFigures {
    double latency;
    double sessions;
    double limit;
};

SideFigures figuresOf(const Sample& sample, Side side)
{
    return side == Side::Remote
               ? SideFigures{sample[Metric::RemoteLatency], sample[Metric::RemoteConnections],
                             sample[Metric::RemoteMaxConnections]}
               : SideFigures{sample[Metric::LocalLatency], sample[Metric::LocalConnections],
                             sample[Metric::LocalMaxConnections]};
}

QString numberText(double value, int decimals = 0)
{
    return std::isnan(value) ? QStringLiteral("–") : QString::number(value, 'f', decimals);
}

QString bytesText(double bytes)
{
    static constexpr std::array kUnits{"B", "KiB", "MiB", "GiB", "TiB"};
    if (std::isnan(bytes))
        return QStringLiteral("–");
    std::size_t unit = 0;
    while (bytes >= 1024 && unit + 1 < kUnits.size()) {
        bytes /= 1024;
        ++unit;
    }
    return QString::number(bytes, 'f', unit == 0 ? 0 : 1) + QLatin1Char(' ') +
           QLatin1String(kUnits.at(unit));
}

QString secondsText(double seconds)
{
    return durationText(std::chrono::milliseconds(static_cast<qint64>(seconds * 1000)));
}

QString row(const QString& title, const QString& text)
{
    return title + QString(std::max(1, kTitleWidth - displayWidth(title)), QLatin1Char(' ')) +
           text + QLatin1Char('\n');
}

QString sideText(const MonitorView& view, Side side)
{
    const std::optional<Error>& trouble = view.seen.troubles[static_cast<std::size_t>(side)];
    if (trouble)
        return errorCodeText(trouble->code) + QLatin1String(": ") + trouble->message();
    const SideFigures figures = figuresOf(view.seen.sample, side);
    return MonitorText::tr("%1 ms · %2 of %3 connections")
        .arg(numberText(figures.latency, 1), numberText(figures.sessions),
             numberText(figures.limit));
}

QString machineText(const Sample& sample)
{
    return MonitorText::tr("CPU %1 % · memory %2 of %3 · %4 free on disk")
        .arg(numberText(sample[Metric::Cpu]), bytesText(sample[Metric::MemoryUsed]),
             bytesText(sample[Metric::MemoryTotal]), bytesText(sample[Metric::DiskFree]));
}

QString proofText(const WatchedProof& proof)
{
    if (proof.tables == 0)
        return MonitorText::tr("no table is enabled");
    if (proof.proved == 0)
        return MonitorText::tr("never proved");
    const QString when = localTimeText(proof.since);
    return proof.proved == proof.tables
               ? MonitorText::tr("both sides equal, proved at %1").arg(when)
               : MonitorText::tr("%1 of %2 tables proved equal, the first of them at %3")
                     .arg(QString::number(proof.proved), QString::number(proof.tables), when);
}

QString runSentence(const WatchedRun& run)
{
    QString text = MonitorText::tr("%1 %2 (%3), for %4, %5 of %6 tables done",
                                   "type direction (trigger), duration, tables")
                       .arg(run.type, run.direction, run.trigger, secondsText(run.seconds),
                            QString::number(run.tablesDone), QString::number(run.tablesEnabled));
    if (run.secondsLeft)
        text += MonitorText::tr(", about %1 left if it goes as the last time")
                    .arg(secondsText(*run.secondsLeft));
    return text;
}

QString tableText(const WatchedTable& table)
{
    QString text = MonitorText::tr("%1 rows").arg(table.rows);
    if (table.rowsPerSecond)
        text += MonitorText::tr(", %1 rows/s").arg(numberText(*table.rowsPerSecond));
    return (table.status ? statusText(*table.status) : MonitorText::tr("at work")) +
           QLatin1String(" · ") + text;
}

QString runBlock(const std::optional<WatchedRun>& run)
{
    const QString title = MonitorText::tr("Run");
    if (!run)
        return row(title, MonitorText::tr("none at work"));
    QString text = row(title, runSentence(*run));
    for (const WatchedTable& table : run->tables)
        text += row(QLatin1String("  ") + table.table, tableText(table));
    return text;
}

QString conflictsText(const Sample& sample)
{
    return MonitorText::tr("%1 open · %2 settled")
        .arg(numberText(sample[Metric::OpenConflicts]),
             numberText(sample[Metric::SettledConflicts]));
}

QJsonValue toJson(double value)
{
    return std::isnan(value) ? QJsonValue() : QJsonValue(value);
}

QJsonObject sideToJson(const MonitorView& view, Side side)
{
    const std::optional<Error>& trouble = view.seen.troubles[static_cast<std::size_t>(side)];
    const SideFigures figures = figuresOf(view.seen.sample, side);
    return {{QStringLiteral("reachable"), !trouble},
            {QStringLiteral("latency_ms"), toJson(figures.latency)},
            {QStringLiteral("connections"), toJson(figures.sessions)},
            {QStringLiteral("max_connections"), toJson(figures.limit)},
            {QStringLiteral("error"), causeway::toJson(trouble)}};
}

QJsonObject machineToJson(const Sample& sample)
{
    return {{QStringLiteral("cpu_percent"), toJson(sample[Metric::Cpu])},
            {QStringLiteral("memory_used_bytes"), toJson(sample[Metric::MemoryUsed])},
            {QStringLiteral("memory_total_bytes"), toJson(sample[Metric::MemoryTotal])},
            {QStringLiteral("process_memory_bytes"), toJson(sample[Metric::ProcessMemory])},
            {QStringLiteral("disk_free_bytes"), toJson(sample[Metric::DiskFree])},
            {QStringLiteral("network_in_bytes_s"), toJson(sample[Metric::NetworkIn])},
            {QStringLiteral("network_out_bytes_s"), toJson(sample[Metric::NetworkOut])}};
}

QJsonObject runToJson(const WatchedRun& run)
{
    QJsonArray tables;
    for (const WatchedTable& table : run.tables) {
        tables.append(QJsonObject{
            {QStringLiteral("table"), table.table},
            {QStringLiteral("status"), causeway::toText(table.status.value_or(RunStatus::Running))},
            {QStringLiteral("rows"), table.rows},
            {QStringLiteral("rows_per_second"),
             table.rowsPerSecond ? QJsonValue(*table.rowsPerSecond) : QJsonValue()}});
    }
    return {{QStringLiteral("run_id"), run.runId},
            {QStringLiteral("trigger"), run.trigger},
            {QStringLiteral("type"), run.type},
            {QStringLiteral("direction"), run.direction},
            {QStringLiteral("started_at"), timeToJson(run.startedAt)},
            {QStringLiteral("elapsed_s"), run.seconds},
            {QStringLiteral("tables_done"), run.tablesDone},
            {QStringLiteral("tables_enabled"), run.tablesEnabled},
            {QStringLiteral("time_left_s"),
             run.secondsLeft ? QJsonValue(*run.secondsLeft) : QJsonValue()},
            {QStringLiteral("tables"), tables}};
}

QDateTime timeOf(const MonitorView& view)
{
    return QDateTime::fromMSecsSinceEpoch(view.seen.sample.at, Qt::UTC);
}

} // namespace

QString monitorBlock(const MonitorView& view, const Profile& profile)
{
    const Sample& sample = view.seen.sample;
    QString text = row(localTimeText(timeOf(view)), QString());
    for (const Side side : {Side::Remote, Side::Local}) {
        text += row(side == Side::Remote ? MonitorText::tr("Remote") : MonitorText::tr("Local"),
                    profile.side(side).display());
        text += row(QString(), sideText(view, side));
    }
    text += row(MonitorText::tr("This machine"), machineText(sample));
    if (view.trouble) {
        return text +
               row(MonitorText::tr("Records"), errorCodeText(view.trouble->code) +
                                                   QLatin1String(": ") + view.trouble->message());
    }
    text += row(MonitorText::tr("Conflicts"), conflictsText(sample));
    text += row(MonitorText::tr("Consistency"), proofText(view.recorded->proof));
    return text + runBlock(view.recorded->run);
}

QString monitorLine(const MonitorView& view)
{
    QStringList parts{localTimeText(timeOf(view)),
                      MonitorText::tr("remote %1").arg(sideText(view, Side::Remote)),
                      MonitorText::tr("local %1").arg(sideText(view, Side::Local)),
                      machineText(view.seen.sample)};
    if (view.recorded) {
        parts << MonitorText::tr("conflicts %1").arg(conflictsText(view.seen.sample))
              << proofText(view.recorded->proof);
        if (view.recorded->run)
            parts << MonitorText::tr("run %1").arg(runSentence(*view.recorded->run));
    }
    return oneLine(parts.join(QLatin1String(" | ")));
}

QJsonObject monitorToJson(const MonitorView& view)
{
    const Sample& sample = view.seen.sample;
    QJsonObject document{
        {QStringLiteral("at"), timeToJson(timeOf(view))},
        {QStringLiteral("remote"), sideToJson(view, Side::Remote)},
        {QStringLiteral("local"), sideToJson(view, Side::Local)},
        {QStringLiteral("machine"), machineToJson(sample)},
        {QStringLiteral("conflicts"),
         QJsonObject{{QStringLiteral("open"), toJson(sample[Metric::OpenConflicts])},
                     {QStringLiteral("settled"), toJson(sample[Metric::SettledConflicts])}}},
        {QStringLiteral("consistency"), QJsonValue()},
        {QStringLiteral("run"), QJsonValue()},
        {QStringLiteral("error"), causeway::toJson(view.trouble)}};
    if (!view.recorded)
        return document;
    const WatchedProof& proof = view.recorded->proof;
    document.insert(QStringLiteral("consistency"),
                    QJsonObject{{QStringLiteral("tables"), proof.tables},
                                {QStringLiteral("proved"), proof.proved},
                                {QStringLiteral("proved_at"), timeToJson(proof.since)}});
    if (view.recorded->run)
        document.insert(QStringLiteral("run"), runToJson(*view.recorded->run));
    return document;
}

} // namespace causeway::ctl
