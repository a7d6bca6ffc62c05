// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/downsample.h"

#include <algorithm>
#include <cmath>

namespace causeway {
namespace {

/// The points of one pixel column of one stretch.
struct Column {
    qint64 number = 0;
    QPointF first, least, greatest, last;
    bool isEmpty = true;

    void add(const QPointF& point)
    {
        if (isEmpty) {
            first = least = greatest = point;
            isEmpty = false;
        }
        if (point.y() < least.y())
            least = point;
        if (point.y() > greatest.y())
            greatest = point;
        last = point;
    }
};

/// Collects stretches column by column.
class Builder final {
public:
    explicit Builder(const DrawWindow& window)
        : m_window(window)
        , m_span(std::max<qint64>(1, window.to - window.from))
        , m_columns(std::max(1, window.columns))
    {
    }
    void add(const QPointF& point)
    {
        const qint64 at = static_cast<qint64>(point.x()) - m_window.from;
        // what lies before the window has a column of its own
        const qint64 number = at < 0 ? -1 : at * m_columns / m_span;
        if (!m_column.isEmpty && number != m_column.number)
            flush();
        m_column.number = number;
        m_column.add(point);
    }
    void cut()
    {
        flush();
        if (!m_segment.empty())
            m_segments.push_back(std::exchange(m_segment, {}));
    }
    LineSegments take()
    {
        cut();
        return std::move(m_segments);
    }

private:
    void flush()
    {
        if (m_column.isEmpty)
            return;
        std::array<QPointF, 4> points{m_column.first, m_column.least, m_column.greatest,
                                      m_column.last};
        if (points[1].x() > points[2].x())
            std::swap(points[1], points[2]);
        for (const QPointF& point : points) {
            if (m_segment.empty() || m_segment.back() != point)
                m_segment.push_back(point);
        }
        m_column = {};
    }

    DrawWindow m_window;
    qint64 m_span;
    qint64 m_columns;
    Column m_column;
    std::vector<QPointF> m_segment;
    LineSegments m_segments;
};

} // namespace

LineSegments downsample(const std::vector<Sample>& samples, Metric metric, const DrawWindow& window)
{
    const auto before = [](const Sample& sample, qint64 at) { return sample.at < at; };
    auto begin = std::lower_bound(samples.begin(), samples.end(), window.from, before);
    auto end = std::lower_bound(begin, samples.end(), window.to + 1, before);
    if (begin != samples.begin())
        --begin;
    if (end != samples.end())
        ++end;
    Builder builder(window);
    qint64 previous = begin == end ? 0 : begin->at;
    for (auto sample = begin; sample != end; ++sample) {
        const double value = (*sample)[metric];
        if (std::isnan(value) || sample->at - previous > window.gap)
            builder.cut();
        if (!std::isnan(value))
            builder.add({static_cast<double>(sample->at), value});
        previous = sample->at;
    }
    return builder.take();
}

} // namespace causeway
