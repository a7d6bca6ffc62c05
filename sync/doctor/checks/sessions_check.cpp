// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/doctor_sql.h"
#include "sync/dialect/monitor_sql.h"
#include "sync/doctor/check.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "sessions";
constexpr double kManyPercent = 80;
constexpr double kFullPercent = 95;

struct Sessions {
    qint64 now = 0;
    qint64 most = 0; ///< since the server started
    qint64 limit = 0;
    qint64 refused = 0; ///< since the server started
};

Result<Sessions> read(Connection& connection)
{
    auto now = connection.query(monitorsql::connections());
    CAUSEWAY_TRY(now);
    auto limit = connection.query(monitorsql::maxConnections());
    CAUSEWAY_TRY(limit);
    auto history = connection.query(doctorsql::sessionHistory());
    CAUSEWAY_TRY(history);
    Sessions sessions;
    sessions.now = now->rows.empty() ? 0 : cellText(now->rows.at(0), 1).toLongLong();
    sessions.limit = cellText(limit->rows.at(0), 0).toLongLong();
    for (const Cells& row : history->rows) {
        const bool isMost = cellText(row, 0).startsWith(QLatin1String("Max"), Qt::CaseInsensitive);
        (isMost ? sessions.most : sessions.refused) = cellText(row, 1).toLongLong();
    }
    return sessions;
}

QStringList advice()
{
    return {QCoreApplication::translate(
                "causeway::Doctor",
                "On the server, SHOW PROCESSLIST tells whose sessions they are; close those that "
                "sleep, or let them end sooner (wait_timeout)."),
            QCoreApplication::translate(
                "causeway::Doctor",
                "Raise max_connections if the server has memory for more. A run of Causeway takes "
                "two sessions on the remote side and three on the local one.")};
}

Finding judge(const Sessions& sessions, Side side)
{
    const QString id = idOf(kId, side);
    const double percent = sessions.limit > 0 ? 100.0 * static_cast<double>(sessions.now) /
                                                    static_cast<double>(sessions.limit)
                                              : 0.0;
    const QString what =
        QCoreApplication::translate("causeway::Doctor", "%1 of %2 sessions of %3 are taken.")
            .arg(QString::number(sessions.now), QString::number(sessions.limit), sideWord(side));
    Finding finding = percent >= kFullPercent   ? problem(id, what)
                      : percent >= kManyPercent ? warning(id, what)
                                                : fine(id, what);
    finding.evidence << QCoreApplication::translate("causeway::Doctor",
                                                    "At most %1 at once since the server started.")
                            .arg(sessions.most);
    if (sessions.refused > 0) {
        finding.evidence << QCoreApplication::translate(
                                "causeway::Doctor", "%1 were refused since then, because all were "
                                                    "taken (max_connections).")
                                .arg(sessions.refused);
        if (finding.severity == Severity::Ok) {
            finding.severity = Severity::Warn;
            finding.fix = FixKind::Advice;
        }
    }
    if (finding.severity != Severity::Ok)
        finding.steps = advice();
    return finding;
}

std::vector<Finding> look(Examination& examination)
{
    std::vector<Finding> findings;
    for (const Side side : {Side::Remote, Side::Local}) {
        Connection* connection = examination.connection(side);
        if (connection == nullptr)
            continue;
        const auto sessions = read(*connection);
        findings.push_back(sessions ? judge(*sessions, side)
                                    : problemOf(idOf(kId, side), sessions.error()));
    }
    return findings;
}

} // namespace

Check sessionsCheck()
{
    return {kId, Needs::AnySide, &look, nullptr};
}

} // namespace causeway::doctor
