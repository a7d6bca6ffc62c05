// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace causeway {

/// Makes the C library give freed pieces of a megabyte and more back to the system at once. By
/// itself it would begin to keep them after the first, in each thread's own arena: large rows would
/// then take several times the memory that they need. Call before any thread begins.
void giveLargeMemoryBack();

} // namespace causeway
