// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/selftest/flaky_proxy.h"
#include "tests/support/test_servers.h"

namespace causeway::test {

/// A proxy before @p server; ends the program when there can be none.
[[nodiscard]] inline std::unique_ptr<FlakyProxy> proxyFor(const PrivateServer& server)
{
    auto proxy = FlakyProxy::start(server.sideConfig(QString()));
    require(proxy ? okStatus() : Status(proxy.error()), QStringLiteral("starting a proxy"));
    return std::move(proxy).value();
}

} // namespace causeway::test
