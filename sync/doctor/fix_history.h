// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/doctor/doctor.h"

#include <QJsonObject>

namespace causeway::doctor {

/// A repair as it is remembered.
struct PastRepair {
    QDateTime at; ///< UTC
    QString check;
    QString what; ///< in the language of that time
    std::vector<Statement> statements;
    QString error; ///< code and message; empty: it succeeded
    QString by;    ///< the user of this machine
    bool operator==(const PastRepair&) const = default;
};

/// What the doctor repaired for one pair, for this user on this machine: a file of mode 0600 in the
/// data folder, the newest kMost repairs. It is there without the server, which a repair may have
/// been about.
///
/// A handle without state; several programs may add at once. A file that is damaged is put aside
/// (`.damaged`) and begun anew. Thread: any; short file operations. Errors: SYS_004, SYS_001 and
/// SYS_005 for files that cannot be written or read, SYS_005 when the lock stays taken.
class FixHistory final {
public:
    /// `$XDG_DATA_HOME/causeway/doctor`.
    [[nodiscard]] static QString defaultFolder();
    /// Of the two databases that @p profile leads to, whatever its name is.
    explicit FixHistory(const Profile& profile, const QString& folder = defaultFolder());

    [[nodiscard]] Status add(const Repair& repair, const QString& by) const;
    /// Newest first.
    [[nodiscard]] Result<std::vector<PastRepair>> read() const;

    static constexpr int kMost = 200;

private:
    [[nodiscard]] Result<std::vector<PastRepair>> readFile() const;

    QString m_path;
};

/// [{"side": "local", "sql": "…"}].
[[nodiscard]] QJsonArray toJson(const std::vector<Statement>& statements);
[[nodiscard]] QJsonObject toJson(const PastRepair& repair);
[[nodiscard]] PastRepair pastRepair(const Repair& repair, const QString& by);

} // namespace causeway::doctor
