// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/env_profile.h"

#include <QCoreApplication>
#include <QtGlobal>

namespace causeway {
namespace {

using Lookup = std::function<std::optional<QString>(const QString&)>;

QString prefixOf(Side side)
{
    return side == Side::Remote ? QStringLiteral("DB_REMOTE_") : QStringLiteral("DB_LOCAL_");
}

/// Reads single variables and remembers where they came from, for messages.
class Reader final {
public:
    Reader(const Lookup& lookup, QString origin)
        : m_lookup(lookup)
        , m_origin(std::move(origin))
    {
    }

    /// Empty when not set.
    [[nodiscard]] QString text(const QString& name) const
    {
        return m_lookup(name).value_or(QString());
    }
    [[nodiscard]] Result<QString> required(const QString& name) const
    {
        QString value = text(name).trimmed();
        if (!value.isEmpty())
            return value;
        return makeError(
            ErrorCode::CfgMissing, name,
            QCoreApplication::translate("EnvProfile", "%1 does not set it.").arg(m_origin));
    }
    [[nodiscard]] Error invalid(ErrorCode code, const QString& name, const QString& allowed) const
    {
        return makeError(
            code, name,
            QCoreApplication::translate("EnvProfile", "\"%1\" (from %2) is not one of: %3.")
                .arg(text(name), m_origin, allowed));
    }
    [[nodiscard]] Result<int> number(const QString& name, int fallback, int most) const
    {
        const QString value = text(name).trimmed();
        if (value.isEmpty())
            return fallback;
        bool isNumber = false;
        const int result = value.toInt(&isNumber);
        if (!isNumber || result < 1 || result > most) {
            return makeError(ErrorCode::CfgInvalid, name,
                             QCoreApplication::translate(
                                 "EnvProfile", "\"%1\" (from %2) is no whole number from 1 to %3.")
                                 .arg(value, m_origin)
                                 .arg(most));
        }
        return result;
    }
    /// The parsed value of @p name, @p fallback when it is not set.
    template<typename T>
    [[nodiscard]] Result<T> choice(const QString& name, T fallback,
                                   std::optional<T> (*parse)(const QString&),
                                   const QString& allowed) const
    {
        if (text(name).trimmed().isEmpty())
            return fallback;
        const auto value = parse(text(name));
        const ErrorCode code = name == QLatin1String("DB_SYNC_DIRECTION") ? ErrorCode::CfgDirection
                                                                          : ErrorCode::CfgInvalid;
        return value ? Result<T>(*value) : Result<T>(invalid(code, name, allowed));
    }

private:
    const Lookup& m_lookup;
    QString m_origin;
};

Status readPlace(const Reader& reader, const QString& prefix, SideConfig& side)
{
    side.socket = reader.text(prefix + QLatin1String("SOCKET")).trimmed();
    if (side.socket.isEmpty()) {
        auto host = reader.required(prefix + QLatin1String("HOST"));
        if (!host)
            return host.error();
        side.host = *host;
    } else {
        side.host = reader.text(prefix + QLatin1String("HOST")).trimmed();
    }
    auto port = reader.number(prefix + QLatin1String("PORT"), 3306, 65535);
    if (!port)
        return port.error();
    side.port = *port;
    return okStatus();
}

Status readSide(const Reader& reader, Side which, SideConfig& side)
{
    const QString prefix = prefixOf(which);
    CAUSEWAY_TRY(readPlace(reader, prefix, side));
    auto database = reader.required(prefix + QLatin1String("NAME"));
    if (!database)
        return database.error();
    auto user = reader.required(prefix + QLatin1String("USER"));
    if (!user)
        return user.error();
    auto tls = reader.choice<TlsMode>(
        prefix + QLatin1String("TLS"), TlsMode::Preferred, &parseTlsMode,
        QStringLiteral("DISABLED, PREFERRED, REQUIRED, VERIFY_CA, VERIFY_IDENTITY"));
    if (!tls)
        return tls.error();
    side.database = *database;
    side.user = *user;
    side.password = reader.text(prefix + QLatin1String("PASSWORD"));
    side.tls = *tls;
    side.tlsCa = reader.text(prefix + QLatin1String("TLS_CA")).trimmed();
    return okStatus();
}

Status readDefaults(const Reader& reader, SyncDefaults& defaults)
{
    auto enabled = reader.choice<bool>(QStringLiteral("DB_SYNC_ENABLED"), false, &parseEnvBool,
                                       QStringLiteral("True, False"));
    if (!enabled)
        return enabled.error();
    auto interval = reader.number(QStringLiteral("DB_SYNC_INTERVAL"), 60, 525'600);
    if (!interval)
        return interval.error();
    auto direction = reader.choice<Direction>(
        QStringLiteral("DB_SYNC_DIRECTION"), Direction::Both, &parseDirection,
        QStringLiteral("BOTH, REMOTE_TO_LOCAL, LOCAL_TO_REMOTE"));
    if (!direction)
        return direction.error();
    auto type = reader.choice<SyncType>(QStringLiteral("DB_SYNC_TYPE"), SyncType::Incremental,
                                        &parseSyncType, QStringLiteral("FULL, INCREMENTAL"));
    if (!type)
        return type.error();
    defaults = {*enabled, *interval, *direction, *type};
    return okStatus();
}

Status readManaged(const Reader& reader, ManagedServerSettings& managed)
{
    auto port = reader.number(QStringLiteral("MARIADB_PORT"), 0, 65535);
    if (!port)
        return port.error();
    managed = {reader.text(QStringLiteral("MARIADB_ROOT_PASSWORD")),
               reader.text(QStringLiteral("MARIADB_DATABASE")),
               reader.text(QStringLiteral("MARIADB_USER")),
               reader.text(QStringLiteral("MARIADB_PASSWORD")), *port};
    return okStatus();
}

Status readCurrentSide(const Reader& reader, std::optional<Side>& current)
{
    const QString name = QStringLiteral("DB_ENV");
    if (reader.text(name).trimmed().isEmpty())
        return okStatus();
    current = parseSide(reader.text(name));
    return current ? okStatus()
                   : Status(reader.invalid(ErrorCode::CfgInvalid, name,
                                           QStringLiteral("remote, local")));
}

/// Writes single variables, remembering the first failure.
class Writer final {
public:
    explicit Writer(EnvFile& file)
        : m_file(file)
    {
    }
    void put(const QString& name, const QString& value)
    {
        if (m_status.ok())
            m_status = m_file.set(name, value);
    }
    void putUnlessDefault(const QString& name, const QString& value, const QString& fallback)
    {
        if (value != fallback || m_file.value(name))
            put(name, value);
    }
    [[nodiscard]] const Status& status() const { return m_status; }

private:
    EnvFile& m_file;
    Status m_status = okStatus();
};

void writeSide(Writer& writer, const QString& prefix, const SideConfig& side, bool withPassword)
{
    writer.put(prefix + QLatin1String("HOST"), side.host);
    writer.put(prefix + QLatin1String("PORT"), QString::number(side.port));
    writer.put(prefix + QLatin1String("NAME"), side.database);
    writer.put(prefix + QLatin1String("USER"), side.user);
    if (withPassword)
        writer.put(prefix + QLatin1String("PASSWORD"), side.password);
    writer.putUnlessDefault(prefix + QLatin1String("SOCKET"), side.socket, {});
    writer.putUnlessDefault(prefix + QLatin1String("TLS"), toText(side.tls),
                            toText(TlsMode::Preferred));
    writer.putUnlessDefault(prefix + QLatin1String("TLS_CA"), side.tlsCa, {});
}

} // namespace

std::optional<bool> parseEnvBool(const QString& text)
{
    static const QStringList yes{QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("yes"),
                                 QStringLiteral("on")};
    static const QStringList no{QStringLiteral("false"), QStringLiteral("0"), QStringLiteral("no"),
                                QStringLiteral("off")};
    const QString wanted = text.trimmed().toLower();
    if (yes.contains(wanted))
        return true;
    return no.contains(wanted) ? std::optional(false) : std::nullopt;
}

Result<EnvImport> profileFromVariables(const Lookup& lookup, const QString& profileName,
                                       const QString& origin)
{
    const Reader reader(lookup, origin);
    EnvImport result;
    result.profile.name = profileName;
    CAUSEWAY_TRY(readSide(reader, Side::Remote, result.profile.remote));
    CAUSEWAY_TRY(readSide(reader, Side::Local, result.profile.local));
    CAUSEWAY_TRY(readDefaults(reader, result.profile.defaults));
    CAUSEWAY_TRY(readManaged(reader, result.managed));
    CAUSEWAY_TRY(readCurrentSide(reader, result.currentSide));
    return result;
}

Result<EnvImport> profileFromEnv(const EnvFile& file, const QString& profileName)
{
    auto result = profileFromVariables([&file](const QString& name) { return file.value(name); },
                                       profileName, file.origin());
    if (result) {
        result->profile.envFile = file.origin();
        result->warnings = file.warnings();
    }
    return result;
}

bool environmentNamesAPair()
{
    for (const Side side : {Side::Remote, Side::Local}) {
        for (const char* part : {"HOST", "SOCKET", "NAME", "USER"}) {
            if (qEnvironmentVariableIsSet(
                    (prefixOf(side) + QLatin1String(part)).toLatin1().constData()))
                return true;
        }
    }
    return false;
}

Status profileToEnv(const Profile& profile, EnvFile& file, bool withPasswords)
{
    Writer writer(file);
    if (!file.value(QStringLiteral("DB_ENV")))
        writer.put(QStringLiteral("DB_ENV"), toText(Side::Remote));
    writeSide(writer, prefixOf(Side::Remote), profile.remote, withPasswords);
    writeSide(writer, prefixOf(Side::Local), profile.local, withPasswords);
    const SyncDefaults& defaults = profile.defaults;
    if (parseEnvBool(file.value(QStringLiteral("DB_SYNC_ENABLED")).value_or(QString())) !=
        defaults.enabled) {
        writer.put(QStringLiteral("DB_SYNC_ENABLED"),
                   defaults.enabled ? QStringLiteral("True") : QStringLiteral("False"));
    }
    writer.put(QStringLiteral("DB_SYNC_INTERVAL"), QString::number(defaults.intervalMinutes));
    writer.put(QStringLiteral("DB_SYNC_DIRECTION"), toText(defaults.direction));
    writer.put(QStringLiteral("DB_SYNC_TYPE"), toText(defaults.type));
    return writer.status();
}

} // namespace causeway
