// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text_diff.h"

#include <algorithm>

namespace causeway {
namespace {

using Text = std::u32string;
constexpr std::size_t kLimit = 1000;

void add(std::vector<DiffPiece>& pieces, const Text& text, bool isCommon)
{
    if (text.empty())
        return;
    const QString added = QString::fromUcs4(text.data(), static_cast<qsizetype>(text.size()));
    if (!pieces.empty() && pieces.back().isCommon == isCommon)
        pieces.back().text += added;
    else
        pieces.push_back({added, isCommon});
}

/// length[i * width + j]: longest common subsequence of a from i on and b from j on.
std::vector<int> commonLengths(const Text& a, const Text& b)
{
    const std::size_t width = b.size() + 1;
    std::vector<int> length((a.size() + 1) * width, 0);
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;)
            length[i * width + j] =
                a[i] == b[j] ? length[(i + 1) * width + j + 1] + 1
                             : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
    return length;
}

void diffMiddle(const Text& a, const Text& b, TextDiff& diff)
{
    if (a.size() > kLimit || b.size() > kLimit) {
        add(diff.first, a, false);
        add(diff.second, b, false);
        return;
    }
    const std::vector<int> length = commonLengths(a, b);
    const std::size_t width = b.size() + 1;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i] == b[j]) {
            add(diff.first, a.substr(i++, 1), true);
            add(diff.second, b.substr(j++, 1), true);
        } else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) {
            add(diff.first, a.substr(i++, 1), false);
        } else {
            add(diff.second, b.substr(j++, 1), false);
        }
    }
    add(diff.first, a.substr(i), false);
    add(diff.second, b.substr(j), false);
}

} // namespace

TextDiff diffText(const QString& first, const QString& second)
{
    const Text a = first.toStdU32String();
    const Text b = second.toStdU32String();
    const auto head = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    const std::size_t rest = std::min(a.size(), b.size()) - head;
    std::size_t tail = 0;
    while (tail < rest && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    TextDiff diff;
    add(diff.first, a.substr(0, head), true);
    add(diff.second, b.substr(0, head), true);
    diffMiddle(a.substr(head, a.size() - head - tail), b.substr(head, b.size() - head - tail),
               diff);
    add(diff.first, a.substr(a.size() - tail), true);
    add(diff.second, b.substr(b.size() - tail), true);
    return diff;
}

} // namespace causeway
