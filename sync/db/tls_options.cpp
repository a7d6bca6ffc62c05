// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/tls_options.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace causeway {
namespace {

/// Where systems keep the authorities they trust, all in one file.
constexpr std::array kSystemAuthorities{
    "/etc/ssl/certs/ca-certificates.crt", // Debian, Ubuntu, Arch, Alpine
    "/etc/pki/tls/certs/ca-bundle.crt",   // Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",             // openSUSE
    "/etc/ssl/cert.pem",                  // BSD, macOS
};

/// Without a file of authorities the client library would check nothing, and say nothing.
Status setAuthorities(MYSQL* handle, const SideConfig& config, const QString& label)
{
    const QString file = trustedAuthorities(config);
    if (QFileInfo(file).isReadable()) {
        mysql_optionsv(handle, MYSQL_OPT_SSL_CA, file.toUtf8().constData());
        return okStatus();
    }
    const QString what =
        file.isEmpty()
            ? QCoreApplication::translate("causeway::Connection",
                                          "the system has no list of trusted certificate "
                                          "authorities: name a CA file in the profile")
            : QCoreApplication::translate("causeway::Connection", "the CA file %1 cannot be read")
                  .arg(file);
    return makeError(ErrorCode::ConnInsecure, label, what);
}

} // namespace

QString trustedAuthorities(const SideConfig& config)
{
    if (!config.tlsCa.isEmpty())
        return config.tlsCa;
    if (const QString named = qEnvironmentVariable("SSL_CERT_FILE"); !named.isEmpty())
        return named;
    for (const char* path : kSystemAuthorities) {
        if (QFileInfo::exists(QString::fromLatin1(path)))
            return QString::fromLatin1(path);
    }
    return {};
}

Status setTlsOptions(MYSQL* handle, const SideConfig& config, const QString& label)
{
    const my_bool use = config.tls != TlsMode::Disabled && config.socket.isEmpty();
    const my_bool verify = use && config.tls == TlsMode::VerifyIdentity;
    mysql_optionsv(handle, MYSQL_OPT_SSL_ENFORCE, &use);
    mysql_optionsv(handle, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verify);
    const bool checksChain =
        config.tls == TlsMode::VerifyCa || config.tls == TlsMode::VerifyIdentity;
    return use && checksChain ? setAuthorities(handle, config, label) : okStatus();
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
