// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/spilling_list.h"
#include "sync/discover/discover.h"

#include <array>

namespace causeway {

/// Of a finding's state only the rows' digests are kept, not what the ledger said.
template<>
struct Spilled<Finding> {
    static void put(QDataStream& stream, const Finding& finding);
    [[nodiscard]] static Finding take(QDataStream& stream);
};

/// The rows of one table that a run is to copy, in the order they were found, and their numbers.
/// Thread: like a vector. Memory: kInMemory findings, however many there are.
class FindingStore final {
public:
    static constexpr std::size_t kInMemory = 20'000;

    using Work = SpillingList<Finding, kInMemory>::Work;

    /// SYS_001 when the temporary file cannot be written.
    [[nodiscard]] Status append(Finding&& finding);
    /// Hands all of them to @p work, at most kInMemory at a time. An error of @p work ends it.
    [[nodiscard]] Status forEach(const Work& work) const { return m_findings.forEach(work); }

    /// Findings that are still to be written.
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    /// Of all that were appended: those that delete a row on @p target.
    [[nodiscard]] qint64 deletesOn(Side target) const { return countOf(target, true); }
    /// Those that insert or update one.
    [[nodiscard]] qint64 upsertsOn(Side target) const { return countOf(target, false); }
    /// @p findings of them are not to be written in this run after all; forEach() still tells them.
    void withdraw(qint64 findings) { m_size -= findings; }

private:
    [[nodiscard]] qint64 countOf(Side target, bool deletes) const
    {
        return m_counts[(target == Side::Remote ? 0U : 2U) + (deletes ? 1U : 0U)];
    }

    SpillingList<Finding, kInMemory> m_findings;
    qint64 m_size = 0;
    std::array<qint64, 4> m_counts{}; ///< remote upserts, remote deletes, local upserts, deletes
};

/// Which side a finding writes to; Local for CopyToLocal.
[[nodiscard]] Side targetOf(const Finding& finding);
/// What it does there.
[[nodiscard]] RowAction actionOf(const Finding& finding);

} // namespace causeway
