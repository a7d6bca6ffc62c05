// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/prune_preview.h"
#include "sync/dialect/doctor_sql.h"
#include "sync/dialect/undo_sql.h"
#include "sync/doctor/check.h"
#include "sync/run/pair_session.h"
#include "sync/undo/undo_journal.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "retention";
constexpr int kLogDays = 30;
constexpr qint64 kManyLogRows = 10'000;
constexpr double kLargeMb = 2'000;

Result<bool> hasUndo(Connection& local)
{
    auto existing = local.query(undosql::existing());
    CAUSEWAY_TRY(existing);
    return cellText(existing->rows.at(0), 0) == QLatin1String("2");
}

/// Runs whose kept rows nobody can use any more.
Result<QStringList> expiredRuns(Connection& local)
{
    auto given = firstColumn(local, undosql::givenUpRuns());
    CAUSEWAY_TRY(given);
    auto expired = firstColumn(local, undosql::expiredRuns(UndoLimits().days));
    CAUSEWAY_TRY(expired);
    QStringList runs = *given + *expired;
    runs.removeDuplicates();
    return runs;
}

Result<Finding> undo(Connection& local)
{
    const QString id = QStringLiteral("retention.undo");
    const auto there = hasUndo(local);
    CAUSEWAY_TRY(there);
    if (!*there) {
        return fine(id, QCoreApplication::translate("causeway::Doctor",
                                                    "Nothing is kept for an undo yet."));
    }
    const auto runs = expiredRuns(local);
    CAUSEWAY_TRY(runs);
    const auto tooLarge = firstColumn(local, doctorsql::undoGivenUp());
    CAUSEWAY_TRY(tooLarge);
    Finding finding =
        runs->isEmpty()
            ? fine(id, QCoreApplication::translate("causeway::Doctor",
                                                   "What is kept for an undo is younger than %1 "
                                                   "days.")
                           .arg(UndoLimits().days))
            : warning(id, QCoreApplication::translate(
                              "causeway::Doctor",
                              "Rows of %1 runs are still kept for an undo that is over.")
                              .arg(runs->size()));
    if (tooLarge->value(0) != QLatin1String("0"))
        finding.evidence << QCoreApplication::translate(
                                "causeway::Doctor",
                                "%1 runs wrote too much to be kept: they cannot be undone.")
                                .arg(tooLarge->value(0));
    if (runs->isEmpty())
        return finding;
    finding.evidence << *runs;
    finding.fix = FixKind::Safe;
    for (const QString& run : *runs)
        finding.statements.push_back({Side::Local, QString::fromUtf8(undosql::deleteTables(run))});
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "causewayctl doctor --fix removes them, as the next run that writes "
                            "would.");
    return finding;
}

Result<Finding> log(const Examination& examination)
{
    const auto old = previewPrune(examination.profile.local, examination.now().addDays(-kLogDays));
    CAUSEWAY_TRY(old);
    const QString id = QStringLiteral("retention.log");
    const QString what = QCoreApplication::translate(
                             "causeway::Doctor", "The log has %1 rows that are older than %2 days.")
                             .arg(QString::number(old->rows), QString::number(kLogDays));
    if (old->rows < kManyLogRows)
        return fine(id, what);
    Finding finding = warning(id, what);
    finding.fix = FixKind::Confirm;
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "causewayctl log prune --dry-run tells what would go, causewayctl log "
                            "prune removes it.");
    return finding;
}

Result<Finding> size(Connection& local)
{
    const auto answer = firstColumn(local, doctorsql::ownMegabytes());
    CAUSEWAY_TRY(answer);
    const double megabytes = answer->value(0).toDouble();
    const QString id = QStringLiteral("retention.size");
    const QString what = QCoreApplication::translate(
                             "causeway::Doctor", "Causeway's own tables take %1 MB of the local "
                                                 "database.")
                             .arg(QString::number(megabytes, 'f', 1));
    if (megabytes < kLargeMb)
        return fine(id, what);
    Finding finding = warning(id, what);
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "A ledger takes some 100 bytes per row of its table; the rest is log, "
                            "conflicts and rows kept for an undo: causewayctl log prune, and "
                            "settle conflicts.");
    return finding;
}

std::vector<Finding> look(Examination& examination)
{
    Connection& local = *examination.connection(Side::Local);
    std::vector<Finding> findings;
    const auto add = [&findings](const char* id, const Result<Finding>& found) {
        findings.push_back(found ? *found : problemOf(QLatin1String(id), found.error()));
    };
    add("retention.log", log(examination));
    add("retention.undo", undo(local));
    add("retention.size", size(local));
    return findings;
}

/// Under the lock of the pair: a run at work tidies up by itself.
Status repair(Examination& examination, std::vector<Statement>& done)
{
    auto session = PairSession::open(examination.profile, PairSession::Access::Write);
    CAUSEWAY_TRY(session);
    CAUSEWAY_TRY(session->lock());
    QByteArrayList executed;
    const Status tidied =
        UndoJournal(QString(), UndoLimits()).tidyUp(session->writing(Side::Local), &executed);
    for (const QByteArray& sql : executed)
        done.push_back({Side::Local, QString::fromUtf8(sql)});
    return tidied;
}

} // namespace

Check retentionCheck()
{
    return {kId, Needs::ControlTables, &look, &repair};
}

} // namespace causeway::doctor
