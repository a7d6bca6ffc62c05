// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace causeway {

enum class TestGroup { Deployment, Sync, Boundary };
enum class TestStatus { Passed, Failed, Skipped };

// Interface spellings, never translated: "deployment", "sync", "boundary"; "passed", "failed",
// "skipped".
[[nodiscard]] QString toText(TestGroup group);
[[nodiscard]] QString toText(TestStatus status);
[[nodiscard]] std::optional<TestGroup> parseTestGroup(const QString& text);

/// One thing that a case looked at.
struct TestCheck {
    QString text; ///< translated: what should be so
    bool passed = false;
    QString detail; ///< translated or a server's words: what was found
};

/// Something measured, and the documented limit where there is one.
struct TestFigure {
    enum class Bound { AtMost, AtLeast };
    QString name; ///< translated
    double value = 0;
    QString unit; ///< "s", "MB", "rows/s"
    std::optional<double> limit;
    Bound bound = Bound::AtMost;

    [[nodiscard]] bool passed() const
    {
        return !limit || (bound == Bound::AtMost ? value < *limit : value > *limit);
    }
};

/// What became of one case.
struct CaseReport {
    QString name; ///< interface: "FullSyncTest"
    TestGroup group = TestGroup::Deployment;
    QString purpose; ///< translated
    TestStatus status = TestStatus::Skipped;
    QString reason;      ///< translated: why it was skipped, or what ended it
    QDateTime startedAt; ///< UTC; invalid when it never began
    std::chrono::milliseconds duration{0};
    std::vector<TestCheck> checks; ///< in the order they were made
    std::vector<TestFigure> figures;
    std::optional<Error> error; ///< what kept it from going on
};

/// The outcome of a self-test. A plain value; holds no password.
struct SelfTestReport {
    QDateTime startedAt; ///< UTC
    std::chrono::milliseconds duration{0};
    bool privateServers = false; ///< ran on servers of our own
    QString remote;              ///< where the scratch databases were
    QString local;
    QStringList notes;   ///< translated
    QStringList repairs; ///< translated: what was put right
    bool interrupted = false;
    std::vector<CaseReport> cases; ///< in the order they ran

    [[nodiscard]] int count(TestStatus status) const;
    /// Passed of those that ran, in percent; nullopt: none ran.
    [[nodiscard]] std::optional<double> successRate() const;
};

/// The JSON document of `causewayctl selftest --json` and of the JSON report.
[[nodiscard]] QJsonObject toJson(const SelfTestReport& report);

} // namespace causeway
