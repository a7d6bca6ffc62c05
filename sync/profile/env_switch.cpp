// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/env_switch.h"

#include "sync/profile/env_file.h"

#include <QCoreApplication>
#include <QFile>

namespace causeway {
namespace {

const QString kVariable = QStringLiteral("DB_ENV");

EnvTarget targetOf(const EnvFile& file)
{
    EnvTarget target;
    if (const auto written = file.value(kVariable)) {
        target.written = written->isNull() ? QStringLiteral("") : *written;
        target.side = parseSide(*written);
    }
    return target;
}

QString translated(const char* text)
{
    return QCoreApplication::translate("EnvSwitch", text);
}

Error nothingToUndo(const QString& path)
{
    return makeError(
        ErrorCode::CfgFile, path,
        translated(QT_TRANSLATE_NOOP("EnvSwitch", "There is no switch to take back.")));
}

/// @p now with DB_ENV as in @p before, and all that was edited since.
Result<EnvFile> withTargetOf(const EnvFile& before, EnvFile now)
{
    if (const auto value = before.value(kVariable))
        CAUSEWAY_TRY(now.set(kVariable, *value));
    else
        now.remove(kVariable);
    return now;
}

/// @p now is what pointEnvAt() made of @p before, and nothing else was edited.
Result<bool> isOnlySwitched(EnvFile before, const EnvFile& now)
{
    if (const auto value = now.value(kVariable))
        CAUSEWAY_TRY(before.set(kVariable, *value));
    return before.content() == now.content();
}

} // namespace

Result<EnvTarget> readEnvTarget(const QString& path)
{
    const auto file = EnvFile::load(path);
    CAUSEWAY_TRY(file);
    return targetOf(*file);
}

QString envBackupOf(const QString& path)
{
    return path + QStringLiteral(".causeway-backup");
}

Result<EnvChange> pointEnvAt(const QString& path, Side to, const EnvTarget& seen)
{
    auto file = EnvFile::load(path);
    CAUSEWAY_TRY(file);
    const EnvTarget now = targetOf(*file);
    if (now != seen) {
        return makeError(ErrorCode::CfgInvalid, path,
                         translated(QT_TRANSLATE_NOOP(
                             "EnvSwitch", "DB_ENV was changed by somebody else meanwhile.")));
    }
    const EnvChange change{now.written, toText(to), envBackupOf(path)};
    CAUSEWAY_TRY(file->save(change.backup));
    CAUSEWAY_TRY(file->set(kVariable, change.to));
    CAUSEWAY_TRY(file->save(path));
    return change;
}

Result<EnvChange> undoEnvSwitch(const QString& path)
{
    const auto now = EnvFile::load(path);
    CAUSEWAY_TRY(now);
    const QString backup = envBackupOf(path);
    if (!QFile::exists(backup))
        return nothingToUndo(path);
    const auto before = EnvFile::load(backup);
    CAUSEWAY_TRY(before);
    const EnvChange change{targetOf(*now).written, targetOf(*before).written, {}};
    if (change.from == change.to)
        return nothingToUndo(path);
    const auto untouched = isOnlySwitched(*before, *now);
    CAUSEWAY_TRY(untouched);
    const auto restored = *untouched ? before : withTargetOf(*before, *now);
    CAUSEWAY_TRY(restored);
    CAUSEWAY_TRY(restored->save(path));
    QFile::remove(backup);
    return change;
}

} // namespace causeway
