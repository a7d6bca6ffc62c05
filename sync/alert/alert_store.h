// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/alert/alert_hook.h"

#include <functional>

namespace causeway {

/// What the operator has set for the alerts of one pair.
struct AlertSettings {
    AlertLimits limits;
    AlertHook hook;
    bool operator==(const AlertSettings&) const = default;
};

/// Settings and state of the alerts of one pair, for this user on this machine: the settings in the
/// configuration folder, the state in the data folder, files of mode 0600 each.
///
/// A handle without state; several programs may use one at once: a change of the state is made
/// under a lock, so that of two that look at the same time one raises an alert and one delivers it.
/// State that is damaged or lost is begun anew; settings that are damaged are an error.
///
/// Thread: any; short file operations. Errors: CFG_007 for settings that cannot be read, SYS_004,
/// SYS_001 and SYS_005 for files that cannot be written, SYS_005 when the lock stays taken.
class AlertStore final {
public:
    struct Folders {
        QString settings;
        QString state;
    };
    /// `$XDG_CONFIG_HOME/causeway/alerts` and `$XDG_DATA_HOME/causeway/alerts`.
    [[nodiscard]] static Folders defaultFolders();

    /// @p key: the profile's name, or alertKey() of a pair that has none.
    explicit AlertStore(const QString& key, const Folders& folders = defaultFolders());

    /// The defaults when nothing was set.
    [[nodiscard]] Result<AlertSettings> settings() const;
    /// Errors: also CFG_002 for a hook or a limit that cannot be.
    [[nodiscard]] Status saveSettings(const AlertSettings& settings) const;

    [[nodiscard]] AlertState state() const;
    /// Changes the state under the lock; writes only what changed. @return the state as it is then.
    Result<AlertState> update(const std::function<void(AlertState&)>& change) const;

    /// Both sides were proved equal at @p moment. What cannot be written is not told: it is a
    /// convenience.
    void noteProof(const QDateTime& moment) const;

    /// When a profile is renamed or removed, its alerts go with it.
    void rename(const QString& key) const;
    void remove() const;

private:
    QString m_settings;
    QString m_state;
    Folders m_folders;
};

/// Names a pair that is no stored profile; no profile has such a name.
[[nodiscard]] QString alertKey(const QString& remote, const QString& local);

} // namespace causeway
