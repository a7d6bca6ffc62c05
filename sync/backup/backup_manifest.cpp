// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backup/backup_manifest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <numeric>

namespace causeway {
namespace {

constexpr int kFormat = 1;
constexpr const char* kMySql = "MYSQL";
constexpr const char* kMariaDb = "MARIADB";

QJsonArray tablesToJson(const std::vector<BackupTable>& tables)
{
    QJsonArray array;
    for (const BackupTable& table : tables) {
        array.append(QJsonObject{{QStringLiteral("table"), table.name},
                                 {QStringLiteral("rows"), table.rows}});
    }
    return array;
}

Error faulty(const QString& origin, const char* member)
{
    return makeError(
        ErrorCode::CfgFile, origin,
        QCoreApplication::translate("Backup", "The member \"%1\" is missing or has a wrong value.")
            .arg(QLatin1String(member)));
}

/// The first member that is no text though it must be; nullptr when all are.
const char* missingText(const QJsonObject& object)
{
    for (const char* member : {"profile", "side", "address", "family", "server_version", "database",
                               "charset", "collation", "taken_at", "file", "sha256", "tool"}) {
        if (!object.value(QLatin1String(member)).isString())
            return member;
    }
    return nullptr;
}

bool readTables(const QJsonArray& array, std::vector<BackupTable>& tables)
{
    for (const auto& value : array) {
        const QJsonObject object = value.toObject();
        const BackupTable table{object[QLatin1String("table")].toString(),
                                object[QLatin1String("rows")].toInteger(-1)};
        if (table.name.isEmpty() || table.rows < 0)
            return false;
        tables.push_back(table);
    }
    return true;
}

QStringList namesIn(const QJsonValue& value)
{
    QStringList names;
    for (const auto& name : value.toArray())
        names << name.toString();
    return names;
}

bool isHexDigest(const QString& text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

/// What must be right before a file is touched by it; nullptr when all is.
const char* wrongMember(const BackupManifest& manifest, const QString& family)
{
    if (family != QLatin1String(kMySql) && family != QLatin1String(kMariaDb))
        return "family";
    if (!manifest.takenAt.isValid())
        return "taken_at";
    // A name, not a path: a manifest must not lead to files elsewhere.
    if (manifest.file.isEmpty() || manifest.file.contains(u'/') || manifest.file.startsWith(u'.'))
        return "file";
    if (!isHexDigest(manifest.sha256))
        return "sha256";
    return manifest.bytes > 0 ? nullptr : "bytes";
}

} // namespace

qint64 BackupManifest::rows() const
{
    return std::accumulate(tables.begin(), tables.end(), qint64{0},
                           [](qint64 sum, const BackupTable& table) { return sum + table.rows; });
}

QString toText(ServerFamily family)
{
    return QLatin1String(family == ServerFamily::MySql ? kMySql : kMariaDb);
}

QString familyName(ServerFamily family)
{
    return family == ServerFamily::MySql ? QStringLiteral("MySQL") : QStringLiteral("MariaDB");
}

QJsonObject toJson(const BackupManifest& manifest)
{
    return {
        {QStringLiteral("format"), kFormat},
        {QStringLiteral("profile"), manifest.profile},
        {QStringLiteral("side"), toText(manifest.side)},
        {QStringLiteral("address"), manifest.address},
        {QStringLiteral("family"), toText(manifest.family)},
        {QStringLiteral("server_version"), manifest.serverVersion},
        {QStringLiteral("database"), manifest.database},
        {QStringLiteral("charset"), manifest.charset},
        {QStringLiteral("collation"), manifest.collation},
        {QStringLiteral("tables"), tablesToJson(manifest.tables)},
        {QStringLiteral("outside_snapshot"), QJsonArray::fromStringList(manifest.outsideSnapshot)},
        {QStringLiteral("rounded"), QJsonArray::fromStringList(manifest.rounded)},
        {QStringLiteral("taken_at"), manifest.takenAt.toUTC().toString(Qt::ISODate)},
        {QStringLiteral("file"), manifest.file},
        {QStringLiteral("bytes"), manifest.bytes},
        {QStringLiteral("sha256"), manifest.sha256},
        {QStringLiteral("tool"), manifest.tool}};
}

Result<BackupManifest> manifestFromJson(const QByteArray& json, const QString& origin)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object[QLatin1String("format")].toInt() != kFormat)
        return faulty(origin, "format");
    if (const char* member = missingText(object))
        return faulty(origin, member);
    const auto text = [&object](const char* name) {
        return object.value(QLatin1String(name)).toString();
    };
    const auto side = parseSide(text("side"));
    if (!side)
        return faulty(origin, "side");
    BackupManifest manifest;
    manifest.profile = text("profile");
    manifest.side = *side;
    manifest.address = text("address");
    manifest.family =
        text("family") == QLatin1String(kMySql) ? ServerFamily::MySql : ServerFamily::MariaDb;
    manifest.serverVersion = text("server_version");
    manifest.database = text("database");
    manifest.charset = text("charset");
    manifest.collation = text("collation");
    manifest.outsideSnapshot = namesIn(object[QLatin1String("outside_snapshot")]);
    manifest.rounded = namesIn(object[QLatin1String("rounded")]);
    manifest.takenAt = QDateTime::fromString(text("taken_at"), Qt::ISODate).toUTC();
    manifest.file = text("file");
    manifest.bytes = object[QLatin1String("bytes")].toInteger();
    manifest.sha256 = text("sha256");
    manifest.tool = text("tool");
    if (!readTables(object[QLatin1String("tables")].toArray(), manifest.tables))
        return faulty(origin, "tables");
    if (const char* member = wrongMember(manifest, text("family")))
        return faulty(origin, member);
    return manifest;
}

} // namespace causeway
