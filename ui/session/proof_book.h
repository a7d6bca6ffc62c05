// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/pair_actions.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace causeway {

/// What the last comparison by value of a pair found.
struct Proof {
    QDateTime at; ///< UTC; when it was finished
    bool equal = false;
    qint64 rows = 0;     ///< rows that differ or are on one side only
    int tables = 0;      ///< tables that are not equal
    int notCompared = 0; ///< tables that could not be compared
    bool operator==(const Proof&) const = default;
};

/// @p report as a proof of the moment @p at.
[[nodiscard]] Proof proofOf(const CompareReport& report, const QDateTime& at);
/// The proof kept for @p profile on this machine; nullopt: never compared here.
[[nodiscard]] std::optional<Proof> keptProof(const QString& profile);
void keepProof(const QString& profile, const Proof& proof);

} // namespace causeway
