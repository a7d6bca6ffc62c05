// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/downsample.h"

namespace causeway {

/// The samples that are at hand, by time; bounded. A plain value.
class SampleSeries final {
public:
    /// In place of all there are; @p samples by time.
    void assign(std::vector<Sample> samples) { m_samples = std::move(samples); }
    /// Adds a newer sample and forgets those before @p keepFrom. One that is not newer (a clock
    /// that was set back) takes the place of those after it.
    void append(const Sample& sample, qint64 keepFrom);
    void clear() { m_samples.clear(); }

    [[nodiscard]] const std::vector<Sample>& samples() const { return m_samples; }
    [[nodiscard]] bool isEmpty() const { return m_samples.empty(); }
    /// The last known value of @p metric in [@p from, @p to]; NaN when its last sample there has
    /// none.
    [[nodiscard]] double valueAt(Metric metric, qint64 from, qint64 to) const;

    static constexpr std::size_t kMaxSamples = 300'000;

private:
    std::vector<Sample> m_samples;
};

} // namespace causeway
