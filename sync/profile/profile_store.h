// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"

#include <QStringList>

#include <vector>

namespace causeway {

/// The profiles of this user: one JSON file each in the user's configuration folder.
///
/// Files are written atomically with mode 0600 and never hold a password; the version before the
/// last change stays beside each as `<file>.last-good` and is used when a file turns out damaged.
///
/// A plain handle without state but its folder; several may be open. Thread: any one at a time; the
/// calls are short file operations.
class ProfileStore final {
public:
    /// `$XDG_CONFIG_HOME/causeway/profiles` (`~/.config/…`); made on the first save().
    [[nodiscard]] static QString defaultFolder();

    explicit ProfileStore(QString folder = defaultFolder());

    struct Listing {
        std::vector<Profile> profiles; ///< by name; passwords empty
        QStringList warnings; ///< translated: files that could not be read or were recovered
    };
    /// Errors: SYS_004 when the folder cannot be read. A missing folder is an empty list.
    [[nodiscard]] Result<Listing> list() const;
    /// Errors: CFG_009 when there is no such profile, CFG_007 when its file is damaged beyond
    /// recovery.
    [[nodiscard]] Result<Profile> load(const QString& name) const;
    [[nodiscard]] bool contains(const QString& name) const;

    /// Adds or replaces the profile of that name. The password of either side is not written.
    /// Errors: CFG_002 for an unusable name or port, SYS_001/SYS_004/SYS_005 when it cannot be
    /// written.
    [[nodiscard]] Status save(const Profile& profile) const;
    /// As save(), and removes the profile @p previousName when it differs: an edit that renames.
    /// Refuses (CFG_002) to overwrite another profile. Secrets: move them with SecretStore.
    [[nodiscard]] Status saveRenamed(const Profile& profile, const QString& previousName) const;
    /// Errors: CFG_009 when there is no such profile. Secrets stay: remove them with SecretStore.
    [[nodiscard]] Status remove(const QString& name) const;

    [[nodiscard]] const QString& folder() const { return m_folder; }

private:
    [[nodiscard]] QString pathOf(const QString& name) const;

    QString m_folder;
};

/// The stored form of @p profile, without passwords.
[[nodiscard]] QByteArray profileToJson(const Profile& profile);
/// Errors: CFG_007 naming the member at fault.
[[nodiscard]] Result<Profile> profileFromJson(const QByteArray& json, const QString& origin);

} // namespace causeway
