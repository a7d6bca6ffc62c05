// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/schedule_service.h"

#include <QString>

/// @file The schedule in sentences, in the current language.

namespace causeway::schedule_words {

/// What the scheduler is about.
[[nodiscard]] QString state(const ScheduleView& view);
[[nodiscard]] QString interval(int minutes);
[[nodiscard]] QString nextRun(const Schedule& schedule);
/// When, and how it ended.
[[nodiscard]] QString lastRun(const Schedule& schedule);
/// Who runs it: this console, another program, nobody.
[[nodiscard]] QString runner(const ScheduleView& view);
/// Sentence about the failures in a row; empty when there are none.
[[nodiscard]] QString trouble(const Schedule& schedule);

} // namespace causeway::schedule_words
