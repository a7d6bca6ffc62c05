// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QStringList>

namespace causeway::test {

/// How long a fault test goes on: `--seed N --count N --minutes N --point NAME`, taken out of the
/// arguments of the program; all others are Qt Test's.
struct FaultOptions {
    quint32 seed = 0; ///< printed; the same seed writes the same rows
    int count = 0;    ///< faults
    QString only;     ///< `--point name`: only there
    int minutes = 0;  ///< when not 0: goes on for so long, whatever the count

    [[nodiscard]] static FaultOptions taken(QStringList& arguments, int count);
};

/// Whether there is more to do.
class FaultBudget final {
public:
    /// One of @p shares equal ones.
    FaultBudget(const FaultOptions& options, int shares)
        : m_count(options.count / shares)
        , m_time(qint64{options.minutes} * 60'000 / shares)
    {
        m_clock.start();
    }
    [[nodiscard]] bool goesOn(int done) const
    {
        return m_time > 0 ? m_clock.elapsed() < m_time : done < m_count;
    }

private:
    int m_count;
    qint64 m_time; ///< milliseconds; 0: the count rules
    QElapsedTimer m_clock;
};

} // namespace causeway::test
