// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/monitor_values.h"

#include "models/words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace causeway {
namespace {

constexpr std::array<const char*, 5> kBytes{"B", "KiB", "MiB", "GiB", "TiB"};

std::size_t byteStep(double value)
{
    std::size_t step = 0;
    while (std::abs(value) >= 1024 && step + 1 < kBytes.size()) {
        value /= 1024;
        ++step;
    }
    return step;
}

QString decimal(double value)
{
    const double size = std::abs(value);
    const int digits = size >= 100 || value == std::floor(value) ? 0 : size >= 10 ? 1 : 2;
    return QLocale().toString(value, 'f', digits);
}

QString unitWord(Unit unit)
{
    switch (unit) {
    case Unit::RowsPerSecond:
        return QCoreApplication::translate("Monitor", "rows/s");
    case Unit::Milliseconds:
        return QStringLiteral("ms");
    case Unit::Percent:
        return QStringLiteral("%");
    case Unit::Seconds:
        return QStringLiteral("s");
    case Unit::Bytes:
        return {};
    case Unit::BytesPerSecond:
        return QStringLiteral("/s");
    case Unit::Number:
        return {};
    }
    return {};
}

bool isBytes(Unit unit)
{
    return unit == Unit::Bytes || unit == Unit::BytesPerSecond;
}

const Sample* firstAt(const std::vector<Sample>& samples, qint64 at)
{
    return std::lower_bound(samples.data(), samples.data() + samples.size(), at,
                            [](const Sample& sample, qint64 wanted) { return sample.at < wanted; });
}

} // namespace

QString valueText(Unit unit, double value)
{
    if (std::isnan(value))
        return QStringLiteral("—");
    const AxisUnit axis = axisUnit(unit, value);
    if (axis.text.isEmpty())
        return decimal(value);
    return decimal(value / axis.scale) % QLatin1Char(' ') % axis.text;
}

AxisUnit axisUnit(Unit unit, double greatest)
{
    if (!isBytes(unit))
        return {1, unitWord(unit)};
    const std::size_t step = byteStep(greatest);
    return {std::pow(1024.0, static_cast<double>(step)),
            QLatin1String(kBytes[step]) % unitWord(unit)};
}

QByteArray samplesToCsv(const std::vector<Sample>& samples, const std::vector<ValueColumn>& columns,
                        qint64 from, qint64 to)
{
    QByteArray text("time");
    for (const ValueColumn& column : columns)
        text.append(',').append(metricKey(column.metric));
    text.append("\r\n");
    const Sample* end = samples.data() + samples.size();
    for (const Sample* sample = firstAt(samples, from); sample != end && sample->at <= to;
         ++sample) {
        text.append(QDateTime::fromMSecsSinceEpoch(sample->at, Qt::UTC)
                        .toString(Qt::ISODateWithMs)
                        .toLatin1());
        for (const ValueColumn& column : columns) {
            const double value = (*sample)[column.metric];
            text.append(',');
            if (!std::isnan(value))
                text.append(QByteArray::number(value, 'g', 15));
        }
        text.append("\r\n");
    }
    return text;
}

void SampleTableModel::setColumns(std::vector<ValueColumn> columns, Unit unit)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_unit = unit;
    endResetModel();
}

void SampleTableModel::setSamples(const std::vector<Sample>& samples, qint64 from, qint64 to)
{
    const Sample* begin = firstAt(samples, from);
    const Sample* end = firstAt(samples, to + 1);
    const auto count = static_cast<std::size_t>(end - begin);
    const std::size_t step = std::max<std::size_t>(1, (count + kMaxRows - 1) / kMaxRows);
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < count; i += step)
        m_rows.push_back(*(end - 1 - i));
    endResetModel();
}

QVariant SampleTableModel::cell(int row, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const Sample& sample = m_rows[static_cast<std::size_t>(row)];
    if (column == 0)
        return words::moment(QDateTime::fromMSecsSinceEpoch(sample.at, Qt::UTC));
    return valueText(m_unit, sample[m_columns[static_cast<std::size_t>(column) - 1].metric]);
}

QString SampleTableModel::title(int column) const
{
    return column == 0 ? QCoreApplication::translate("Monitor", "Time")
                       : m_columns[static_cast<std::size_t>(column) - 1].title;
}

} // namespace causeway
