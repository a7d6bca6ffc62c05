// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/db/connection.h"
#include "sync/profile/env_profile.h"
#include "sync/profile/env_switch.h"
#include "sync/selftest/test_cases.h"
#include "sync/selftest/test_table.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace causeway::selftest {
namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What an application has besides the pair: comments, variables of its own.
QByteArray applicationLines()
{
    return "# the application's own settings\nAPP_NAME='Shop, \"new\"'\nDB_ENV=remote\n\n"
           "# other things\nDEBUG=False  # never in production\n";
}

/// A `.env` of the pair without passwords: the self-test writes none to a disk.
Status writeEnv(const QString& path, const Profile& pair)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(applicationLines()) < 0)
        return makeError(ErrorCode::SysPermission, path, file.errorString());
    file.close();
    auto env = EnvFile::load(path);
    CAUSEWAY_TRY(env);
    CAUSEWAY_TRY(profileToEnv(pair, *env, false));
    return env->save(path);
}

/// Whether the side that DB_ENV names leads to a database that holds @p mark.
Result<bool> leadsTo(CaseContext& test, const QString& path, const Cells& mark)
{
    const auto target = readEnvTarget(path);
    CAUSEWAY_TRY(target);
    const auto file = EnvFile::load(path);
    CAUSEWAY_TRY(file);
    const auto imported = profileFromEnv(*file, QStringLiteral("selftest"));
    CAUSEWAY_TRY(imported);
    const Side side = target->side.value_or(Side::Remote);
    const SideConfig& written = imported->profile.side(side);
    SideConfig wanted = test.pair().side(side);
    wanted.password = written.password;
    if (written != wanted)
        return false;
    const auto rows = TestTable::items(test).read(side);
    CAUSEWAY_TRY(rows);
    return *rows == TestRows{{1, mark}};
}

Status switchAndBack(CaseContext& test, const QString& path)
{
    const QByteArray before = contentOf(path);
    const auto seen = readEnvTarget(path);
    CAUSEWAY_TRY(seen);
    const auto atRemote = leadsTo(test, path, TestTable::item(1, 1));
    CAUSEWAY_TRY(atRemote);
    test.expect(*atRemote, QT_TRANSLATE_NOOP("SelfTest", "The file leads to the remote side"));
    CAUSEWAY_TRY(pointEnvAt(path, Side::Local, *seen));
    const auto atLocal = leadsTo(test, path, TestTable::item(1, 2));
    CAUSEWAY_TRY(atLocal);
    test.expect(*atLocal,
                QT_TRANSLATE_NOOP("SelfTest", "After the switch it leads to the local side"));
    QByteArray wanted = before;
    wanted.replace("DB_ENV=remote", "DB_ENV=local");
    test.expect(contentOf(path) == wanted,
                QT_TRANSLATE_NOOP("SelfTest", "Every other byte of the file stays"));
    test.expect(contentOf(envBackupOf(path)) == before,
                QT_TRANSLATE_NOOP("SelfTest", "The file as it was is kept beside it"));
    test.expect(!pointEnvAt(path, Side::Remote, *seen).ok(),
                QT_TRANSLATE_NOOP("SelfTest",
                                  "A switch that rests on an older state of the file is refused"));
    CAUSEWAY_TRY(undoEnvSwitch(path));
    test.expect(contentOf(path) == before,
                QT_TRANSLATE_NOOP("SelfTest", "Taking it back restores the file byte for byte"));
    return okStatus();
}

} // namespace

Status environmentSwitchTest(CaseContext& test)
{
    CAUSEWAY_TRY(makeTestTables(test));
    TestTable items = TestTable::items(test);
    CAUSEWAY_TRY(items.insert(Side::Remote, {{1, TestTable::item(1, 1)}}));
    CAUSEWAY_TRY(items.insert(Side::Local, {{1, TestTable::item(1, 2)}}));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral(".env"));
    CAUSEWAY_TRY(writeEnv(path, test.pair()));
    return switchAndBack(test, path);
}

} // namespace causeway::selftest
