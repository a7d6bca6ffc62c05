// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/alert/alert_hook.h"

#include "sync/alert/alert_text.h"
#include "sync/alert/web_post.h"
#include "sync/run/user_command.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSysInfo>
#include <QUrl>

namespace causeway {
namespace {

constexpr qsizetype kShownOutput = 200; ///< characters of what a command said

bool isWebAddress(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

UserCommand commandFor(const AlertHook& hook, const QJsonObject& message)
{
    UserCommand command;
    command.words = hook.command;
    command.timeout = hook.timeout;
    command.input = QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
    for (auto at = message.begin(); at != message.end(); ++at) {
        command.variables.insert(QLatin1String("CAUSEWAY_ALERT_") + at.key().toUpper(),
                                 at.value().isDouble() ? QString::number(at.value().toDouble())
                                                       : at.value().toString());
    }
    return command;
}

Status runCommand(const AlertHook& hook, const QJsonObject& message, const std::stop_token& stop)
{
    const auto end = runUserCommand(commandFor(hook, message), stop);
    CAUSEWAY_TRY(end);
    if (end->exitCode == 0)
        return okStatus();
    Error error =
        makeError(ErrorCode::SysInternal, hook.command.front(),
                  QCoreApplication::translate("causeway::AlertHook", "It ended with exit code %1.")
                      .arg(end->exitCode));
    error.serverMessage = end->output.trimmed().right(kShownOutput);
    return error;
}

} // namespace

Status AlertHook::check() const
{
    if (!command.isEmpty() && !webhook.isEmpty())
        return makeError(
            ErrorCode::CfgInvalid, webhook,
            QCoreApplication::translate(
                "causeway::AlertHook", "Alerts go to a command or to a web address, not to both."));
    if (!command.isEmpty() && command.front().trimmed().isEmpty())
        return makeError(ErrorCode::CfgInvalid,
                         QCoreApplication::translate("causeway::AlertHook", "The command"),
                         QCoreApplication::translate("causeway::AlertHook", "It has no program."));
    if (!webhook.isEmpty() && !isWebAddress(webhook))
        return makeError(
            ErrorCode::CfgInvalid, webhook,
            QCoreApplication::translate("causeway::AlertHook",
                                        "It is no address that begins with http:// or https://."));
    if (timeout < std::chrono::seconds(1) || timeout > kLongest)
        return makeError(ErrorCode::CfgInvalid,
                         QCoreApplication::translate("causeway::AlertHook", "The time-out"),
                         QCoreApplication::translate("causeway::AlertHook",
                                                     "It is a number of seconds from 1 to %1.")
                             .arg(kLongest.count()));
    return okStatus();
}

QJsonObject alertMessage(const QString& profile, const ActiveAlert& alert)
{
    return {
        {QStringLiteral("event"),
         alert.cleared ? QStringLiteral("cleared") : QStringLiteral("alert")},
        {QStringLiteral("profile"), profile},
        {QStringLiteral("rule"), toText(alert.rule)},
        {QStringLiteral("value"), alert.value},
        {QStringLiteral("limit"), alert.limit},
        {QStringLiteral("unit"), unitOf(alert.rule)},
        {QStringLiteral("since"), alert.since.toUTC().toString(Qt::ISODate)},
        {QStringLiteral("cleared"),
         alert.cleared ? QJsonValue(alert.cleared->toUTC().toString(Qt::ISODate)) : QJsonValue()},
        {QStringLiteral("host"), QSysInfo::machineHostName()},
        {QStringLiteral("text"), alertText(alert)}};
}

QJsonObject testMessage(const QString& profile)
{
    ActiveAlert alert;
    alert.since = QDateTime::currentDateTimeUtc();
    QJsonObject message = alertMessage(profile, alert);
    message[QLatin1String("event")] = QStringLiteral("test");
    message[QLatin1String("rule")] = QStringLiteral("test");
    message[QLatin1String("unit")] = QString();
    message[QLatin1String("text")] =
        QCoreApplication::translate("causeway::AlertHook", "This is a test of Causeway's alerts.");
    return message;
}

Status deliver(const AlertHook& hook, const QJsonObject& message, const std::stop_token& stop)
{
    CAUSEWAY_TRY(hook.check());
    if (!hook.command.isEmpty())
        return runCommand(hook, message, stop);
    if (!hook.webhook.isEmpty())
        return postJson(QUrl(hook.webhook, QUrl::StrictMode), message, hook.timeout, stop);
    return okStatus();
}

} // namespace causeway
