// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/report_words.h"

#include "models/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace causeway::report_words {
namespace {

QString say(const char* text, int n = -1)
{
    return QCoreApplication::translate("ReportWords", text, nullptr, n);
}

int asInt(qint64 value)
{
    return static_cast<int>(std::min<qint64>(value, std::numeric_limits<int>::max()));
}

QString deletionOn(Side side, qint64 rows, const Profile& profile)
{
    return say(QT_TRANSLATE_N_NOOP("ReportWords", "Will delete %n row(s) on %1."), asInt(rows))
        .arg(words::sideName(side, profile.side(side)));
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

bool isGuarded(const SyncReport& report)
{
    return std::any_of(report.tables.begin(), report.tables.end(), [](const TableOutcome& table) {
        return table.error && table.error->code == ErrorCode::SyncGuard;
    });
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
    if (toLocal + toRemote == 0)
        sentences << say(QT_TRANSLATE_NOOP("ReportWords", "Nothing has to be written."));
    if (toLocal > 0)
        sentences << say(QT_TRANSLATE_N_NOOP("ReportWords", "%n row(s) will be written to %1."),
                         asInt(toLocal))
                         .arg(words::sideName(Side::Local, profile.local));
    if (toRemote > 0)
        sentences << say(QT_TRANSLATE_N_NOOP("ReportWords", "%n row(s) will be written to %1."),
                         asInt(toRemote))
                         .arg(words::sideName(Side::Remote, profile.remote));
    if (const qint64 conflicts = preview.conflicts(); conflicts > 0)
        sentences << say(QT_TRANSLATE_N_NOOP("ReportWords", "%n conflict(s)."), asInt(conflicts));
    return sentences.join(QLatin1Char(' '));
}

QString outcome(const SyncReport& report)
{
    const int tables = static_cast<int>(report.tables.size());
    const QString rows = words::number(rowsToWrite(report));
    const QString time = words::duration(report.duration);
    switch (report.status) {
    case RunStatus::Success:
        return say(QT_TRANSLATE_N_NOOP("ReportWords", "Done: %n table(s), %1 rows written in %2."),
                   tables)
            .arg(rows, time);
    case RunStatus::Partial:
        return say(QT_TRANSLATE_N_NOOP(
                       "ReportWords", "Partly done: %n table(s), %1 rows written in %2. Something "
                                      "needs a person, see below."),
                   tables)
            .arg(rows, time);
    case RunStatus::Cancelled:
        return say(QT_TRANSLATE_NOOP("ReportWords",
                                     "Cancelled after %2: %1 rows were written and stay. The next "
                                     "run goes on from there."))
            .arg(rows, time);
    case RunStatus::Failed:
        return say(QT_TRANSLATE_NOOP("ReportWords", "Failed after %2; %1 rows were written before."))
            .arg(rows, time);
    case RunStatus::Running:
        break;
    }
    return {};
}

QString verification(const SyncReport& report)
{
    const auto verified = std::count_if(report.tables.begin(), report.tables.end(),
                                        [](const TableOutcome& table) { return table.verified; });
    const auto all = static_cast<qsizetype>(report.tables.size());
    if (all == 0)
        return {};
    const QDateTime proved = report.startedAt.addMSecs(report.duration.count());
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
