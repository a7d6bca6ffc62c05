// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/effective_config.h"

#include "sync/profile/env_profile.h"

#include <QCoreApplication>

#include <array>

namespace causeway {
namespace {

const QStringList& globalNames()
{
    static const QStringList names = [] {
        QStringList result{QStringLiteral("DB_ENV")};
        for (const char* side : {"DB_REMOTE_", "DB_LOCAL_"}) {
            for (const char* part :
                 {"HOST", "PORT", "SOCKET", "NAME", "USER", "PASSWORD", "TLS", "TLS_CA"})
                result << QLatin1String(side) + QLatin1String(part);
        }
        for (const char* part : {"ENABLED", "INTERVAL", "DIRECTION", "TYPE"})
            result << QLatin1String("DB_SYNC_") + QLatin1String(part);
        for (const char* part : {"ROOT_PASSWORD", "DATABASE", "USER", "PASSWORD", "PORT"})
            result << QLatin1String("MARIADB_") + QLatin1String(part);
        return result;
    }();
    return names;
}

bool isPassword(const QString& name)
{
    return name.endsWith(QLatin1String("PASSWORD"));
}

/// Variables that a profile does not hold: they are the application's, or the managed server's.
bool isOutsideProfile(const QString& name)
{
    return name == QLatin1String("DB_ENV") || name.startsWith(QLatin1String("MARIADB_"));
}

QString masked(const QString& name, const QString& value)
{
    return isPassword(name) && !value.isEmpty() ? QStringLiteral("********") : value;
}

/// Looks one variable up in all of the global layer.
class Globals final {
public:
    explicit Globals(const GlobalSources& sources)
        : m_sources(sources)
    {
        // Names and values are all valid: they were read from such variables or checked on saving.
        const Status written = profileToEnv(sources.profile, m_profile, true);
        Q_UNUSED(written)
    }
    [[nodiscard]] EffectiveValue value(const QString& name) const;

private:
    [[nodiscard]] std::optional<QString> inFile(const QString& name) const
    {
        return m_sources.file ? m_sources.file->value(name) : std::nullopt;
    }
    [[nodiscard]] std::optional<QString> inEnvironment(const QString& name) const
    {
        return m_sources.environment ? m_sources.environment(name) : std::nullopt;
    }
    [[nodiscard]] QString place(const QString& name) const;
    void takeOutside(EffectiveValue& value) const;
    void takeProfile(EffectiveValue& value) const;
    void takePassword(EffectiveValue& value) const;

