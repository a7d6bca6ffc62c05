// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <QFile>
#include <QString>

#include <memory>

namespace causeway {

/// A file of @p folder that is being written: it has a temporary name until keep() and vanishes
/// unless kept. Its lock tells others that its writer lives. Thread: one.
class BackupFile final {
public:
    /// Makes the folder (0700) when missing, and removes what killed writers left in it.
    /// Errors: SYS_004, SYS_001, SYS_005.
    [[nodiscard]] static Result<BackupFile> create(const QString& folder, const QString& name);
    BackupFile(BackupFile&&) noexcept = default;
    BackupFile& operator=(BackupFile&&) = delete;
    ~BackupFile();

    [[nodiscard]] QFile& device() { return *m_file; }
    /// Forces it to the disk. Errors: SYS_001, SYS_005.
    [[nodiscard]] Status flush();
    /// Gives it its own name; never takes the place of another file.
    [[nodiscard]] Status keep();
    [[nodiscard]] QString finalPath() const { return m_path; }

private:
    BackupFile(std::unique_ptr<QFile> file, QString path);
    std::unique_ptr<QFile> m_file; ///< null once kept or moved from
    QString m_path;
};

} // namespace causeway
