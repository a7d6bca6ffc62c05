// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/connection_url.h"
#include "tests/fuzz/fuzz_targets.h"

namespace causeway::fuzz {

void connectionUrl(const QByteArray& input)
{
    auto first = parseConnectionUrl(QString::fromUtf8(input));
    if (!first.ok()) {
        expectThat(!first.error().message().isEmpty(), "an error says something");
        return;
    }
    const auto second = parseConnectionUrl(toConnectionUrl(*first));
    first->password.clear();
    expectThat(second.ok() && *second == *first, "a written URL is read back");
}

} // namespace causeway::fuzz
