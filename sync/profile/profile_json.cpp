// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/profile_store.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace causeway {
namespace {

constexpr int kFormat = 1;

QJsonObject sideToJson(const SideConfig& side)
{
    return {{QStringLiteral("host"), side.host},     {QStringLiteral("port"), side.port},
            {QStringLiteral("socket"), side.socket}, {QStringLiteral("database"), side.database},
            {QStringLiteral("user"), side.user},     {QStringLiteral("tls"), toText(side.tls)},
            {QStringLiteral("tls_ca"), side.tlsCa}};
}

QJsonObject defaultsToJson(const SyncDefaults& defaults)
{
    return {{QStringLiteral("enabled"), defaults.enabled},
            {QStringLiteral("interval_minutes"), defaults.intervalMinutes},
            {QStringLiteral("direction"), toText(defaults.direction)},
            {QStringLiteral("type"), toText(defaults.type)}};
}

QJsonObject hooksToJson(const ProfileHooks& hooks)
{
    return {{QStringLiteral("after_switch"), hooks.afterSwitch}};
}

QJsonObject backupToJson(const BackupOptions& backup)
{
    return {{QStringLiteral("before_full"), backup.beforeFull},
            {QStringLiteral("every_days"), backup.everyDays},
            {QStringLiteral("keep"), backup.keep},
            {QStringLiteral("keep_days"), backup.keepDays},
            {QStringLiteral("folder"), backup.folder}};
}

/// Reads members and remembers the first that is wrong.
class JsonReader final {
public:
    JsonReader(const QJsonObject& object, QString path)
        : m_object(object)
        , m_path(std::move(path))
    {
    }

    [[nodiscard]] QString text(const char* name)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (!value.isUndefined() && !value.isString())
            fail(name);
        return value.toString();
    }
    [[nodiscard]] bool flag(const char* name, bool fallback)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (!value.isUndefined() && !value.isBool())
            fail(name);
        return value.toBool(fallback);
    }
    [[nodiscard]] int number(const char* name, int fallback, int most, int least = 1)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (value.isUndefined())
            return fallback;
        const int result = value.toInt(least - 1);
        if (result < least || result > most)
            fail(name);
        return result;
    }
    template<typename T>
    [[nodiscard]] T choice(const char* name, T fallback, std::optional<T> (*parse)(const QString&))
    {
        const QString value = text(name);
        if (value.isEmpty())
            return fallback;
        const std::optional<T> result = parse(value);
        if (!result)
            fail(name);
        return result.value_or(fallback);
    }
    [[nodiscard]] JsonReader child(const char* name, bool mayBeMissing = false)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (!value.isObject() && !(mayBeMissing && value.isUndefined()))
            fail(name);
        return {value.toObject(), m_path + QLatin1String(name) + QLatin1Char('.')};
    }
    void fail(const char* name)
    {
        if (m_fault.isEmpty())
            m_fault = m_path + QLatin1String(name);
    }
    void take(const JsonReader& child)
    {
        if (m_fault.isEmpty())
            m_fault = child.m_fault;
    }
    [[nodiscard]] const QString& fault() const { return m_fault; }

private:
    QJsonObject m_object;
    QString m_path;
    QString m_fault;
};

void readSide(JsonReader& parent, const char* name, SideConfig& side)
{
    JsonReader reader = parent.child(name);
    side.host = reader.text("host");
    side.port = reader.number("port", 3306, 65535);
    side.socket = reader.text("socket");
    side.database = reader.text("database");
    side.user = reader.text("user");
    side.tls = reader.choice<TlsMode>("tls", TlsMode::Preferred, &parseTlsMode);
    side.tlsCa = reader.text("tls_ca");
    parent.take(reader);
}

void readDefaults(JsonReader& parent, SyncDefaults& defaults)
{
    JsonReader reader = parent.child("defaults");
    defaults.enabled = reader.flag("enabled", false);
    defaults.intervalMinutes = reader.number("interval_minutes", 60, 525'600);
    defaults.direction = reader.choice<Direction>("direction", Direction::Both, &parseDirection);
    defaults.type = reader.choice<SyncType>("type", SyncType::Incremental, &parseSyncType);
    parent.take(reader);
}

void readHooks(JsonReader& parent, ProfileHooks& hooks)
{
    JsonReader reader = parent.child("hooks", true);
    hooks.afterSwitch = reader.text("after_switch");
    parent.take(reader);
}

void readBackup(JsonReader& parent, BackupOptions& backup)
{
    const BackupOptions usual;
    JsonReader reader = parent.child("backup", true);
    backup.beforeFull = reader.flag("before_full", usual.beforeFull);
    backup.everyDays = reader.number("every_days", usual.everyDays, BackupOptions::kMost, 0);
    backup.keep = reader.number("keep", usual.keep, BackupOptions::kMost, 0);
    backup.keepDays = reader.number("keep_days", usual.keepDays, BackupOptions::kMost, 0);
    backup.folder = reader.text("folder");
    parent.take(reader);
}

} // namespace

QByteArray profileToJson(const Profile& profile)
{
    const QJsonObject object{{QStringLiteral("format"), kFormat},
                             {QStringLiteral("name"), profile.name},
                             {QStringLiteral("environment"), toText(profile.environment)},
                             {QStringLiteral("remote"), sideToJson(profile.remote)},
                             {QStringLiteral("local"), sideToJson(profile.local)},
                             {QStringLiteral("defaults"), defaultsToJson(profile.defaults)},
                             {QStringLiteral("hooks"), hooksToJson(profile.hooks)},
                             {QStringLiteral("backup"), backupToJson(profile.backup)},
                             {QStringLiteral("env_file"), profile.envFile},
                             {QStringLiteral("read_only"), profile.readOnly}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<Profile> profileFromJson(const QByteArray& json, const QString& origin)
{
    QJsonParseError parsing{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject()) {
        return makeError(
            ErrorCode::CfgFile, origin,
            QCoreApplication::translate("ProfileStore", "The file is no JSON document: %1.")
                .arg(parsing.errorString()));
    }
    JsonReader reader(document.object(), {});
    Profile profile;
    if (reader.number("format", 0, kFormat) != kFormat)
        reader.fail("format");
    profile.name = reader.text("name");
    if (profile.name.isEmpty())
        reader.fail("name");
    profile.environment =
        reader.choice<Environment>("environment", Environment::Dev, &parseEnvironment);
    readSide(reader, "remote", profile.remote);
    readSide(reader, "local", profile.local);
    readDefaults(reader, profile.defaults);
    readHooks(reader, profile.hooks);
    readBackup(reader, profile.backup);
    profile.envFile = reader.text("env_file");
    profile.readOnly = reader.flag("read_only", true);
    if (!reader.fault().isEmpty()) {
        return makeError(ErrorCode::CfgFile, origin,
                         QCoreApplication::translate(
                             "ProfileStore", "The member \"%1\" is missing or has a wrong value.")
                             .arg(reader.fault()));
    }
    return profile;
}

} // namespace causeway
