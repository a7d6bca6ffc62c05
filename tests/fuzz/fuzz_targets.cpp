// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_targets.h"

#include <cstdio>
#include <cstdlib>

namespace causeway::fuzz {

void expectThat(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

const std::vector<Target>& targets()
{
    static const std::vector<Target> all{
        {"env", envFile},     {"url", connectionUrl}, {"quote", quoting},    {"value", valueCodec},
        {"row", conflictRow}, {"key", rowKey},        {"script", sqlScript}, {"json", jsonValue}};
    return all;
}

std::vector<QByteArray> pieces(const QByteArray& input)
{
    std::vector<QByteArray> result;
    for (qsizetype at = 0; at < input.size();) {
        const auto length = static_cast<unsigned char>(input[at++]);
        if (length == 255) {
            result.push_back(QByteArray());
            continue;
        }
        const QByteArray piece = input.mid(at, length % 64);
        result.push_back(piece.isNull() ? QByteArray("") : piece);
        at += length % 64;
    }
    return result;
}

} // namespace causeway::fuzz
