// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/connection_url.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QUrl>

#include <array>
#include <utility>

namespace causeway {
namespace {

Error bad(const QString& sentence)
{
    return makeError(ErrorCode::CfgInvalid,
                     QCoreApplication::translate("ConnectionUrl", "connection URL"), sentence);
}

bool hasValidEscapes(const QString& text)
{
    const auto isHex = [&text](qsizetype at) {
        return at < text.size() &&
               QByteArray("0123456789abcdefABCDEF").contains(text[at].toLatin1());
    };
    for (qsizetype at = text.indexOf(QLatin1Char('%')); at >= 0;
         at = text.indexOf(QLatin1Char('%'), at + 1)) {
        if (!isHex(at + 1) || !isHex(at + 2))
            return false;
    }
    return true;
}

/// Decodes %XX; @p part names the place for the message, which never holds the text itself.
Result<QString> decoded(const QString& text, const QString& part)
{
    if (!hasValidEscapes(text)) {
        return bad(
            QCoreApplication::translate(
                "ConnectionUrl",
                "The %1 holds a percent sign that is not followed by two hexadecimal digits; "
                "encode the percent sign itself as well.")
                .arg(part));
    }
    QStringDecoder toText(QStringDecoder::Utf8);
    const QString result = toText(QByteArray::fromPercentEncoding(text.toUtf8()));
    if (toText.hasError() || result.contains(QChar(0)))
        return bad(
            QCoreApplication::translate("ConnectionUrl", "The %1 is not UTF-8 text after decoding.")
                .arg(part));
    return result;
}

struct Parts {
    QString userInfo;
    QString hostPort;
    QString path;
    QString query;
};

Result<Parts> split(const QString& url)
{
    const qsizetype schemeEnd = url.indexOf(QLatin1String("://"));
    const QString scheme = url.left(qMax<qsizetype>(schemeEnd, 0)).toLower();
    if (scheme != QLatin1String("mysql") && scheme != QLatin1String("mariadb"))
        return bad(QCoreApplication::translate("ConnectionUrl",
                                               "It must begin with mysql:// or mariadb://."));
    QString rest = url.mid(schemeEnd + 3);
    Parts parts;
    if (const qsizetype mark = rest.indexOf(QLatin1Char('?')); mark >= 0) {
        parts.query = rest.mid(mark + 1);
        rest.truncate(mark);
    }
    if (const qsizetype slash = rest.indexOf(QLatin1Char('/')); slash >= 0) {
        parts.path = rest.mid(slash + 1);
        rest.truncate(slash);
    }
    const qsizetype at = rest.lastIndexOf(QLatin1Char('@'));
    parts.userInfo = at < 0 ? QString() : rest.left(at);
    parts.hostPort = rest.mid(at + 1);
    return parts;
}

Status readUser(const QString& userInfo, SideConfig& side)
{
    const qsizetype colon = userInfo.indexOf(QLatin1Char(':'));
    auto user = decoded(colon < 0 ? userInfo : userInfo.left(colon),
                        QCoreApplication::translate("ConnectionUrl", "user name"));
    if (!user)
        return user.error();
    if (user->isEmpty())
        return bad(QCoreApplication::translate(
            "ConnectionUrl", "The user name is missing; write mysql://user@host/database."));
    side.user = *user;
    if (colon < 0)
        return okStatus();
    auto password =
        decoded(userInfo.mid(colon + 1), QCoreApplication::translate("ConnectionUrl", "password"));
    if (!password)
        return password.error();
    side.password = *password;
    return okStatus();
}

Status readPort(const QString& text, SideConfig& side)
{
    bool isNumber = false;
    const int port = text.toInt(&isNumber);
    if (!isNumber || port < 1 || port > 65535)
        return bad(QCoreApplication::translate("ConnectionUrl",
                                               "The port must be a number from 1 to 65535."));
    side.port = port;
    return okStatus();
}

Status readHost(const QString& hostPort, SideConfig& side)
{
    QString host = hostPort;
    QString port;
    if (host.startsWith(QLatin1Char('['))) {
        const qsizetype close = host.indexOf(QLatin1Char(']'));
        if (close < 0 || (close + 1 < host.size() && host[close + 1] != QLatin1Char(':')))
            return bad(QCoreApplication::translate(
                "ConnectionUrl", "An IPv6 address must stand in brackets, as in [::1]:3306."));
        port = host.mid(close + 1);
        host = host.mid(1, close - 1);
    } else if (host.count(QLatin1Char(':')) > 1) {
        return bad(QCoreApplication::translate(
            "ConnectionUrl", "An IPv6 address must stand in brackets, as in [::1]:3306."));
    } else if (const qsizetype colon = host.indexOf(QLatin1Char(':')); colon >= 0) {
        port = host.mid(colon);
        host.truncate(colon);
    }
    auto name = decoded(host, QCoreApplication::translate("ConnectionUrl", "host name"));
    if (!name)
        return name.error();
    side.host = name->isEmpty() ? QStringLiteral("127.0.0.1") : *name;
    return port.isEmpty() ? okStatus() : readPort(port.mid(1), side);
}

Status readDatabase(const QString& path, SideConfig& side)
{
    if (path.contains(QLatin1Char('/')))
        return bad(QCoreApplication::translate(
            "ConnectionUrl",
            "There is more than one name after the host; only the database belongs there."));
    auto database = decoded(path, QCoreApplication::translate("ConnectionUrl", "database name"));
    if (!database)
        return database.error();
    if (database->isEmpty())
        return bad(QCoreApplication::translate(
            "ConnectionUrl", "The database is missing; write mysql://user@host/database."));
    side.database = *database;
    return okStatus();
}

/// Names that other tools use for the same five modes.
std::optional<TlsMode> tlsModeByAnyName(const QString& text)
{
    static constexpr std::array<std::pair<const char*, TlsMode>, 14> kSynonyms{
        {{"OFF", TlsMode::Disabled},
         {"FALSE", TlsMode::Disabled},
         {"0", TlsMode::Disabled},
         {"NO", TlsMode::Disabled},
         {"DISABLE", TlsMode::Disabled},
         {"PREFER", TlsMode::Preferred},
         {"REQUIRE", TlsMode::Required},
         {"ON", TlsMode::Required},
         {"TRUE", TlsMode::Required},
         {"1", TlsMode::Required},
         {"YES", TlsMode::Required},
         {"VERIFY_FULL", TlsMode::VerifyIdentity},
         {"VERIFY", TlsMode::VerifyIdentity},
         {"ALLOW", TlsMode::Preferred}}};
    if (const auto mode = parseTlsMode(text))
        return mode;
    QString wanted = text.trimmed().toUpper();
    wanted.replace(QLatin1Char('-'), QLatin1Char('_'));
    for (const auto& [name, mode] : kSynonyms) {
        if (wanted == QLatin1String(name))
            return mode;
    }
    return std::nullopt;
}

Status readOption(const QString& name, const QString& value, SideConfig& side)
{
    static const QStringList tlsNames{QStringLiteral("tls"), QStringLiteral("ssl"),
                                      QStringLiteral("ssl-mode"), QStringLiteral("sslmode"),
                                      QStringLiteral("tls-mode")};
    if (name == QLatin1String("socket") || name == QLatin1String("unix-socket")) {
        side.socket = value;
    } else if (name == QLatin1String("tls-ca") || name == QLatin1String("ssl-ca")) {
        side.tlsCa = value;
    } else if (tlsNames.contains(name)) {
        const auto mode = tlsModeByAnyName(value);
        if (!mode) {
            return bad(QCoreApplication::translate(
                           "ConnectionUrl",
                           "The TLS mode \"%1\" is not known; use DISABLED, PREFERRED, REQUIRED, "
                           "VERIFY_CA or VERIFY_IDENTITY.")
                           .arg(value));
        }
        side.tls = *mode;
    } else {
        return bad(QCoreApplication::translate(
                       "ConnectionUrl",
                       "The option \"%1\" is not known; there are socket, tls and tls-ca.")
                       .arg(name));
    }
    return okStatus();
}

Status readQuery(const QString& query, SideConfig& side)
{
    const QStringList pairs = query.split(QLatin1Char('&'), Qt::SkipEmptyParts);
    for (const QString& pair : pairs) {
        const qsizetype equals = pair.indexOf(QLatin1Char('='));
        auto name = decoded(equals < 0 ? pair : pair.left(equals),
                            QCoreApplication::translate("ConnectionUrl", "option name"));
        if (!name)
            return name.error();
        auto value = decoded(equals < 0 ? QString() : pair.mid(equals + 1),
                             QCoreApplication::translate("ConnectionUrl", "option value"));
        if (!value)
            return value.error();
        QString key = name->toLower();
        CAUSEWAY_TRY(readOption(key.replace(QLatin1Char('_'), QLatin1Char('-')), *value, side));
    }
    return okStatus();
}

QString encoded(const QString& text, const QByteArray& except = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, except));
}

} // namespace

