// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backup/login_file.h"

#include "sync/db/tls_options.h"

#include <cerrno>
#include <cstring>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace causeway {
namespace {

/// A line of an option file. Both families read "…" with backslash escapes.
QByteArray line(const char* name, const QString& value)
{
    QByteArray text = value.toUtf8();
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "\\r");
    text.replace('\t', "\\t");
    return name + QByteArray("=\"") + text + "\"\n";
}

QByteArray authoritiesLine(const SideConfig& config)
{
    const bool checks = config.tls == TlsMode::VerifyCa || config.tls == TlsMode::VerifyIdentity;
    return checks ? line("ssl-ca", trustedAuthorities(config)) : QByteArray();
}

QByteArray mySqlTls(const SideConfig& config)
{
    // As Connector/C does by itself: without TLS the password travels under the server's key.
    const QByteArray key = "loose-get-server-public-key=1\n";
    if (!config.socket.isEmpty())
        return key + "ssl-mode=DISABLED\n";
    return key + "ssl-mode=" + toText(config.tls).toLatin1() + '\n' + authoritiesLine(config);
}

QByteArray mariaDbTls(const SideConfig& config)
{
    if (!config.socket.isEmpty() || config.tls == TlsMode::Disabled)
        return "loose-ssl=0\n";
    const bool verifies = config.tls == TlsMode::VerifyIdentity;
    return QByteArray("ssl=1\n") + "ssl-verify-server-cert=" + (verifies ? "1\n" : "0\n") +
           authoritiesLine(config);
}

} // namespace

QByteArray loginOptions(const SideConfig& config, ServerFamily family)
{
    QByteArray text = "[client]\n" + line("user", config.user) + line("password", config.password);
    if (!config.socket.isEmpty())
        text += "protocol=socket\n" + line("socket", config.socket);
    else
        text += line("host", config.host) + "port=" + QByteArray::number(config.port) + '\n';
    return text + (family == ServerFamily::MySql ? mySqlTls(config) : mariaDbTls(config));
}

Result<LoginFile> LoginFile::make(const QByteArray& options)
{
    FileHandle handle(memfd_create("login", MFD_CLOEXEC));
    const bool written = handle.isOpen() &&
                         // The programs ignore option files that everybody may write to.
                         fchmod(handle.get(), S_IRUSR | S_IWUSR) == 0 &&
                         ::write(handle.get(), options.constData(),
                                 static_cast<size_t>(options.size())) == options.size();
    if (written)
        return LoginFile(std::move(handle));
    Error error = makeError(ErrorCode::SysInternal, QStringLiteral("memfd_create"));
    error.serverMessage = QString::fromLocal8Bit(std::strerror(errno));
    return error;
}

QString LoginFile::path() const
{
    return QStringLiteral("/dev/fd/%1").arg(m_handle.get());
}

} // namespace causeway
