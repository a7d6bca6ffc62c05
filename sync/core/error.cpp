// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/error.h"

#include "sync/core/error_text.h"
#include "sync/core/server_error.h"

#include <QCoreApplication>

namespace causeway {
namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("causeway::Error", text);
}

QString joined(const QString& first, const QString& second)
{
    return second.isEmpty()
               ? first
               : QCoreApplication::translate("causeway::Error", "%1 %2", "two sentences in a row")
                     .arg(first, second);
}

QString quotedServerMessage(const QString& text)
{
    return text.isEmpty()
               ? QString()
               : QCoreApplication::translate("causeway::Error", "The server says: %1").arg(text);
}

} // namespace

QString errorCodeText(ErrorCode code)
{
    return QLatin1String(errorText(code).code);
}

int exitCodeFor(ErrorCode code)
{
    const QString text = errorCodeText(code);
    if (text.startsWith(QLatin1String("CFG_")))
        return 2;
    if (text.startsWith(QLatin1String("DB_CONN_")))
        return 3;
    return text.startsWith(QLatin1String("SYNC_")) ? 4 : 5;
}

bool Error::isRetryable() const
{
    return commitRefused || serverErrorTraits(serverCode).retryable;
}

bool Error::breaksConnection() const
{
    return serverErrorTraits(serverCode).breaksConnection;
}

bool Error::outcomeUnknown() const
{
    return serverErrorTraits(serverCode).outcomeUnknown;
}

bool Error::isRowLevel() const
{
    if (commitRefused)
        return false;
    return serverCode != 0 ? serverErrorTraits(serverCode).rowLevel
                           : code == ErrorCode::SyncRowRejected;
}

QString Error::message() const
{
    const ErrorText text = errorText(code, serverCode);
    const QString object =
        what.isEmpty() ? QCoreApplication::translate("causeway::Error", "This operation") : what;
    return joined(joined(translated(text.message).arg(object), detail),
                  quotedServerMessage(serverMessage));
}

QString Error::hint() const
{
    return translated(errorText(code, serverCode).hint);
}

Error makeError(ErrorCode code, QString what, QString detail)
{
    Error error;
    error.code = code;
    error.what = std::move(what);
    error.detail = std::move(detail);
    return error;
}

} // namespace causeway
