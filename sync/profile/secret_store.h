// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/core/result.h"
#include "sync/profile/profile.h"

#include <QString>

#include <chrono>
#include <functional>
#include <optional>

class QObject;

namespace causeway {

/// Which secret: the password of one side of one profile.
struct SecretKey {
    QString profile;
    Side side = Side::Remote;
};

/// Passwords in the system keychain (Secret Service or KWallet), never in plain text anywhere else.
///
/// There is no insecure fallback: without a keychain every call ends with SYS_004 and a sentence
/// that says where else a password may come from. A secret that is not there is nullopt, not an
/// error.
///
/// Thread:    the asynchronous calls need an event loop on the calling thread and answer there,
/// never
///            before returning; the blocking ones run a loop of their own and are for programs
///            without a window.
/// Ownership: a call whose @p context is destroyed never answers; its work is finished by itself.
/// Errors:    SYS_004 no keychain, or access denied; SYS_005 else (for the blocking calls also a
/// time-out:
///            an asynchronous call waits as long as a person needs to unlock the keychain).
class SecretStore final {
public:
    using ReadDone = std::function<void(Result<std::optional<QString>>)>;
    using WriteDone = std::function<void(Status)>;

    static constexpr std::chrono::seconds kTimeout{10};

    /// A keychain may be reachable at all (there is a session bus). Cheap; false is certain, true
    /// is not.
    [[nodiscard]] static bool mayBeAvailable();

    static void read(const SecretKey& key, QObject* context, ReadDone done);
    static void write(const SecretKey& key, const QString& secret, QObject* context,
                      WriteDone done);
    static void remove(const SecretKey& key, QObject* context, WriteDone done);

    [[nodiscard]] static Result<std::optional<QString>>
    readBlocking(const SecretKey& key, std::chrono::milliseconds timeout = kTimeout);
    [[nodiscard]] static Status writeBlocking(const SecretKey& key, const QString& secret,
                                              std::chrono::milliseconds timeout = kTimeout);
    [[nodiscard]] static Status removeBlocking(const SecretKey& key,
                                               std::chrono::milliseconds timeout = kTimeout);
};

/// CAUSEWAY_REMOTE_PASSWORD or CAUSEWAY_LOCAL_PASSWORD of the process environment.
[[nodiscard]] std::optional<QString> passwordFromEnvironment(Side side);
/// DB_REMOTE_PASSWORD or DB_LOCAL_PASSWORD of the `.env` that @p profile names; nullopt when it
/// names none or it sets none. Errors: as EnvFile::load().
[[nodiscard]] Result<std::optional<QString>> passwordFromEnvFile(const Profile& profile, Side side);

/// Fills the empty passwords of both sides of @p profile: environment, keychain, the profile's
/// `.env`, in this order. Blocking: for programs without a window. What stays empty has to be asked
/// for (or is empty on the server).
/// @param useKeychain false: the keychain is not asked.
[[nodiscard]] Status fillPasswordsBlocking(Profile& profile, bool useKeychain = true);

} // namespace causeway
