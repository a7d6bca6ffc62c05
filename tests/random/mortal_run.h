// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/sync_request.h"

#include <QProcess>

#include <stop_token>

namespace causeway::test {

/// A run in a process of its own, so that it can be killed. It takes types, directions and policies
/// from the pair's configuration.
class MortalRun final {
public:
    explicit MortalRun(const SyncRequest& request);

    /// Returns once it has ended, by itself or because @p death was asked for.
    void wait(const std::stop_token& death);

    /// Whether this program was started as such a run; it is done then.
    [[nodiscard]] static bool isOne(const QStringList& arguments);

private:
    QProcess m_child;
};

} // namespace causeway::test
