// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/profile.h"
#include "sync/profile/secret_store.h"
#include "ui/async/background.h"

#include <QHash>
#include <QObject>

#include <array>
#include <functional>

namespace causeway {

/// Where a password came from.
enum class SecretOrigin { None, Given, Environment, Keychain, EnvFile };

/// A profile with the passwords that are known, and where each came from.
struct ResolvedProfile {
    Profile profile; ///< passwords filled in where they are known
    std::array<SecretOrigin, 2> origins{SecretOrigin::None, SecretOrigin::None};

    [[nodiscard]] SecretOrigin origin(Side side) const
    {
        return origins[static_cast<std::size_t>(side)];
    }
};

/// Finds the passwords of a profile: given in this session, environment, keychain, `.env`.
/// Thread: GUI; never blocks. Ownership: keeps the passwords of this session in memory only.
class PasswordResolver final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const ResolvedProfile&)>;
    explicit PasswordResolver(QObject* parent = nullptr);

    void resolve(const Profile& profile, Done done);
    /// Remembers for this session; in the keychain too when @p keep and there is one.
    /// @param done  told what became of the keychain; may be empty.
    void remember(const Profile& profile, bool keep, std::function<void(const Status&)> done);
    /// Forgets the passwords of a profile that was removed.
    void forget(const QString& profile);
    /// Moves what is known to a profile's new name.
    void rename(const QString& from, const QString& to);

private:
    struct Lookup;
    void askKeychain(const std::shared_ptr<Lookup>& lookup, Side side);
    void askEnvFile(const std::shared_ptr<Lookup>& lookup);
    void write(const SecretKey& key, const QString& secret,
               const std::function<void(const Status&)>& done);

    QHash<QString, std::array<QString, 2>> m_session;
    quint64 m_lastLookup = 0;
    Background m_background;
};

} // namespace causeway
