// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/selftest/private_pair.h"

#include <QStringList>

namespace causeway {

struct SelfTestRequest;

/// The servers that a self-test works on.
struct TestPlace {
    Profile servers;                    ///< its databases are not used
    std::unique_ptr<PrivatePair> owned; ///< null: the servers of the operator's pair
    QStringList notes;                  ///< translated: why these
    QStringList repairs;                ///< translated: leftovers that were removed
};

/// The servers of the request's profile when scratch databases can be made there, else private
/// ones. Errors: a server of the profile that cannot be reached; those of PrivatePair.
[[nodiscard]] Result<TestPlace> findTestPlace(const SelfTestRequest& request,
                                              const std::stop_token& stop);

} // namespace causeway
