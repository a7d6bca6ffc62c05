// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/doctor/fix_history.h"

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

#include <algorithm>

namespace causeway::doctor {
namespace {

constexpr qint64 kMaxBytes = 32LL * 1024 * 1024;
constexpr int kLockWait = 5000;           // ms
constexpr int kStaleLock = 30'000;        // ms; adding takes some milliseconds
constexpr std::size_t kStatements = 1000; ///< of one repair

PastRepair fromJson(const QJsonObject& json)
{
    PastRepair repair;
    repair.at = QDateTime::fromString(json[QLatin1String("at")].toString(), Qt::ISODateWithMs);
    repair.check = json[QLatin1String("check")].toString();
    repair.what = json[QLatin1String("what")].toString();
    repair.error = json[QLatin1String("error")].toString();
    repair.by = json[QLatin1String("by")].toString();
    const QJsonArray statements = json[QLatin1String("statements")].toArray();
    for (const QJsonValue& value : statements) {
        const QJsonObject statement = value.toObject();
        repair.statements.push_back(
            {parseSide(statement[QLatin1String("side")].toString()).value_or(Side::Local),
             statement[QLatin1String("sql")].toString()});
    }
    return repair;
}

Error lockTaken(const QString& path)
{
    return makeError(
        ErrorCode::SysInternal, path,
        QCoreApplication::translate("causeway::Doctor", "Another program keeps it locked."));
}

} // namespace

QJsonArray toJson(const std::vector<Statement>& statements)
{
    QJsonArray array;
    for (const Statement& statement : statements)
        array.append(QJsonObject{{QStringLiteral("side"), causeway::toText(statement.side)},
                                 {QStringLiteral("sql"), statement.sql}});
    return array;
}

QJsonObject toJson(const PastRepair& repair)
{
    return {
        {QStringLiteral("at"), repair.at.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("check"), repair.check},
        {QStringLiteral("what"), repair.what},
        {QStringLiteral("statements"), toJson(repair.statements)},
        {QStringLiteral("error"), repair.error.isEmpty() ? QJsonValue() : QJsonValue(repair.error)},
        {QStringLiteral("by"), repair.by}};
}

PastRepair pastRepair(const Repair& repair, const QString& by)
{
    PastRepair past{repair.at, repair.check, repair.what, repair.statements, {}, by};
    if (repair.error)
        past.error = errorCodeText(repair.error->code) + QLatin1Char(' ') + repair.error->message();
    return past;
}

QString FixHistory::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QLatin1String("/causeway/doctor");
}

FixHistory::FixHistory(const Profile& profile, const QString& folder)
{
    const QString pair = profile.remote.display() + QLatin1Char('\n') + profile.local.display();
    const QByteArray hash =
        QCryptographicHash::hash(pair.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    m_path = folder + QLatin1Char('/') + QString::fromLatin1(hash) + QLatin1String(".json");
}

Result<std::vector<PastRepair>> FixHistory::readFile() const
{
    std::vector<PastRepair> repairs;
    if (!QFileInfo::exists(m_path))
        return repairs;
    const auto content = readSmallFile(m_path, kMaxBytes);
    CAUSEWAY_TRY(content);
    const QJsonDocument document = QJsonDocument::fromJson(*content);
    if (!document.isArray()) {
        QFile::remove(m_path + QLatin1String(".damaged"));
        QFile::rename(m_path, m_path + QLatin1String(".damaged"));
        return repairs;
    }
    const QJsonArray array = document.array();
    for (const QJsonValue& value : array)
        repairs.push_back(fromJson(value.toObject()));
    return repairs;
}

Result<std::vector<PastRepair>> FixHistory::read() const
{
    auto repairs = readFile();
    CAUSEWAY_TRY(repairs);
    std::reverse(repairs->begin(), repairs->end());
    return repairs;
}

Status FixHistory::add(const Repair& repair, const QString& by) const
{
    const QString folder = QFileInfo(m_path).path();
    if (!QDir().mkpath(folder))
        return makeError(ErrorCode::SysPermission, folder);
    QLockFile lock(m_path + QLatin1String(".lock"));
    lock.setStaleLockTime(kStaleLock);
    if (!lock.tryLock(kLockWait))
        return lockTaken(m_path);
    auto repairs = readFile();
    CAUSEWAY_TRY(repairs);
    repairs->push_back(pastRepair(repair, by));
    if (repairs->back().statements.size() > kStatements)
        repairs->back().statements.resize(kStatements);
    QJsonArray array;
    const std::size_t first = repairs->size() > kMost ? repairs->size() - kMost : 0;
    for (std::size_t i = first; i < repairs->size(); ++i)
        array.append(toJson(repairs->at(i)));
    return writeFileAtomically(m_path, QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace causeway::doctor
