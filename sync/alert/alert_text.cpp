// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/alert/alert_text.h"

#include <QCoreApplication>

namespace causeway {
namespace {

QString secondsText(double seconds)
{
    const auto whole = static_cast<qint64>(seconds);
    if (whole < 120)
        return QCoreApplication::translate("causeway::Alerts", "%1 s").arg(whole);
    const qint64 minutes = whole / 60;
    return minutes < 120 ? QCoreApplication::translate("causeway::Alerts", "%1 min").arg(minutes)
                         : QCoreApplication::translate("causeway::Alerts", "%1 h %2 min")
                               .arg(minutes / 60)
                               .arg(minutes % 60);
}

QString hoursText(double hours)
{
    if (hours < 1)
        return QCoreApplication::translate("causeway::Alerts", "%1 min")
            .arg(static_cast<qint64>(hours * 60));
    return hours < 72 ? QCoreApplication::translate("causeway::Alerts", "%1 h")
                            .arg(static_cast<qint64>(hours))
                      : QCoreApplication::translate("causeway::Alerts", "%1 days")
                            .arg(static_cast<qint64>(hours / 24));
}

QString sizeText(double megabytes)
{
    return megabytes < 1024 ? QCoreApplication::translate("causeway::Alerts", "%1 MB")
                                  .arg(static_cast<qint64>(megabytes))
                            : QCoreApplication::translate("causeway::Alerts", "%1 GB")
                                  .arg(megabytes / 1024, 0, 'f', 1);
}

} // namespace

QString alertValueText(AlertRule rule, double value)
{
    switch (rule) {
    case AlertRule::FailureRate:
        return QCoreApplication::translate("causeway::Alerts", "%1 %").arg(qRound64(value));
    case AlertRule::Duration:
        return secondsText(value);
    case AlertRule::Consistency:
        return hoursText(value);
    case AlertRule::DiskFree:
        return sizeText(value);
    case AlertRule::OpenConflicts:
        return QString::number(static_cast<qint64>(value));
    }
    return {};
}

QString alertTitle(AlertRule rule)
{
    switch (rule) {
    case AlertRule::FailureRate:
        return QCoreApplication::translate("causeway::Alerts", "Failed runs");
    case AlertRule::Duration:
        return QCoreApplication::translate("causeway::Alerts", "Duration of a run");
    case AlertRule::Consistency:
        return QCoreApplication::translate("causeway::Alerts", "Time since the last proof");
    case AlertRule::DiskFree:
        return QCoreApplication::translate("causeway::Alerts", "Free disk space");
    case AlertRule::OpenConflicts:
        return QCoreApplication::translate("causeway::Alerts", "Open conflicts");
    }
    return {};
}

QString alertText(const ActiveAlert& alert)
{
    const QString value = alertValueText(alert.rule, alert.value);
    const QString limit = alertValueText(alert.rule, alert.limit);
    if (alert.cleared)
        return QCoreApplication::translate("causeway::Alerts",
                                           "%1: within the limit again (%2; the limit is %3).")
            .arg(alertTitle(alert.rule), value, limit);
    switch (alert.rule) {
    case AlertRule::FailureRate:
        return QCoreApplication::translate("causeway::Alerts",
                                           "%1 of the last runs failed; the limit is %2.")
            .arg(value, limit);
    case AlertRule::Duration:
        return QCoreApplication::translate("causeway::Alerts",
                                           "The last run took %1; the limit is %2.")
            .arg(value, limit);
    case AlertRule::Consistency:
        return QCoreApplication::translate(
                   "causeway::Alerts",
                   "For %1 nothing has proved that both sides are equal; the limit is %2.")
            .arg(value, limit);
    case AlertRule::DiskFree:
        return QCoreApplication::translate(
                   "causeway::Alerts", "Only %1 are free on this machine's disk; the limit is %2.")
            .arg(value, limit);
    case AlertRule::OpenConflicts:
        return QCoreApplication::translate(
                   "causeway::Alerts", "Conflicts that wait for a decision: %1; the limit is %2.")
            .arg(value, limit);
    }
    return {};
}

} // namespace causeway
