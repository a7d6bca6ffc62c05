// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/enums.h"
#include "sync/core/result.h"
#include "sync/dialect/server_info.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace causeway {

struct BackupTable {
    QString name;
    qint64 rows = 0; ///< as the backup holds them
    bool operator==(const BackupTable&) const = default;
};

/// What a backup is, in a small JSON file beside it. A plain value.
struct BackupManifest {
    QString profile;
    Side side = Side::Local;
    QString address; ///< SideConfig::display(): never holds a password
    ServerFamily family = ServerFamily::MariaDb;
    QString serverVersion;
    QString database;
    QString charset; ///< of the database
    QString collation;
    std::vector<BackupTable> tables; ///< in the order of the backup
    QStringList outsideSnapshot;     ///< tables whose engine knows no snapshot
    QStringList rounded;             ///< tables with FLOAT columns: six digits or so are kept
    QDateTime takenAt;               ///< UTC
    QString file;                    ///< name of the data file in the manifest's folder
    qint64 bytes = 0;                ///< of the data file
    QString sha256;                  ///< of the data file, hexadecimal
    QString tool;                    ///< what the dump program says of itself

    [[nodiscard]] qint64 rows() const;
    bool operator==(const BackupManifest&) const = default;
};

[[nodiscard]] QJsonObject toJson(const BackupManifest& manifest);
/// Errors: CFG_007 naming the member at fault.
[[nodiscard]] Result<BackupManifest> manifestFromJson(const QByteArray& json,
                                                      const QString& origin);

/// "MYSQL" or "MARIADB".
[[nodiscard]] QString toText(ServerFamily family);
/// "MySQL" or "MariaDB", for sentences.
[[nodiscard]] QString familyName(ServerFamily family);

} // namespace causeway
