// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/alert/web_post.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace causeway {
namespace {

using namespace std::chrono_literals;

constexpr auto kLook = 100ms; ///< for a stop request

QNetworkRequest requestFor(const QUrl& url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("Causeway/" CAUSEWAY_VERSION));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    return request;
}

/// Waits until @p reply is finished, time is over or somebody stops it. @return time is over.
bool waitFor(QNetworkReply& reply, std::chrono::seconds timeout, const std::stop_token& stop)
{
    QEventLoop loop;
    QTimer limit;
    QTimer look;
    bool isLate = false;
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(&reply, &QNetworkReply::readyRead, &reply, [&reply] { reply.readAll(); });
    QObject::connect(&limit, &QTimer::timeout, &reply, [&reply, &isLate] {
        isLate = true;
        reply.abort();
    });
    QObject::connect(&look, &QTimer::timeout, &reply, [&reply, &stop] {
        if (stop.stop_requested())
            reply.abort();
    });
    limit.setSingleShot(true);
    limit.start(timeout);
    look.start(kLook);
    if (!reply.isFinished())
        loop.exec();
    return isLate;
}

} // namespace

Status postJson(const QUrl& url, const QJsonObject& body, std::chrono::seconds timeout,
                const std::stop_token& stop)
{
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(
        manager.post(requestFor(url), QJsonDocument(body).toJson(QJsonDocument::Compact)));
    const bool isLate = waitFor(*reply, timeout, stop);
    const QString where = url.host();
    if (stop.stop_requested())
        return makeError(ErrorCode::SyncInterrupted, where);
    if (isLate)
        return makeError(
            ErrorCode::SysInternal, where,
            QCoreApplication::translate("causeway::WebPost", "It did not answer within %1 seconds.")
                .arg(timeout.count()));
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300)
        return okStatus();
    if (status > 0)
        return makeError(
            ErrorCode::SysInternal, where,
            QCoreApplication::translate("causeway::WebPost", "It answered with status %1.")
                .arg(status));
    // the text of the error may hold the whole address
    return makeError(
        ErrorCode::SysInternal, where,
        QCoreApplication::translate("causeway::WebPost", "It cannot be reached (network error %1).")
            .arg(reply->error()));
}

} // namespace causeway