Result<SideConfig> parseConnectionUrl(const QString& url)
{
    auto parts = split(url.trimmed());
    if (!parts)
        return parts.error();
    SideConfig side;
    CAUSEWAY_TRY(readUser(parts->userInfo, side));
    CAUSEWAY_TRY(readHost(parts->hostPort, side));
    CAUSEWAY_TRY(readDatabase(parts->path, side));
    CAUSEWAY_TRY(readQuery(parts->query, side));
    if (!side.socket.isEmpty() && parts->hostPort.isEmpty())
        side.host.clear();
    return side;
}

QString toConnectionUrl(const SideConfig& side)
{
    const bool isIpv6 = side.host.contains(QLatin1Char(':'));
    QString url = QLatin1String("mysql://") + encoded(side.user) + QLatin1Char('@');
    if (!side.host.isEmpty()) {
        url += isIpv6 ? QString(QLatin1Char('[') + encoded(side.host, ":") + QLatin1Char(']'))
                      : encoded(side.host);
        url += QLatin1Char(':') + QString::number(side.port);
    }
    url += QLatin1Char('/') + encoded(side.database);
    QStringList options;
    if (!side.socket.isEmpty())
        options << QLatin1String("socket=") + encoded(side.socket);
    if (side.tls != TlsMode::Preferred)
        options << QLatin1String("tls=") + toText(side.tls);
    if (!side.tlsCa.isEmpty())
        options << QLatin1String("tls-ca=") + encoded(side.tlsCa);
    return options.isEmpty() ? url
                             : QString(url + QLatin1Char('?') + options.join(QLatin1Char('&')));
}

} // namespace causeway
