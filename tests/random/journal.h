// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"

#include <QByteArray>
#include <QByteArrayList>

#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace causeway::test {

/// The key of a row as the hexadecimal text of its cells, joined by commas.
using RowId = QByteArray;
/// Every cell of a row as hexadecimal text, or "NULL".
using RowCells = QByteArrayList;
/// The rows of one table on one side.
using TableRows = std::map<RowId, RowCells>;
/// A version of a row is named by the token that its writer gave it; no token: the row is absent.
using Version = std::optional<QByteArray>;

/// One row that a user wrote, in a transaction that was committed.
struct UserWrite {
    Side side = Side::Local;
    std::size_t table = 0;
    RowId row;
    std::vector<Version> before; ///< what the user saw; two for a merge of both sides
    Version after;
    RowCells cells;           ///< the whole row right after the write; empty when it is not known
    std::size_t sequence = 0; ///< position in the journal
};

/// What all users of both sides committed. Thread: every method from any.
class Journal final {
public:
    void add(std::vector<UserWrite> writes)
    {
        const std::scoped_lock lock(m_mutex);
        for (UserWrite& write : writes) {
            write.sequence = m_writes.size();
            m_writes.push_back(std::move(write));
        }
    }
    [[nodiscard]] std::vector<UserWrite> writes() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_writes;
    }
    [[nodiscard]] std::size_t size() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_writes.size();
    }

private:
    mutable std::mutex m_mutex;
    std::vector<UserWrite> m_writes;
};

} // namespace causeway::test
