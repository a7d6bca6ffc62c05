// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/profile.h"

#include <array>
#include <utility>

namespace causeway {
namespace {

constexpr std::array<std::pair<TlsMode, const char*>, 5> kTlsModes{
    {{TlsMode::Disabled, "DISABLED"},
     {TlsMode::Preferred, "PREFERRED"},
     {TlsMode::Required, "REQUIRED"},
     {TlsMode::VerifyCa, "VERIFY_CA"},
     {TlsMode::VerifyIdentity, "VERIFY_IDENTITY"}}};

constexpr std::array<std::pair<Environment, const char*>, 4> kEnvironments{
    {{Environment::Dev, "DEV"},
     {Environment::Test, "TEST"},
     {Environment::Prod, "PROD"},
     {Environment::Demo, "DEMO"}}};

template<typename Table, typename E>
QString nameOf(const Table& table, E value)
{
    for (const auto& [candidate, name] : table) {
        if (candidate == value)
            return QLatin1String(name);
    }
    return {};
}

} // namespace

QString toText(TlsMode mode)
{
    return nameOf(kTlsModes, mode);
}

std::optional<TlsMode> parseTlsMode(const QString& text)
{
    QString wanted = text.trimmed().toUpper();
    wanted.replace(QLatin1Char('-'), QLatin1Char('_'));
    for (const auto& [mode, name] : kTlsModes) {
        if (wanted == QLatin1String(name))
            return mode;
    }
    return std::nullopt;
}

QString toText(Environment environment)
{
    return nameOf(kEnvironments, environment);
}

std::optional<Environment> parseEnvironment(const QString& text)
{
    for (const auto& [environment, name] : kEnvironments) {
        if (text.trimmed().compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return environment;
    }
    return std::nullopt;
}

QString SideConfig::display() const
{
    const QString who = user.isEmpty() ? QString() : user + QLatin1Char('@');
    if (!socket.isEmpty())
        return who + socket + QLatin1Char('/') + database;
    const bool isIpv6 = host.contains(QLatin1Char(':'));
    const QString where = isIpv6 ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    return who + where + QLatin1Char(':') + QString::number(port) + QLatin1Char('/') + database;
}

} // namespace causeway