    const GlobalSources& m_sources;
    EnvFile m_profile;
};

QString Globals::place(const QString& name) const
{
    return QCoreApplication::translate("EffectiveConfig", "%1, line %2")
        .arg(m_sources.file->origin())
        .arg(m_sources.file->lineOf(name));
}

void Globals::takeOutside(EffectiveValue& value) const
{
    const bool usesEnvironment = m_sources.origin == ConfigOrigin::Environment;
    if (const auto written = usesEnvironment ? inEnvironment(value.name) : inFile(value.name)) {
        value.value = *written;
        value.origin = usesEnvironment ? ConfigOrigin::Environment : ConfigOrigin::EnvFile;
        value.where = usesEnvironment ? QString() : place(value.name);
    }
}

void Globals::takeProfile(EffectiveValue& value) const
{
    value.value = m_profile.value(value.name).value_or(QString());
    value.origin = m_sources.origin;
    const auto written = inFile(value.name);
    switch (m_sources.origin) {
    case ConfigOrigin::EnvFile:
        value.origin = written ? ConfigOrigin::EnvFile : ConfigOrigin::Default;
        value.where = written ? place(value.name) : QString();
        break;
    case ConfigOrigin::Environment:
        if (!inEnvironment(value.name))
            value.origin = ConfigOrigin::Default;
        break;
    case ConfigOrigin::Profile:
        if (written && *written != value.value &&
            !(parseEnvBool(*written) && parseEnvBool(*written) == parseEnvBool(value.value))) {
            value.overridden = masked(value.name, *written);
            value.where = place(value.name);
        }
        break;
    default:
        if (value.name.startsWith(QLatin1String("DB_SYNC_")))
            value.origin = ConfigOrigin::Default;
    }
}

/// Passwords have a way of their own: CAUSEWAY_*_PASSWORD, URL or keychain, `.env`.
void Globals::takePassword(EffectiveValue& value) const
{
    const QString own = value.name.startsWith(QLatin1String("DB_REMOTE_"))
                            ? QStringLiteral("CAUSEWAY_REMOTE_PASSWORD")
                            : QStringLiteral("CAUSEWAY_LOCAL_PASSWORD");
    value.value = m_profile.value(value.name).value_or(QString());
    if (inEnvironment(own)) {
        value.origin = ConfigOrigin::Environment;
        value.where = own;
    } else if (m_sources.origin != ConfigOrigin::CommandLine && inFile(value.name)) {
        value.origin = ConfigOrigin::EnvFile;
        value.where = place(value.name);
    } else {
        value.origin = value.value.isEmpty() ? ConfigOrigin::Default : m_sources.origin;
    }
}

EffectiveValue Globals::value(const QString& name) const
{
    EffectiveValue value;
    value.name = name;
    if (isOutsideProfile(name))
        takeOutside(value);
    else if (isPassword(name))
        takePassword(value);
    else
        takeProfile(value);
    value.value = masked(name, value.value);
    return value;
}

/// A column: the run's choice, else the row's, else what `init` writes.
class Columns final {
public:
    explicit Columns(bool hasRow)
        : m_origin(hasRow ? ConfigOrigin::Table : ConfigOrigin::Default)
    {
    }
    void add(const char* name, const QString& value, const QString& chosen = {})
    {
        EffectiveValue column;
        column.name = QLatin1String(name);
        column.value = chosen.isEmpty() ? value : chosen;
        column.origin = chosen.isEmpty() ? m_origin : ConfigOrigin::Run;
        if (!chosen.isEmpty() && chosen != value)
            column.overridden = value;
        m_columns.push_back(column);
    }
    [[nodiscard]] std::vector<EffectiveValue> take() { return std::move(m_columns); }

private:
    ConfigOrigin m_origin;
    std::vector<EffectiveValue> m_columns;
};

template<typename T>
QString textOf(const std::optional<T>& value)
{
    return value ? toText(*value) : QString();
}

} // namespace

QString toText(ConfigOrigin origin)
{
    static constexpr std::array names{"default",      "profile", "env_file", "environment",
                                      "command_line", "table",   "run"};
    return QLatin1String(names.at(static_cast<std::size_t>(origin)));
}

std::vector<EffectiveValue> effectiveGlobals(const GlobalSources& sources)
{
    const Globals globals(sources);
    std::vector<EffectiveValue> values;
    for (const QString& name : globalNames())
        values.push_back(globals.value(name));
    return values;
}

std::vector<EffectiveValue> effectiveTable(const std::optional<TableConfig>& row,
                                           const SyncDefaults& defaults, const RunChoice& run)
{
    TableConfig initial;
    initial.enabled = true;
    initial.type = defaults.type;
    initial.direction = defaults.direction;
    initial.priority = 50;
    initial.policy = Policy::Manual;
    const TableConfig& table = row ? *row : initial;
    Columns columns(row.has_value());
    columns.add("sync_enabled", table.enabled ? QStringLiteral("1") : QStringLiteral("0"));
    columns.add("sync_type", toText(table.type), textOf(run.type));
    columns.add("sync_direction", toText(table.direction), textOf(run.direction));
    columns.add("priority", QString::number(table.priority));
    columns.add("conflict_resolution", toText(table.policy), textOf(run.policy));
    return columns.take();
}

} // namespace causeway
