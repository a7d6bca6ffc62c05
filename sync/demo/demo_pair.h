// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/profile/profile.h"
#include "sync/server/private_server.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace causeway {

/// Told before each step of preparing the demo: a translated sentence, and how many of the steps
/// are done.
using DemoProgress = std::function<void(const QString& step, int done, int total)>;

/// The demo at work: two private servers with the sample shop, and the profile that reaches them.
/// Ownership: the servers stop when it is destroyed; their data stays in the folder.
struct DemoState {
    std::unique_ptr<PrivateServer> remoteServer;
    std::unique_ptr<PrivateServer> localServer;
    Profile profile;    ///< named "Demo", Environment::Demo, open for writing
    bool fresh = false; ///< made now; else as it was left
};

/// Conflicts that a first sync of a fresh demo finds.
inline constexpr int kDemoConflicts = 6;

/// Starts the demo in @p folder: made when it is not there (or was left half made), else as it was
/// left.
///
/// A fresh demo: both sides held the same sample shop and were in step; then about 40 rows changed
/// on each side, deletes included, six of them on both sides to different values.
///
/// Thread: any, blocks for some seconds; @p progress is called on the same thread.
/// Errors: those of PrivateServer, of the engine, SYNC_005 after a stop.
[[nodiscard]] Result<DemoState>
prepareDemo(const QString& folder, const DemoProgress& progress = {}, std::stop_token stop = {});

/// Throws away what the demo in @p state holds and makes it anew.
[[nodiscard]] Status resetDemo(DemoState& state, const QString& folder,
                               const DemoProgress& progress = {}, std::stop_token stop = {});

} // namespace causeway
