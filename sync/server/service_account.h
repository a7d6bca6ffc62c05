// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <QString>

#include <optional>
#include <sys/types.h>

namespace causeway {

/// The ordinary account that a server runs as when root starts it: the servers refuse root.
struct ServiceAccount {
    QString name;
    uid_t user = 0;
    gid_t group = 0;

    /// CAUSEWAY_SERVER_USER, else mysql, else nobody; nullopt when we are no root and need none.
    [[nodiscard]] static Result<std::optional<ServiceAccount>> find();
    /// Whether the account may pass every folder above @p path.
    [[nodiscard]] bool reaches(const QString& path) const;
    /// Gives @p path, and everything below it, to the account.
    [[nodiscard]] Status own(const QString& path) const;
};

} // namespace causeway
