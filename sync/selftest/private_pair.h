// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/private_server.h"

#include <memory>
#include <stop_token>

namespace causeway {

/// Two private MariaDB servers for a self-test that finds no others.
/// Ownership: stops both on destruction and removes their data.
class PrivatePair final {
public:
    /// @param folder several self-tests may use it at the same time; what one that crashed has left
    ///               there is removed. Errors: those of PrivateServer, SYNC_005 after a stop.
    [[nodiscard]] static Result<std::unique_ptr<PrivatePair>> start(const QString& folder,
                                                                    std::stop_token stop);
    PrivatePair(const PrivatePair&) = delete;
    PrivatePair& operator=(const PrivatePair&) = delete;
    ~PrivatePair();

    /// Reaches both servers; names no database.
    [[nodiscard]] Profile profile() const;

private:
    PrivatePair() = default;
    [[nodiscard]] Status startIn(const QString& place, std::stop_token stop);

    QString m_base;
    QString m_place; ///< the folder of this pair below the base
    std::unique_ptr<PrivateServer> m_remote;
    std::unique_ptr<PrivateServer> m_local;
};

} // namespace causeway
