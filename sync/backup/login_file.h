// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/dialect/server_info.h"
#include "sync/profile/profile.h"
#include "sync/server/watched_process.h"

#include <QByteArray>

namespace causeway {

/// The option file that gives a client program its login, for @p family's own programs.
[[nodiscard]] QByteArray loginOptions(const SideConfig& config, ServerFamily family);

/// An option file in memory, for one child process: it has no name on any disk, so that nothing is
/// left behind however this program ends, and no other user can open it.
///
/// Ownership: the file is gone with this object and the children that inherited it.
class LoginFile final {
public:
    /// Errors: SYS_005 when the system gives no such file.
    [[nodiscard]] static Result<LoginFile> make(const QByteArray& options);

    /// Of the child that inherits descriptor().
    [[nodiscard]] QString path() const;
    [[nodiscard]] int descriptor() const { return m_handle.get(); }

private:
    explicit LoginFile(FileHandle handle)
        : m_handle(std::move(handle))
    {
    }
    FileHandle m_handle;
};

} // namespace causeway
