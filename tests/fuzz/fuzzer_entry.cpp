// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's way into one target, chosen when it is compiled.
#include "tests/fuzz/fuzz_targets.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    causeway::fuzz::CAUSEWAY_FUZZ_TARGET(
        QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    return 0;
}
