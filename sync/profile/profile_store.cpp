// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/profile_store.h"

#include "sync/profile/private_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace causeway {
namespace {

constexpr qint64 kMaxProfileBytes = 262'144;
constexpr qsizetype kMaxNameLength = 100;

QString lastGoodOf(const QString& path)
{
    return path + QLatin1String(".last-good");
}

/// A file name that shows the profile's name as far as ASCII can, and is unique by its digest.
QString fileNameFor(const QString& name)
{
    QString readable;
    for (const QChar c : name) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            readable += c.toLower();
        else if (!readable.isEmpty() && !readable.endsWith(QLatin1Char('-')))
            readable += QLatin1Char('-');
    }
    const QByteArray digest =
        QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return readable.left(40) + QLatin1Char('_') + QString::fromLatin1(digest) +
           QLatin1String(".json");
}

Error unknownProfile(const QString& name)
{
    return makeError(ErrorCode::CfgUnknown,
                     QCoreApplication::translate("ProfileStore", "The profile \"%1\"").arg(name));
}

Status checkName(const QString& name)
{
    const bool isPlain = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint(); });
    if (!name.trimmed().isEmpty() && name == name.trimmed() && isPlain &&
        name.size() <= kMaxNameLength)
        return okStatus();
    return makeError(ErrorCode::CfgInvalid, name,
                     QCoreApplication::translate(
                         "ProfileStore",
                         "A profile name has 1 to %1 visible characters and no blanks at "
                         "its ends.")
                         .arg(kMaxNameLength));
}

Result<Profile> readFile(const QString& path)
{
    auto content = readSmallFile(path, kMaxProfileBytes);
    if (!content)
        return content.error();
    return profileFromJson(*content, path);
}

struct Recovered {
    Profile profile;
    QString warning; ///< empty: nothing to tell
};

/// The profile at @p path, or its last good version when the file is damaged or gone.
Result<Recovered> readOrRecover(const QString& path)
{
    auto profile = readFile(path);
    if (profile)
        return Recovered{*profile, {}};
    auto lastGood = readFile(lastGoodOf(path));
    if (!lastGood)
        return profile.error();
    return Recovered{*lastGood,
                     QCoreApplication::translate(
                         "ProfileStore",
                         "The file of the profile \"%1\" is damaged; its last good version "
                         "is used.")
                         .arg(lastGood->name)};
}

/// Keeps the current file as the last good one, if it is good.
Status keepLastGood(const QString& path)
{
    auto content = readSmallFile(path, kMaxProfileBytes);
    if (!content || !profileFromJson(*content, path))
        return okStatus();
    return writeFileAtomically(lastGoodOf(path), *content);
}

} // namespace

QString ProfileStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QLatin1String("/causeway/profiles");
}

ProfileStore::ProfileStore(QString folder)
    : m_folder(std::move(folder))
{
}

QString ProfileStore::pathOf(const QString& name) const
{
    return m_folder + QLatin1Char('/') + fileNameFor(name);
}

Result<ProfileStore::Listing> ProfileStore::list() const
{
    Listing listing;
    const QFileInfo folder(m_folder);
    if (folder.exists() && !folder.isReadable())
        return makeError(ErrorCode::SysPermission, m_folder);
    const QStringList files =
        QDir(m_folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        auto recovered = readOrRecover(m_folder + QLatin1Char('/') + file);
        if (!recovered) {
            listing.warnings << recovered.error().message();
            continue;
        }
        if (!recovered->warning.isEmpty())
            listing.warnings << recovered->warning;
        listing.profiles.push_back(recovered->profile);
    }
    std::sort(
        listing.profiles.begin(), listing.profiles.end(),
        [](const Profile& a, const Profile& b) { return a.name.localeAwareCompare(b.name) < 0; });
    return listing;
}

Result<Profile> ProfileStore::load(const QString& name) const
{
    if (!contains(name))
        return unknownProfile(name);
    auto recovered = readOrRecover(pathOf(name));
    if (!recovered)
        return recovered.error();
    return recovered->profile;
}

bool ProfileStore::contains(const QString& name) const
{
    return QFileInfo::exists(pathOf(name));
}

Status ProfileStore::save(const Profile& profile) const
{
    CAUSEWAY_TRY(checkName(profile.name));
    for (const SideConfig* side : {&profile.remote, &profile.local}) {
        if (side->port < 1 || side->port > 65535) {
            return makeError(
                ErrorCode::CfgInvalid, profile.name,
                QCoreApplication::translate("ProfileStore", "A port is a number from 1 to 65535."));
        }
    }
    const QString path = pathOf(profile.name);
    CAUSEWAY_TRY(keepLastGood(path));
    return writeFileAtomically(path, profileToJson(profile));
}

Status ProfileStore::saveRenamed(const Profile& profile, const QString& previousName) const
{
    if (profile.name == previousName)
        return save(profile);
    if (contains(profile.name)) {
        return makeError(ErrorCode::CfgInvalid, profile.name,
                         QCoreApplication::translate(
                             "ProfileStore", "There is another profile of this name already."));
    }
    CAUSEWAY_TRY(save(profile));
    return contains(previousName) ? remove(previousName) : okStatus();
}

Status ProfileStore::remove(const QString& name) const
{
    if (!contains(name))
        return unknownProfile(name);
    QFile file(pathOf(name));
    if (!file.remove()) {
        Error error = makeError(ErrorCode::SysPermission, file.fileName());
        error.serverMessage = file.errorString();
        return error;
    }
    QFile::remove(lastGoodOf(pathOf(name)));
    return okStatus();
}

} // namespace causeway
