// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/tls_options.h"

#include <QCoreApplication>

namespace causeway {

void setTlsOptions(MYSQL* handle, const SideConfig& config)
{
    const my_bool use = config.tls != TlsMode::Disabled && config.socket.isEmpty();
    const my_bool verify = use && config.tls == TlsMode::VerifyIdentity;
    mysql_optionsv(handle, MYSQL_OPT_SSL_ENFORCE, &use);
    mysql_optionsv(handle, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verify);
    const bool checksChain =
        config.tls == TlsMode::VerifyCa || config.tls == TlsMode::VerifyIdentity;
    if (use && checksChain && !config.tlsCa.isEmpty())
        mysql_optionsv(handle, MYSQL_OPT_SSL_CA, config.tlsCa.toUtf8().constData());
}

Status checkTls(MYSQL* handle, const SideConfig& config, const QString& label)
{
    const bool demanded = config.tls == TlsMode::Required || config.tls == TlsMode::VerifyCa ||
                          config.tls == TlsMode::VerifyIdentity;
    if (!demanded || !config.socket.isEmpty() || mysql_get_ssl_cipher(handle) != nullptr)
        return okStatus();
    return makeError(
        ErrorCode::ConnInsecure, label,
        QCoreApplication::translate("causeway::Connection", "the server offers no encryption"));
}

} // namespace causeway
