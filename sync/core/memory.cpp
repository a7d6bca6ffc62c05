// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/memory.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace causeway {

void giveLargeMemoryBack()
{
#ifdef __GLIBC__
    constexpr int kLarge = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, kLarge);
    mallopt(M_TRIM_THRESHOLD, 2 * kLarge);
#endif
}

} // namespace causeway
