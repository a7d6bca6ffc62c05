// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <QStringList>

namespace causeway::ctl {

/// Installs the catalogues of the language that --lang in @p words names, or else that of the
/// locale. Call once, before anything is printed. English needs no catalogue. Errors: CFG_006 for a
/// language there is not (English stays).
[[nodiscard]] Status installLanguage(const QStringList& words);

} // namespace causeway::ctl
