// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/selftest/test_cases.h"

#include <functional>

namespace causeway {

struct SelfTestRequest {
    /// The operator's pair: its servers are used when the account may make databases there and the
    /// profile is neither read-only nor of production. nullopt: private servers.
    std::optional<Profile> profile;
    std::vector<TestCase> cases;
    std::chrono::seconds timeout{300}; ///< of each case
    /// Also remove databases that look like a self-test's and hold nothing, and make control tables
    /// of a scratch database that are missing.
    bool autoFix = false;
    QString folder; ///< for private servers
};

/// Called with each case when it has ended, on the thread of the self-test.
using CaseEnded = std::function<void(const CaseReport&)>;

/// Runs the cases one after the other, each on two fresh databases that are removed after it.
///
/// Databases that an earlier self-test left when it crashed are removed first. After a stop the
/// cases that did not end are Skipped.
///
/// Thread:  any; needs no event loop. Cancel: within a statement, and what was made is removed.
/// Errors:  those of connections and of private servers, before the first case began; never
///          because a case failed.
[[nodiscard]] Result<SelfTestReport> runSelfTest(const SelfTestRequest& request,
                                                 const std::stop_token& stop, SelfTestWatch& watch,
                                                 const CaseEnded& ended = {});

/// Where runSelfTest() keeps private servers while they run, unless told otherwise.
[[nodiscard]] QString defaultSelfTestFolder();

} // namespace causeway
