// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/doctor/finding.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

Finding finding(Severity severity, const QString& id, const QString& what)
{
    Finding finding;
    finding.id = id;
    finding.severity = severity;
    finding.what = what;
    finding.fix = severity == Severity::Ok ? FixKind::None : FixKind::Advice;
    return finding;
}

} // namespace

QString toText(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return QStringLiteral("ok");
    case Severity::Warn:
        return QStringLiteral("warn");
    case Severity::Problem:
        return QStringLiteral("problem");
    }
    return {};
}

QString toText(FixKind kind)
{
    switch (kind) {
    case FixKind::None:
        return QStringLiteral("none");
    case FixKind::Safe:
        return QStringLiteral("safe");
    case FixKind::Confirm:
        return QStringLiteral("confirm");
    case FixKind::Advice:
        return QStringLiteral("advice");
    }
    return {};
}

Finding fine(const QString& id, const QString& what)
{
    return finding(Severity::Ok, id, what);
}

Finding warning(const QString& id, const QString& what)
{
    return finding(Severity::Warn, id, what);
}

Finding problem(const QString& id, const QString& what)
{
    return finding(Severity::Problem, id, what);
}

Finding problemOf(const QString& id, const Error& error)
{
    Finding found = problem(id, error.message());
    found.code = error.code;
    found.steps << error.hint();
    return found;
}

QString sideWord(Side side)
{
    return side == Side::Remote ? QCoreApplication::translate("causeway::Side", "remote")
                                : QCoreApplication::translate("causeway::Side", "local");
}

QString idOf(const char* check, Side side)
{
    return QLatin1String(check) + QLatin1Char('.') + causeway::toText(side);
}

} // namespace causeway::doctor
