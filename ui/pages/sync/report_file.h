// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/report/report_document.h"
#include "sync/run/sync_report.h"

#include <QByteArray>
#include <QString>

namespace causeway {

/// @p report as a document of its own, in the current language (JSON: as the command line has it).
[[nodiscard]] QByteArray reportAs(const SyncReport& report, ReportFormat format);
/// Writes the report as a whole or not at all: an older file stays until the new one is complete.
[[nodiscard]] Status saveReport(const SyncReport& report, const QString& path);

} // namespace causeway
