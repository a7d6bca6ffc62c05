// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/alert/alert_store.h"

#include "sync/profile/private_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QStandardPaths>

namespace causeway {
namespace {

constexpr qint64 kMaxBytes = 1'048'576;
constexpr int kLockWait = 5000;    // ms
constexpr int kStaleLock = 30'000; // ms; a change takes some milliseconds

QString fileFor(const QString& folder, const QString& key)
{
    const QByteArray hash =
        QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return folder + QLatin1Char('/') + QString::fromLatin1(hash) + QLatin1String(".json");
}

QJsonObject settingsToJson(const AlertSettings& settings)
{
    QJsonObject limits;
    for (const AlertRule rule : kAlertRules) {
        const auto limit = settings.limits.of(rule);
        limits.insert(toText(rule), limit ? QJsonValue(*limit) : QJsonValue());
    }
    return {{QStringLiteral("limits"), limits},
            {QStringLiteral("command"), QJsonArray::fromStringList(settings.hook.command)},
            {QStringLiteral("webhook"), settings.hook.webhook},
            {QStringLiteral("timeout_s"), static_cast<qint64>(settings.hook.timeout.count())}};
}

Status check(const AlertSettings& settings)
{
    CAUSEWAY_TRY(settings.hook.check());
    for (const AlertRule rule : kAlertRules) {
        const auto limit = settings.limits.of(rule);
        if (limit && !(*limit >= 1 && *limit <= greatestLimit(rule))) {
            return makeError(ErrorCode::CfgInvalid, toText(rule),
                             QCoreApplication::translate(
                                 "causeway::AlertStore",
                                 "The limit is a number from 1 to %1, or the rule is off.")
                                 .arg(greatestLimit(rule), 0, 'f', 0));
        }
    }
    return okStatus();
}

/// A rule that the file does not name keeps its default.
AlertSettings settingsFromJson(const QJsonObject& json)
{
    AlertSettings settings;
    const QJsonObject limits = json[QLatin1String("limits")].toObject();
    for (const AlertRule rule : kAlertRules) {
        const QJsonValue limit = limits[toText(rule)];
        if (!limit.isUndefined())
            settings.limits.set(rule,
                                limit.isDouble() ? std::optional(limit.toDouble()) : std::nullopt);
    }
    const QJsonArray command = json[QLatin1String("command")].toArray();
    for (const QJsonValue& word : command)
        settings.hook.command << word.toString();
    settings.hook.webhook = json[QLatin1String("webhook")].toString();
    settings.hook.timeout = std::chrono::seconds(
        json[QLatin1String("timeout_s")].toInt(static_cast<int>(AlertHook().timeout.count())));
    return settings;
}

} // namespace

AlertStore::Folders AlertStore::defaultFolders()
{
    const auto folder = [](QStandardPaths::StandardLocation where) -> QString {
        return QStandardPaths::writableLocation(where) + QLatin1String("/causeway/alerts");
    };
    return {folder(QStandardPaths::GenericConfigLocation),
            folder(QStandardPaths::GenericDataLocation)};
}

AlertStore::AlertStore(const QString& key, const Folders& folders)
    : m_settings(fileFor(folders.settings, key))
    , m_state(fileFor(folders.state, key))
    , m_folders(folders)
{
}

Result<AlertSettings> AlertStore::settings() const
{
    if (!QFileInfo::exists(m_settings))
        return AlertSettings{};
    const auto content = readSmallFile(m_settings, kMaxBytes);
    CAUSEWAY_TRY(content);
    QJsonParseError parsing{};
    const QJsonDocument document = QJsonDocument::fromJson(*content, &parsing);
    const AlertSettings settings = settingsFromJson(document.object());
    if (document.isObject() && check(settings))
        return settings;
    return makeError(ErrorCode::CfgFile, m_settings,
                     document.isObject()
                         ? check(settings).error().message()
                         : QCoreApplication::translate("causeway::AlertStore",
                                                       "The file is no JSON document: %1.")
                               .arg(parsing.errorString()));
}

Status AlertStore::saveSettings(const AlertSettings& settings) const
{
    CAUSEWAY_TRY(check(settings));
    return writeFileAtomically(m_settings, QJsonDocument(settingsToJson(settings)).toJson());
}

AlertState AlertStore::state() const
{
    if (!QFileInfo::exists(m_state))
        return {};
    const auto content = readSmallFile(m_state, kMaxBytes);
    return content ? alertStateFromJson(QJsonDocument::fromJson(*content).object()) : AlertState{};
}

Result<AlertState> AlertStore::update(const std::function<void(AlertState&)>& change) const
{
    // what changes nothing shall leave nothing behind, not even a folder
    const AlertState seen = state();
    AlertState wanted = seen;
    change(wanted);
    if (wanted == seen)
        return seen;
    if (!QDir().mkpath(QFileInfo(m_state).path()))
        return makeError(ErrorCode::SysPermission, QFileInfo(m_state).path());
    QLockFile lock(m_state + QLatin1String(".lock"));
    lock.setStaleLockTime(kStaleLock);
    if (!lock.tryLock(kLockWait)) {
        return makeError(ErrorCode::SysInternal, m_state,
                         QCoreApplication::translate("causeway::AlertStore",
                                                     "Another program keeps it locked."));
    }
    const AlertState before = state();
    AlertState after = before;
    change(after);
    if (after != before)
        CAUSEWAY_TRY(writeFileAtomically(
            m_state, QJsonDocument(toJson(after)).toJson(QJsonDocument::Compact)));
    return after;
}

void AlertStore::noteProof(const QDateTime& moment) const
{
    static_cast<void>(update([&moment](AlertState& state) {
                          if (!state.proved || *state.proved < moment)
                              state.proved = moment;
                      }).ok());
}

void AlertStore::rename(const QString& key) const
{
    const AlertStore other(key, m_folders);
    other.remove();
    QFile::rename(m_settings, other.m_settings);
    QFile::rename(m_state, other.m_state);
}

void AlertStore::remove() const
{
    QFile::remove(m_settings);
    QFile::remove(m_state);
}

QString alertKey(const QString& remote, const QString& local)
{
    return remote + QLatin1Char('\n') + local;
}

} // namespace causeway
