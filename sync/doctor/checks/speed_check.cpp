// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/doctor_sql.h"
#include "sync/doctor/check.h"
#include "sync/schedule/schedule_store.h"
#include "sync/schema/introspect.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "speed";
constexpr int kDays = 7;
constexpr int kEnoughRows = 500;     // fewer say nothing about speed
constexpr double kSlow = 50;         // rows per second: the floor of an incremental sync
constexpr double kLarge = 200'000;   // rows of a table in one run
constexpr qint64 kManyRows = 50'000; // of a table whose key is hashed at each run

struct Written {
    QString table;
    double rows = 0;
    double seconds = 0;
    double most = 0; ///< in one run

    [[nodiscard]] double rate() const { return seconds > 0 ? rows / seconds : rows; }
};

/// A key of one whole number is looked up by range; every other one is hashed, row by row.
bool isOneInteger(const TableSchema& table)
{
    const QStringList key = table.rowKey();
    const ColumnSchema* column = key.size() == 1 ? table.column(key.first()) : nullptr;
    return column != nullptr && column->type == TypeClass::Integer;
}

QString rateLine(const Written& written)
{
    return QCoreApplication::translate("causeway::Doctor", "%1: %2 rows in %3 s, %4 rows/s")
        .arg(written.table, QString::number(written.rows, 'f', 0),
             QString::number(written.seconds, 'f', 1), QString::number(written.rate(), 'f', 0));
}

Finding slowTables(const QStringList& slow)
{
    const QString id = QStringLiteral("speed.rows");
    if (slow.isEmpty()) {
        return fine(id, QCoreApplication::translate("causeway::Doctor",
                                                    "No table was written slowly in the last %1 "
                                                    "days.")
                            .arg(kDays));
    }
    Finding finding = warning(
        id, QCoreApplication::translate("causeway::Doctor",
                                        "%1 tables were written at less than %2 rows per second.")
                .arg(QString::number(slow.size()), QString::number(kSlow, 'f', 0)));
    finding.evidence = slow;
    finding.steps
        << QCoreApplication::translate(
               "causeway::Doctor",
               "Look at the latency of both sides (causewayctl monitor): each batch takes a few "
               "round trips.")
        << QCoreApplication::translate(
               "causeway::Doctor",
               "Triggers and many secondary indexes of a table make each row dear; triggers can "
               "skip synced rows (@causeway_sync, see README).");
    return finding;
}

Finding largeRuns(const QStringList& large)
{
    const QString id = QStringLiteral("speed.batches");
    if (large.isEmpty()) {
        return fine(id, QCoreApplication::translate(
                            "causeway::Doctor", "No run of the last %1 days wrote very many rows.")
                            .arg(kDays));
    }
    Finding finding = warning(
        id, QCoreApplication::translate("causeway::Doctor",
                                        "Single runs wrote more than %1 rows of %2 tables: such a "
                                        "run takes long, and cannot be undone.")
                .arg(QString::number(kLarge, 'f', 0), QString::number(large.size())));
    finding.evidence = large;
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "If that was no first load: sync more often (causewayctl scheduler "
                            "enable --interval MINUTES), so that each run has less to do.");
    return finding;
}

Finding keys(const QStringList& hashed)
{
    const QString id = QStringLiteral("speed.keys");
    if (hashed.isEmpty()) {
        return fine(
            id, QCoreApplication::translate(
                    "causeway::Doctor", "No large table has a key that makes comparing it slow."));
    }
    Finding finding =
        warning(id, QCoreApplication::translate(
                        "causeway::Doctor",
                        "%1 large tables have a key that is not one whole number: finding changes "
                        "cannot use the index and reads them twice.")
                        .arg(hashed.size()));
    finding.evidence = hashed;
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "If syncs of them are too slow, make a whole number the PRIMARY KEY on "
                            "both sides and keep the present key as a UNIQUE one.");
    return finding;
}

Result<std::vector<Written>> readWritten(Connection& local, const QDateTime& since)
{
    auto rows = local.query(doctorsql::writtenByTable(since, kEnoughRows));
    CAUSEWAY_TRY(rows);
    std::vector<Written> written;
    for (const Cells& row : rows->rows)
        written.push_back({cellText(row, 0), cellText(row, 1).toDouble(),
                           cellText(row, 2).toDouble(), cellText(row, 3).toDouble()});
    return written;
}

Result<QStringList> hashedTables(Connection& local)
{
    const auto tables = introspect(local);
    CAUSEWAY_TRY(tables);
    QStringList hashed;
    for (const auto& [name, table] : *tables) {
        if (table.estimatedRows >= kManyRows && !table.rowKey().isEmpty() && !isOneInteger(table))
            hashed << name + QLatin1String(" (") + table.rowKey().join(QLatin1String(", ")) +
                          QLatin1Char(')');
    }
    return hashed;
}

/// Runs that take longer than the interval between them pile up.
Result<Finding> interval(Examination& examination, const QDateTime& since)
{
    auto runs = examination.connection(Side::Local)->query(doctorsql::averageRun(since));
    CAUSEWAY_TRY(runs);
    auto store = ScheduleStore::open(examination.profile.local, examination.profile.defaults);
    CAUSEWAY_TRY(store);
    const auto schedule = store->read();
    CAUSEWAY_TRY(schedule);
    const QString id = QStringLiteral("speed.interval");
    const double seconds = cellText(runs->rows.at(0), 1).toDouble();
    const QString what = QCoreApplication::translate("causeway::Doctor",
                                                     "A run took %1 s on average, over %2 runs of "
                                                     "the last %3 days.")
                             .arg(QString::number(seconds, 'f', 1), cellText(runs->rows.at(0), 0),
                                  QString::number(kDays));
    if (!schedule->enabled || seconds < 60.0 * schedule->intervalMinutes)
        return fine(id, what);
    Finding finding = warning(id, what);
    finding.evidence << QCoreApplication::translate("causeway::Doctor",
                                                    "The schedule begins one every %1 minutes.")
                            .arg(schedule->intervalMinutes);
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "Give it a longer interval, or speed up what takes long: causewayctl "
                            "log stats names the tables.");
    return finding;
}

Result<std::vector<Finding>> judgeAll(Examination& examination)
{
    Connection& local = *examination.connection(Side::Local);
    const QDateTime since = examination.now().addDays(-kDays);
    const auto written = readWritten(local, since);
    CAUSEWAY_TRY(written);
    const auto hashed = hashedTables(local);
    CAUSEWAY_TRY(hashed);
    const auto paced = interval(examination, since);
    CAUSEWAY_TRY(paced);
    QStringList slow;
    QStringList large;
    for (const Written& table : *written) {
        if (table.rate() < kSlow)
            slow << rateLine(table);
        if (table.most > kLarge)
            large << table.table + QLatin1String(": ") + QString::number(table.most, 'f', 0);
    }
    return std::vector<Finding>{slowTables(slow), largeRuns(large), keys(*hashed), *paced};
}

std::vector<Finding> look(Examination& examination)
{
    auto findings = judgeAll(examination);
    return findings ? std::move(*findings)
                    : std::vector<Finding>{problemOf(QLatin1String(kId), findings.error())};
}

} // namespace

Check speedCheck()
{
    return {kId, Needs::ControlTables, &look, nullptr};
}

} // namespace causeway::doctor
