// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/report/report_document.h"
#include "sync/selftest/selftest_report.h"

namespace causeway {

/// The report as a document of its own, in the current language; JSON as toJson() has it. HTML
/// stands alone in one file, with charts.
[[nodiscard]] QByteArray reportAs(const SelfTestReport& report, ReportFormat format);

/// Writes the report into @p folder, which is made when missing, as
/// test_report_YYYYMMDD_HHMMSS.<ext> by the local time of its start; a name that is taken gives way
/// to the next second. @return the path. Errors: SYS_004, SYS_005.
[[nodiscard]] Result<QString> saveReport(const SelfTestReport& report, const QString& folder,
                                         ReportFormat format);

/// "12.3 s", "120 MB", "15,400 rows/s" in the language's spelling.
[[nodiscard]] QString figureText(double value, const QString& unit);
/// "passed" and so on in the current language.
[[nodiscard]] QString statusWord(TestStatus status);
/// One sentence: how many passed, failed and were skipped, and the success rate.
[[nodiscard]] QString summaryOf(const SelfTestReport& report);
/// What went wrong in @p one, a line each; empty: nothing.
[[nodiscard]] QStringList failuresOf(const CaseReport& one);

} // namespace causeway
