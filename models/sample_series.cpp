// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample_series.h"

#include <algorithm>

namespace causeway {

void SampleSeries::append(const Sample& sample, qint64 keepFrom)
{
    while (!m_samples.empty() && m_samples.back().at >= sample.at)
        m_samples.pop_back();
    m_samples.push_back(sample);
    const auto first = std::find_if(m_samples.begin(), m_samples.end(),
                                    [keepFrom](const Sample& kept) { return kept.at >= keepFrom; });
    auto old = static_cast<std::size_t>(first - m_samples.begin());
    if (m_samples.size() - old > kMaxSamples)
        old = m_samples.size() - kMaxSamples;
    // moving the rest is done for many at once
    if (old > 0 && (old * 8 > m_samples.size() || old > 1000))
        m_samples.erase(m_samples.begin(), m_samples.begin() + static_cast<std::ptrdiff_t>(old));
}

double SampleSeries::valueAt(Metric metric, qint64 from, qint64 to) const
{
    const auto after =
        std::upper_bound(m_samples.begin(), m_samples.end(), to,
                         [](qint64 at, const Sample& sample) { return at < sample.at; });
    if (after == m_samples.begin() || std::prev(after)->at < from)
        return std::numeric_limits<double>::quiet_NaN();
    return (*std::prev(after))[metric];
}

} // namespace causeway
