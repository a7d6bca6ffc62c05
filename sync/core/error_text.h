// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"

namespace causeway {

/// Spelling and texts of one kind of error. The texts are source texts of the translation context
/// "causeway::Error"; "%1" in `message` stands for Error::what. Never null.
struct ErrorText {
    const char* code = "";
    const char* message = "";
    const char* hint = "";
};

/// Texts of @p code; those of @p serverCode where that says more than the code alone.
[[nodiscard]] ErrorText errorText(ErrorCode code, int serverCode = 0);

} // namespace causeway
