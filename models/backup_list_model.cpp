// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup_list_model.h"

#include "models/words.h"

#include <QCoreApplication>

#include <array>

namespace causeway {
namespace {

constexpr std::array<const char*, BackupListModel::ColumnCount> kTitles{
    QT_TRANSLATE_NOOP("BackupListModel", "Taken"),
    QT_TRANSLATE_NOOP("BackupListModel", "Side"),
    QT_TRANSLATE_NOOP("BackupListModel", "Database"),
    QT_TRANSLATE_NOOP("BackupListModel", "Tables"),
    QT_TRANSLATE_NOOP("BackupListModel", "Rows"),
    QT_TRANSLATE_NOOP("BackupListModel", "Size"),
    QT_TRANSLATE_NOOP("BackupListModel", "State")};

QString say(const char* text)
{
    return QCoreApplication::translate("BackupListModel", text);
}

/// What a restore from it would not bring back as it was.
QString reservations(const BackupManifest& manifest)
{
    QStringList lines{manifest.file};
    if (!manifest.rounded.isEmpty()) {
        lines << say(QT_TRANSLATE_NOOP("BackupListModel",
                                       "FLOAT values are rounded to about six digits in: %1"))
                     .arg(manifest.rounded.join(QLatin1String(", ")));
    }
    if (!manifest.outsideSnapshot.isEmpty()) {
        lines << say(QT_TRANSLATE_NOOP("BackupListModel", "Not InnoDB, so not of one instant: %1"))
                     .arg(manifest.outsideSnapshot.join(QLatin1String(", ")));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

void BackupListModel::setBackups(std::vector<StoredBackup> backups)
{
    beginResetModel();
    m_backups = std::move(backups);
    endResetModel();
}

const StoredBackup* BackupListModel::backupAt(int row) const
{
    if (row < 0 || row >= recordCount())
        return nullptr;
    return &m_backups[static_cast<std::size_t>(row)];
}

QString BackupListModel::text(const StoredBackup& backup, int column)
{
    const BackupManifest& manifest = backup.manifest;
    switch (column) {
    case Taken:
        return words::moment(manifest.takenAt);
    case SideName:
        return words::of(manifest.side);
    case Database:
        return manifest.database;
    case Tables:
        return words::number(static_cast<qint64>(manifest.tables.size()));
    case Rows:
        return words::number(manifest.rows());
    case Size:
        return QLocale().formattedDataSize(manifest.bytes, 1, QLocale::DataSizeTraditionalFormat);
    case State:
        return backup.present ? say(QT_TRANSLATE_NOOP("BackupListModel", "there"))
                              : say(QT_TRANSLATE_NOOP("BackupListModel", "file missing or cut"));
    default:
        return {};
    }
}

QVariant BackupListModel::sortKey(const StoredBackup& backup, int column)
{
    switch (column) {
    case Taken:
        return backup.manifest.takenAt;
    case Tables:
        return static_cast<qint64>(backup.manifest.tables.size());
    case Rows:
        return backup.manifest.rows();
    case Size:
        return backup.manifest.bytes;
    default:
        return text(backup, column);
    }
}

QVariant BackupListModel::cell(int row, int column, int role) const
{
    const StoredBackup& backup = m_backups[static_cast<std::size_t>(row)];
    switch (role) {
    case Qt::DisplayRole:
        return text(backup, column);
    case Qt::ToolTipRole:
        return reservations(backup.manifest);
    case SortRole:
        return sortKey(backup, column);
    case ToneRole:
        if (column == SideName)
            return static_cast<int>(backup.manifest.side == Side::Remote ? Tone::Remote
                                                                         : Tone::Local);
        if (column == State)
            return static_cast<int>(backup.present ? Tone::Good : Tone::Bad);
        return static_cast<int>(backup.present ? Tone::Plain : Tone::Quiet);
    case RecordIdRole:
        return backup.path;
    default:
        return {};
    }
}

Qt::Alignment BackupListModel::alignment(int column) const
{
    const bool isNumber = column == Tables || column == Rows || column == Size;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QString BackupListModel::title(int column) const
{
    return say(kTitles[static_cast<std::size_t>(column)]);
}

} // namespace causeway
