// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/doctor/examination.h"

#include <functional>

namespace causeway::doctor {

/// What one repair did.
struct Repair {
    QString check;                     ///< the check's id
    QString what;                      ///< the finding that it answered
    QDateTime at;                      ///< UTC
    std::vector<Statement> statements; ///< every one that was executed, in order
    std::optional<Error> error;        ///< it ended early
};

struct DoctorReport {
    QDateTime at; ///< UTC
    std::vector<Finding> findings;
    QStringList notExamined;     ///< ids of checks that other findings stand in the way of
    std::vector<Repair> repairs; ///< none unless asked for
    bool interrupted = false;    ///< stopped before every check was made

    [[nodiscard]] int count(Severity severity) const;
    [[nodiscard]] bool isHealthy() const;
};

/// Who is told while it goes on; on the calling thread. Either may be empty.
struct Listener {
    std::function<void(const QString& id)> checking{};    ///< before each check
    std::function<void(const Repair& repair)> repaired{}; ///< at once, whatever comes of the rest
};

/// Examines a pair: connects, asks, compares if wished, and writes nothing.
/// Thread: any; opens and closes its own connections; blocks, bounded by their time-outs. Never
/// fails: what it cannot find out is a finding.
[[nodiscard]] DoctorReport examine(const Profile& profile, const DoctorOptions& options,
                                   std::stop_token stop, const Listener& listener = {});
/// The same, and repairs what is Safe to repair; the findings are those that remain. The caller
/// keeps the history. Writes nothing to a profile that is read-only.
[[nodiscard]] DoctorReport examineAndRepair(const Profile& profile, const DoctorOptions& options,
                                            std::stop_token stop, const Listener& listener = {});

} // namespace causeway::doctor
