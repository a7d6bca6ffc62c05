// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/doctor_sql.h"
#include "sync/doctor/check.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "settings";
constexpr qint64 kSmallPacket = 16LL * 1024 * 1024;

/// As one server has them; not those of our own sessions.
struct Settings {
    Side side = Side::Local;
    QString sqlMode;
    QString timeZone;
    int minutesFromUtc = 0;
    qint64 packet = 0;
    QString charset;
    int lowerCaseNames = 0;
};

Result<Settings> read(Connection& connection)
{
    auto answer = connection.query(doctorsql::settings());
    CAUSEWAY_TRY(answer);
    const Cells& row = answer->rows.at(0);
    Settings settings;
    settings.side = connection.side();
    settings.sqlMode = cellText(row, 0);
    settings.timeZone = cellText(row, 1) == QLatin1String("SYSTEM")
                            ? QLatin1String("SYSTEM (") + cellText(row, 2) + QLatin1Char(')')
                            : cellText(row, 1);
    settings.minutesFromUtc = cellText(row, 3).toInt();
    settings.packet = cellText(row, 4).toLongLong();
    settings.charset = cellText(row, 5);
    settings.lowerCaseNames = cellText(row, 7).toInt();
    return settings;
}

QString assigned(const char* name, const QString& value)
{
    return QLatin1String(name) + QLatin1String(" = ") + value;
}

Finding sqlMode(const Settings& settings)
{
    const QString id = idOf("settings.sql_mode", settings.side);
    const QString side = sideWord(settings.side);
    const bool isStrict = settings.sqlMode.contains(QLatin1String("STRICT_TRANS_TABLES")) ||
                          settings.sqlMode.contains(QLatin1String("STRICT_ALL_TABLES"));
    if (isStrict) {
        return fine(id, QCoreApplication::translate(
                            "causeway::Doctor",
                            "sql_mode of %1 is strict: values that do not fit are refused.")
                            .arg(side));
    }
    Finding finding =
        warning(id, QCoreApplication::translate(
                        "causeway::Doctor",
                        "sql_mode of %1 is not strict: applications may store values there that "
                        "are cut or turned into zero, and a sync then carries those over.")
                        .arg(side));
    finding.evidence << assigned("sql_mode", settings.sqlMode);
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "Add STRICT_TRANS_TABLES to sql_mode in the server's configuration, "
                            "after a try with the applications that write there.");
    return finding;
}

Finding packet(const Settings& settings)
{
    const QString id = idOf("settings.packet", settings.side);
    const QString size = QString::number(settings.packet / 1024 / 1024);
    if (settings.packet >= kSmallPacket) {
        return fine(id, QCoreApplication::translate("causeway::Doctor",
                                                    "max_allowed_packet of %1 is %2 MiB.")
                            .arg(sideWord(settings.side), size));
    }
    Finding finding =
        warning(id, QCoreApplication::translate(
                        "causeway::Doctor",
                        "max_allowed_packet of %1 is only %2 MiB: rows with large values cannot "
                        "be written there.")
                        .arg(sideWord(settings.side), size));
    finding.evidence << assigned("max_allowed_packet", QString::number(settings.packet));
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "Set max_allowed_packet = 64M on both servers; a row needs a few times "
                            "its size.");
    return finding;
}

Finding charset(const Settings& settings)
{
    const QString id = idOf("settings.charset", settings.side);
    if (settings.charset == QLatin1String("utf8mb4")) {
        return fine(id, QCoreApplication::translate(
                            "causeway::Doctor", "The database of %1 holds every character (%2).")
                            .arg(sideWord(settings.side), settings.charset));
    }
    Finding finding = warning(
        id, QCoreApplication::translate(
                "causeway::Doctor",
                "The database of %1 has the character set %2: tables that are made there without "
                "naming one cannot hold every character (emoji, rare Han characters).")
                .arg(sideWord(settings.side), settings.charset));
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "For tables to come: ALTER DATABASE … CHARACTER SET utf8mb4. Tables "
                            "that are there keep theirs until they are converted.");
    return finding;
}

Finding timeZones(const Settings& remote, const Settings& local)
{
    const QString id = QStringLiteral("settings.time_zone");
    const auto line = [](const Settings& settings) -> QString {
        return assigned("time_zone", settings.timeZone) + QLatin1String(" · ") +
               sideWord(settings.side);
    };
    if (remote.minutesFromUtc == local.minutesFromUtc) {
        return fine(id, QCoreApplication::translate("causeway::Doctor",
                                                    "Both servers are in the same time zone."));
    }
    Finding finding =
        warning(id, QCoreApplication::translate(
                        "causeway::Doctor",
                        "The servers' time zones differ by %1 minutes: what applications store in "
                        "DATETIME columns by NOW() does not mean the same time on both sides. A "
                        "sync copies such values as they are.")
                        .arg(std::abs(remote.minutesFromUtc - local.minutesFromUtc)));
    finding.evidence << line(remote) << line(local);
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "Set default-time-zone = '+00:00' (or the same zone) on both servers, "
                            "or have the applications store UTC.");
    return finding;
}

Finding tableNames(const Settings& remote, const Settings& local)
{
    const QString id = QStringLiteral("settings.table_names");
    if ((remote.lowerCaseNames == 0) == (local.lowerCaseNames == 0)) {
        return fine(id, QCoreApplication::translate(
                            "causeway::Doctor",
                            "Both servers treat capital letters in names of tables alike."));
    }
    Finding finding = warning(id, QCoreApplication::translate(
                                      "causeway::Doctor",
                                      "One server tells Orders from orders, the other does not: "
                                      "tables whose names differ in capitals only will collide."));
    for (const Settings* settings : {&remote, &local})
        finding.evidence << assigned("lower_case_table_names",
                                     QString::number(settings->lowerCaseNames)) +
                                QLatin1String(" · ") + sideWord(settings->side);
    finding.steps << QCoreApplication::translate(
        "causeway::Doctor", "Name tables in small letters only; the setting of a server cannot be "
                            "changed once it has data.");
    return finding;
}

std::vector<Finding> look(Examination& examination)
{
    std::vector<Finding> findings;
    std::vector<Settings> known;
    for (const Side side : {Side::Remote, Side::Local}) {
        Connection* connection = examination.connection(side);
        if (connection == nullptr)
            continue;
        const auto settings = read(*connection);
        if (!settings) {
            findings.push_back(problemOf(idOf(kId, side), settings.error()));
            continue;
        }
        findings.insert(findings.end(),
                        {sqlMode(*settings), packet(*settings), charset(*settings)});
        known.push_back(*settings);
    }
    if (known.size() == 2) {
        findings.push_back(timeZones(known[0], known[1]));
        findings.push_back(tableNames(known[0], known[1]));
    }
    return findings;
}

} // namespace

Check settingsCheck()
{
    return {kId, Needs::AnySide, &look, nullptr};
}

} // namespace causeway::doctor
