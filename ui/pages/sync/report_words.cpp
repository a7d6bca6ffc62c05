// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/report_words.h"

#include "models/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway::report_words {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("ReportWords", text);
}

QString deletionOn(Side side, qint64 rows, const Profile& profile)
{
    return say(QT_TRANSLATE_NOOP("ReportWords", "Will delete %1 on %2."))
        .arg(words::rows(rows), words::sideName(side, profile.side(side)));
}

QString writingTo(Side side, qint64 rows, const Profile& profile)
{
    return say(QT_TRANSLATE_NOOP("ReportWords", "%1 will be written to %2."))
        .arg(words::rows(rows), words::sideName(side, profile.side(side)));
}

} // namespace

qint64 rowsToWrite(const SyncReport& report)
{
    return report.remoteToLocal().total() + report.localToRemote().total();
}

qint64 rowsToDelete(const SyncReport& report)
{
    return report.remoteToLocal().deleted + report.localToRemote().deleted;
}

QString guardDetail(const TableOutcome& stopped, const Profile& profile)
{
    QStringList lines;
    if (stopped.remoteRows + stopped.localRows > 0)
        lines << say(QT_TRANSLATE_NOOP("ReportWords", "%1: %2. %3: %4."))
                     .arg(words::sideName(Side::Remote, profile.remote),
                          words::rows(stopped.remoteRows),
                          words::sideName(Side::Local, profile.local),
                          words::rows(stopped.localRows));
    lines << say(QT_TRANSLATE_NOOP("ReportWords",
                                   "Only this table is run, with its deletes allowed. “Preview "
                                   "these deletes” lists them first and writes nothing."));
    return lines.join(QLatin1Char('\n'));
}

QStringList deletions(const SyncReport& preview, const Profile& profile)
{
    QStringList lines;
    if (const qint64 rows = preview.localToRemote().deleted; rows > 0)
        lines << deletionOn(Side::Remote, rows, profile);
    if (const qint64 rows = preview.remoteToLocal().deleted; rows > 0)
        lines << deletionOn(Side::Local, rows, profile);
    return lines;
}

QString plan(const SyncReport& preview, const Profile& profile)
{
    const qint64 toLocal = preview.remoteToLocal().total();
    const qint64 toRemote = preview.localToRemote().total();
    QStringList sentences;
    if (preview.error)
        return say(QT_TRANSLATE_NOOP("ReportWords", "The two sides could not be compared."));
    const auto failed = std::count_if(preview.tables.begin(), preview.tables.end(),
                                      [](const TableOutcome& table) { return table.error; });
    if (failed > 0)
        sentences << say(QT_TRANSLATE_NOOP("ReportWords", "Left out: %1, see below."))
                         .arg(words::tables(failed));
    if (toLocal + toRemote == 0 && failed < static_cast<qsizetype>(preview.tables.size()))
        sentences << (failed > 0
                          ? say(QT_TRANSLATE_NOOP("ReportWords",
                                                  "In the others nothing has to be written."))
                          : say(QT_TRANSLATE_NOOP("ReportWords", "Nothing has to be written.")));
    if (toLocal > 0)
        sentences << writingTo(Side::Local, toLocal, profile);
    if (toRemote > 0)
        sentences << writingTo(Side::Remote, toRemote, profile);
    if (const qint64 conflicts = preview.conflicts(); conflicts > 0)
        sentences
            << say(QT_TRANSLATE_NOOP("ReportWords", "%1 found.")).arg(words::conflicts(conflicts));
    return words::sentences(sentences);
}

QString outcome(const SyncReport& report)
{
    const QString tables = words::tables(static_cast<qint64>(report.tables.size()));
    const QString rows = words::rows(rowsToWrite(report));
    const QString time = words::duration(report.duration);
    switch (report.status) {
    case RunStatus::Success:
        return say(QT_TRANSLATE_NOOP("ReportWords", "Done: %1, %2 written in %3."))
            .arg(tables, rows, time);
    case RunStatus::Partial:
        return say(QT_TRANSLATE_NOOP("ReportWords", "Partly done: %1, %2 written in %3. Something "
                                                    "needs a person, see below."))
            .arg(tables, rows, time);
    case RunStatus::Cancelled:
        return say(QT_TRANSLATE_NOOP("ReportWords",
                                     "Cancelled after %2. Written and kept: %1. The next run goes "
                                     "on from there."))
            .arg(rows, time);
    case RunStatus::Failed:
        return say(QT_TRANSLATE_NOOP("ReportWords", "Failed after %2. Written before that: %1."))
            .arg(rows, time);
    case RunStatus::Running:
        break;
    }
    return {};
}

QString waiting(const SyncReport& report)
{
    const qint64 open = report.openConflicts();
    return open == 0 ? QString()
                     : say(QT_TRANSLATE_NOOP("ReportWords", "%1 wait for a decision."))
                           .arg(words::conflicts(open));
}

QString pause(const SyncReport& report)
{
    using namespace std::chrono_literals;
    return report.paused < 1s ? QString()
                              : say(QT_TRANSLATE_NOOP("ReportWords", "It was paused for %1."))
                                    .arg(words::duration(report.paused));
}

QString verification(const SyncReport& report)
{
    const auto verified = std::count_if(report.tables.begin(), report.tables.end(),
                                        [](const TableOutcome& table) { return table.verified; });
    const auto all = static_cast<qsizetype>(report.tables.size());
    if (all == 0)
        return {};
    const QDateTime proved = report.endedAt();
    const qint64 leftOut = report.leftOut();
    if (leftOut > 0)
        return say(QT_TRANSLATE_NOOP("ReportWords",
                                     "%1 of %2 tables were proved equal. Left out as you chose: "
                                     "%3; they wait for a run that takes them."))
            .arg(verified)
            .arg(all)
            .arg(words::rows(leftOut));
    if (verified < all)
        return say(QT_TRANSLATE_NOOP("ReportWords", "%1 of %2 tables were proved equal."))
            .arg(verified)
            .arg(all);
    if (report.openConflicts() + report.skipped() > 0)
        return say(QT_TRANSLATE_NOOP("ReportWords",
                                     "Both sides were proved equal at %1, but for the rows that "
                                     "wait or were skipped."))
            .arg(words::moment(proved));
    return say(QT_TRANSLATE_NOOP("ReportWords", "Both sides are in sync, proved at %1."))
        .arg(words::moment(proved));
}

} // namespace causeway::report_words
