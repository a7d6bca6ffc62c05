// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/monitor/sample.h"

#include <QDateTime>

#include <vector>

namespace causeway {

/// The samples of one profile, in a file of the user's data folder: every sample for a day,
/// averages of a minute for 30 days. Its size is bounded.
///
/// A handle without state: each call opens the file, does its work in one transaction and closes
/// it. Several programs may write at once; a program killed at any instant leaves a sound file. A
/// file that is damaged is put aside (`.damaged`) and begun anew: samples are no data of the
/// user's.
///
/// Thread: any; blocks, at most some seconds for other writers.
/// Errors: SYS_005 when the file cannot be used, SYS_004 when the folder cannot be made.
class SampleStore final {
public:
    /// `$XDG_DATA_HOME/causeway/monitor`.
    [[nodiscard]] static QString defaultFolder();
    /// The store of the profile called @p profile.
    explicit SampleStore(const QString& profile, const QString& folder = defaultFolder());

    /// Adds @p samples; of one moment only the first counts.
    [[nodiscard]] Status append(const std::vector<Sample>& samples) const;
    /// By time; of minutes that are old only the average.
    [[nodiscard]] Result<std::vector<Sample>> read(const QDateTime& from,
                                                   const QDateTime& to) const;
    /// Turns samples older than a day into averages and removes averages older than 30 days.
    [[nodiscard]] Status trim(const QDateTime& now) const;

    [[nodiscard]] const QString& path() const { return m_path; }

    static constexpr int kRawHours = 24;
    static constexpr int kMinuteDays = 30;
    static constexpr int kMaxRawRows = 200'000;

private:
    QString m_path;
};

} // namespace causeway
