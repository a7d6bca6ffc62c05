// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/keyless/mirror_rows.h"

namespace causeway {

Status MirrorOutcome::refuse(quint64 digest, qint64 rows, const Error& why)
{
    refused += rows;
    refusedDigests.insert(digest);
    if (!refusal)
        refusal = why;
    return refusedDigests.size() <= kMostRefusals ? okStatus() : Status(why);
}

} // namespace causeway
