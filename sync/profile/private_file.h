// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <QByteArray>
#include <QString>

namespace causeway {

/// The whole of @p path. Errors: CFG_007 when it is not there, no file or larger than @p maxBytes,
/// SYS_004 when it may not be read, SYS_005 else.
[[nodiscard]] Result<QByteArray> readSmallFile(const QString& path, qint64 maxBytes);

/// Replaces @p path in one step (a symbolic link is followed); makes its folder with 0700 when
/// missing. An existing file keeps its permissions and its owner, a new one gets 0600. What is
/// there before survives a crash at any instant. Errors: SYS_004 not permitted, SYS_001 disk full,
/// SYS_005 else.
[[nodiscard]] Status writeFileAtomically(const QString& path, const QByteArray& content);

/// Others than the owner may read @p path.
[[nodiscard]] bool isReadableByOthers(const QString& path);

} // namespace causeway
