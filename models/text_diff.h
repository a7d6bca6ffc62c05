// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace causeway {

/// A stretch of one of two texts: in both, or only in this one.
struct DiffPiece {
    QString text;
    bool isCommon = false;
    bool operator==(const DiffPiece&) const = default;
};

/// Two texts cut into pieces; the common pieces of both are the same, in the same order.
struct TextDiff {
    std::vector<DiffPiece> first;
    std::vector<DiffPiece> second;
};

/// Compares character by character (by code points: no emoji is cut in two).
/// Cost: what is left between the equal beginning and end is compared in full up to 1,000
/// characters a side; beyond that it counts as different as a whole.
[[nodiscard]] TextDiff diffText(const QString& first, const QString& second);

} // namespace causeway
