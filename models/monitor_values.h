// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "models/sample_series.h"

#include <QStringList>

namespace causeway {

/// What a measured value counts.
enum class Unit { Number, RowsPerSecond, Milliseconds, Percent, Bytes, BytesPerSecond, Seconds };

/// A value with its unit in the current language: "12 ms", "1.5 GiB"; an em dash for NaN.
[[nodiscard]] QString valueText(Unit unit, double value);
/// What the numbers of an axis up to @p greatest are divided by, and what they count then.
struct AxisUnit {
    double scale = 1;
    QString text; ///< "ms", "MiB/s"; empty for plain numbers
};
[[nodiscard]] AxisUnit axisUnit(Unit unit, double greatest);

/// One column of a table or file of samples.
struct ValueColumn {
    Metric metric = Metric::Cpu;
    QString title;
};
/// Comma-separated samples of [@p from, @p to]: time in UTC (ISO 8601), then the metrics under
/// their stable names; unknown values are empty.
[[nodiscard]] QByteArray samplesToCsv(const std::vector<Sample>& samples,
                                      const std::vector<ValueColumn>& columns, qint64 from,
                                      qint64 to);

/// Samples as a table for people who do not see a chart: newest first, at most kMaxRows of them,
/// evenly taken from those at hand.
class SampleTableModel final : public RecordTableModel {
    Q_OBJECT
public:
    using RecordTableModel::RecordTableModel;
    void setColumns(std::vector<ValueColumn> columns, Unit unit);
    /// @p samples by time; those of [@p from, @p to] are shown.
    void setSamples(const std::vector<Sample>& samples, qint64 from, qint64 to);

    static constexpr std::size_t kMaxRows = 300;

protected:
    [[nodiscard]] int recordCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int fieldCount() const override { return static_cast<int>(m_columns.size()) + 1; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;

private:
    std::vector<ValueColumn> m_columns;
    Unit m_unit = Unit::Number;
    std::vector<Sample> m_rows;
};

} // namespace causeway
