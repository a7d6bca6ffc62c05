// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"

#include <QString>

#include <vector>

namespace causeway {

/// Something the operator can do about an error with one click.
enum class Remedy {
    PreviewDeletes, ///< list what a guarded table would lose, writing nothing
    AllowDeletes,   ///< run the guarded table alone, after its name was typed
    ShowTable,      ///< go to the table's settings and structure
    LeaveOut,       ///< stage the table as disabled
    TestConnection, ///< test both servers step by step
    RunAgain,       ///< compare again
    SetUp,          ///< scan both databases and make the control tables
    AllowWriting,   ///< unlock the profile
    RepairPair,     ///< accept both databases as they are, or refill one from the other
};

/// What is known to be safe after @p error, in the current language; empty: nothing in particular.
[[nodiscard]] QString safetyAfter(const Error& error);
/// What can be done about @p error, best first; empty: only what its hint says.
[[nodiscard]] std::vector<Remedy> remediesFor(const Error& error);
/// Text of the button, in the current language.
[[nodiscard]] QString textOf(Remedy remedy);
/// Stable object name of the button, "remedyAllowDeletes".
[[nodiscard]] QString objectNameOf(Remedy remedy);

} // namespace causeway
