// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/backup/backup_manifest.h"

#include <QByteArray>

#include <vector>

namespace causeway {

/// Watches a dump go by and tells what is in it: tables, their rows, and whether the end was
/// reached. Counting what was written, not what the server has by now: other sessions go on
/// writing, and only this count belongs to the snapshot.
///
/// Understands what mysqldump and mariadb-dump write with locks and comments on (their default),
/// and no other SQL. Memory: the head of one line.
class DumpReader final {
public:
    void take(const char* data, qsizetype size);
    [[nodiscard]] const std::vector<BackupTable>& tables() const { return m_tables; }
    /// The last line that says anything is the dump program's own end mark.
    [[nodiscard]] bool isComplete() const { return m_complete && m_state == State::Line; }

private:
    enum class State { Line, Insert };

    void takeOfLine(char c);
    void takeOfInsert(char c);
    void endLine();
    void beginInsert();

    State m_state = State::Line;
    QByteArray m_head;      ///< of the current line
    bool m_foreign = false; ///< inside a trigger or routine
    bool m_inTable = false; ///< between the lock and the unlock of a table
    bool m_complete = false;
    char m_quote = '\0'; ///< of the string or name that is open
    bool m_escaped = false;
    int m_depth = 0;   ///< of parentheses
    int m_matched = 0; ///< letters of VALUES seen so far
    std::vector<BackupTable> m_tables;
};

} // namespace causeway
