// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/apply/planned_write.h"
#include "sync/core/result.h"

#include <functional>
#include <stop_token>

namespace causeway {

/// Repeats @p attempt, a few times with a growing random pause, while it ends in a transient error
/// (deadlock, lock wait). Not when the connection broke or the outcome of a commit is unknown.
[[nodiscard]] Result<WriteOutcome>
withRetries(const std::stop_token& stop, const std::function<Result<WriteOutcome>()>& attempt);
/// The same for what yields nothing.
[[nodiscard]] Status withRetries(const std::stop_token& stop,
                                 const std::function<Status()>& attempt);

} // namespace causeway
