// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/backup_commands.h"

#include "app/ctl/json_text.h"
#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/text_table.h"
#include "sync/backup/restore_backup.h"
#include "sync/profile/connection_url.h"
#include "sync/profile/profile_store.h"
#include "sync/run/sync_report.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <set>

namespace causeway::ctl {
namespace {

struct BackupText {
    Q_DECLARE_TR_FUNCTIONS(BackupText)
};

constexpr qint64 kProgressMs = 150;

OptionSpec fromOption()
{
    return {QStringLiteral("from"), QStringLiteral("DIR"),
            BackupText::tr("the folder of the backups, when it is not the profile's")};
}

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes);
}

/// Shows how far it is, a few times a second.
BackupProgressSink progressOn(Console& console, const QString& head)
{
    auto timer = std::make_shared<QElapsedTimer>();
    timer->start();
    return [&console, head, timer](const BackupProgress& progress) {
        if (timer->elapsed() < kProgressMs)
            return;
        timer->restart();
        const QString table =
            progress.table.isEmpty() ? QString() : QStringLiteral(" · ") + progress.table;
        console.showProgress(head + table + QLatin1String(" · ") + sizeText(progress.bytes));
    };
}

QJsonObject toJson(const StoredBackup& backup)
{
    QJsonObject object = causeway::toJson(backup.manifest);
    object[QLatin1String("path")] = backup.path;
    object[QLatin1String("present")] = backup.present;
    return object;
}

QJsonArray toJson(const std::vector<StoredBackup>& backups)
{
    QJsonArray array;
    for (const StoredBackup& backup : backups)
        array.append(toJson(backup));
    return array;
}

QString toTable(const std::vector<StoredBackup>& backups)
{
    TextTable table;
    table.addColumn(BackupText::tr("Taken"));
    table.addColumn(BackupText::tr("Profile"));
    table.addColumn(BackupText::tr("Side"));
    table.addColumn(BackupText::tr("Database"));
    table.addColumn(BackupText::tr("Tables"), TextTable::Align::Right);
    table.addColumn(BackupText::tr("Rows"), TextTable::Align::Right);
    table.addColumn(BackupText::tr("Size"), TextTable::Align::Right);
    table.addColumn(BackupText::tr("Name"));
    for (const StoredBackup& backup : backups) {
        const BackupManifest& manifest = backup.manifest;
        table.addRow({localTimeText(manifest.takenAt), manifest.profile, toText(manifest.side),
                      manifest.database, QString::number(manifest.tables.size()),
                      QString::number(manifest.rows()),
                      backup.present ? sizeText(manifest.bytes) : BackupText::tr("missing"),
                      manifest.file});
    }
    return table.toString();
}

/// The backups that the options mean: where they are and whose. No password is needed for that.
struct Shelf {
    QString folder = defaultBackupFolder();
    BackupOptions usual;
    std::function<bool(const BackupManifest&)> holds; ///< empty: all
};

Result<Shelf> shelfOf(const ParsedOptions& options)
{
    Shelf shelf;
    if (options.has(QStringLiteral("profile"))) {
        const auto profile = ProfileStore().load(options.value(QStringLiteral("profile")));
        CAUSEWAY_TRY(profile);
        shelf.folder = backupFolder(*profile);
        shelf.usual = profile->backup;
        shelf.holds = [name = profile->name](const BackupManifest& manifest) {
            return manifest.profile == name;
        };
    } else if (options.has(QStringLiteral("remote")) || options.has(QStringLiteral("local"))) {
        std::set<QString> addresses;
        for (const char* name : {"remote", "local"}) {
            const QString url = options.value(QLatin1String(name));
            if (const auto side = parseConnectionUrl(url); side)
                addresses.insert(side->display());
        }
        shelf.holds = [addresses](const BackupManifest& manifest) {
            return addresses.count(manifest.address) > 0;
        };
    }
    if (options.has(QStringLiteral("from")))
        shelf.folder = options.value(QStringLiteral("from"));
    return shelf;
}

Result<std::vector<Side>> sidesOption(const ParsedOptions& options)
{
    const QString option = QStringLiteral("side");
    const QString value = options.value(option);
    if (!options.has(option) || value == QLatin1String("both"))
        return std::vector<Side>{Side::Remote, Side::Local};
    if (const auto side = parseSide(value))
        return std::vector<Side>{*side};
    return badChoice(options, option, QStringLiteral("remote, local, both"), ErrorCode::CfgInvalid);
}

} // namespace

// --- backup -------------------------------------------------------------------------------------

QString BackupCommand::name() const
{
    return QStringLiteral("backup");
}

QString BackupCommand::summary() const
{
    return tr("back up one side or both with the servers' own dump programs");
}

std::vector<OptionSpec> BackupCommand::options() const
{
    return {
        {QStringLiteral("side"), QStringLiteral("remote|local|both"), tr("what to back up (both)")},
        {QStringLiteral("to"), QStringLiteral("DIR"),
         tr("the folder for it, when it is not the profile's")},
    };
}

Result<StoredBackup> BackupCommand::make(const Profile& profile, Side side, const QString& folder,
                                         Context& context)
{
    Console& console = context.console;
    const auto made =
        makeBackup(profile, side, folder, context.stop, progressOn(console, toText(side)));
    console.clearProgress();
    CAUSEWAY_TRY(made);
    for (const QString& table : made->outsideSnapshot) {
        console.warn(tr("%1 is no InnoDB table: what changed in it meanwhile may be in the backup "
                        "in part.")
                         .arg(table));
    }
    for (const QString& table : made->rounded) {
        console.warn(
            tr("%1 has FLOAT columns: dumps keep about six digits of their values.").arg(table));
    }
    return StoredBackup{*made, QDir(folder).absoluteFilePath(made->file), true};
}

int BackupCommand::execute(Context& context) const
{
    const auto sides = sidesOption(context.options);
    if (!sides)
        return context.console.fail(sides.error());
    const auto profile = resolvePair(context, Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    const QString folder = context.options.has(QStringLiteral("to"))
                               ? context.options.value(QStringLiteral("to"))
                               : backupFolder(*profile);
    std::vector<StoredBackup> done;
    std::optional<Error> failed;
    for (const Side side : *sides) {
        const auto backup = make(*profile, side, folder, context);
        if (backup) {
            done.push_back(*backup);
            continue;
        }
        context.console.noteError(backup.error());
        failed = failed ? failed : backup.error();
        if (context.stop.stop_requested())
            break;
    }
    context.console.document(QJsonObject{{QStringLiteral("backups"), toJson(done)},
                                         {QStringLiteral("error"), causeway::toJson(failed)}});
    for (const StoredBackup& backup : done) {
        context.console.print(tr("%1: %2 tables, %3 rows, %4: %5")
                                  .arg(toText(backup.manifest.side))
                                  .arg(backup.manifest.tables.size())
                                  .arg(backup.manifest.rows())
                                  .arg(sizeText(backup.manifest.bytes), backup.path));
    }
    return failed ? exitCodeFor(failed->code) : 0;
}

// --- backup list --------------------------------------------------------------------------------

QString BackupListCommand::name() const
{
    return QStringLiteral("backup list");
}

QString BackupListCommand::summary() const
{
    return tr("show the backups, newest first");
}

std::vector<OptionSpec> BackupListCommand::options() const
{
    return {fromOption()};
}

int BackupListCommand::execute(Context& context) const
{
    const auto shelf = shelfOf(context.options);
    if (!shelf)
        return context.console.fail(shelf.error());
    auto listing = listBackups(shelf->folder);
    if (!listing)
        return context.console.fail(listing.error());
    for (const QString& warning : listing->warnings)
        context.console.warn(warning);
    std::erase_if(listing->backups, [&shelf](const StoredBackup& backup) {
        return shelf->holds && !shelf->holds(backup.manifest);
    });
    context.console.document(toJson(listing->backups));
    context.console.print(listing->backups.empty() ? tr("No backups in %1.").arg(shelf->folder)
                                                   : toTable(listing->backups));
    return 0;
}

// --- backup prune -------------------------------------------------------------------------------

QString BackupPruneCommand::name() const
{
    return QStringLiteral("backup prune");
}

QString BackupPruneCommand::summary() const
{
    return tr("remove old backups; of each database the newest good one always stays");
}

std::vector<OptionSpec> BackupPruneCommand::options() const
{
    return {
        {QStringLiteral("keep"), QStringLiteral("N"),
         tr("of each database keep the newest N (the profile's number)")},
        {QStringLiteral("days"), QStringLiteral("N"),
         tr("keep those of the last N days (the profile's number)")},
        fromOption(),
        {QStringLiteral("dry-run"), QString(), tr("only show what would be removed")},
    };
}

Result<Retention> BackupPruneCommand::retention(const ParsedOptions& options,
                                                const BackupOptions& usual)
{
    const QString keepOption = QStringLiteral("keep");
    const QString daysOption = QStringLiteral("days");
    const bool given = options.has(keepOption) || options.has(daysOption);
    const auto keep = numberOption(options, keepOption, given ? 0 : usual.keep, 0);
    CAUSEWAY_TRY(keep);
    const auto days = numberOption(options, daysOption, given ? 0 : usual.keepDays, 0);
    CAUSEWAY_TRY(days);
    return Retention{static_cast<int>(qMin<qint64>(*keep, BackupOptions::kMost)),
                     static_cast<int>(qMin<qint64>(*days, BackupOptions::kMost))};
}

int BackupPruneCommand::execute(Context& context) const
{
    const auto shelf = shelfOf(context.options);
    if (!shelf)
        return context.console.fail(shelf.error());
    const auto limits = retention(context.options, shelf->usual);
    if (!limits)
        return context.console.fail(limits.error());
    const bool dryRun = context.options.has(QStringLiteral("dry-run"));
    const auto removed = pruneBackups(shelf->folder, *limits, dryRun, shelf->holds);
    if (!removed)
        return context.console.fail(removed.error());
    context.console.document(QJsonObject{{QStringLiteral("removed"), toJson(*removed)},
                                         {QStringLiteral("dry_run"), dryRun}});
    if (!removed->empty())
        context.console.print(toTable(*removed));
    const auto count = static_cast<qint64>(removed->size());
    context.console.print(dryRun ? tr("%1 backups would be removed.").arg(count)
                                 : tr("%1 backups were removed.").arg(count));
    return 0;
}

// --- restore ------------------------------------------------------------------------------------

QString RestoreCommand::name() const
{
    return QStringLiteral("restore");
}

QString RestoreCommand::summary() const
{
    return tr("restore a backup into a database that is new or empty");
}

QString RestoreCommand::arguments() const
{
    return QStringLiteral("BACKUP --into DATABASE");
}

std::vector<OptionSpec> RestoreCommand::options() const
{
    return {
        {QStringLiteral("into"), QStringLiteral("DATABASE"),
         tr("the database for it; made when there is none of this name")},
        {QStringLiteral("side"), QStringLiteral("remote|local"),
         tr("whose server it goes to (the one it came from)")},
        fromOption(),
    };
}

int RestoreCommand::execute(Context& context) const
{
    Console& console = context.console;
    const ParsedOptions& options = context.options;
    if (options.value(QStringLiteral("into")).isEmpty())
        return console.fail(usageError(tr("\"restore\" needs --into DATABASE")));
    const auto side = choiceOption<Side>(options, QStringLiteral("side"), &parseSide,
                                         QStringLiteral("remote, local"));
    if (!side)
        return console.fail(side.error());
    const auto shelf = shelfOf(options);
    if (!shelf)
        return console.fail(shelf.error());
    const auto backup = findBackup(options.arguments().first(), shelf->folder);
    if (!backup)
        return console.fail(backup.error());
    const auto profile = resolvePair(context, Access::Write);
    if (!profile)
        return console.fail(profile.error());
    RestoreRequest request;
    request.backup = *backup;
    request.side = side->value_or(backup->manifest.side);
    request.target = profile->side(request.side);
    request.target.database = options.value(QStringLiteral("into"));
    const auto restored =
        restoreBackup(request, context.stop, progressOn(console, request.target.database));
    console.clearProgress();
    if (!restored)
        return console.fail(restored.error());
    console.document(QJsonObject{{QStringLiteral("database"), request.target.database},
                                 {QStringLiteral("side"), toText(request.side)},
                                 {QStringLiteral("created"), restored->created},
                                 {QStringLiteral("tables"), restored->tables},
                                 {QStringLiteral("rows"), restored->rows}});
    console.print(tr("Restored into %1 (%2): %3 tables, %4 rows.")
                      .arg(request.target.database, toText(request.side))
                      .arg(restored->tables)
                      .arg(restored->rows));
    return 0;
}

void addBackupCommands(Commands& commands)
{
    commands.push_back(std::make_unique<BackupCommand>());
    commands.push_back(std::make_unique<BackupListCommand>());
    commands.push_back(std::make_unique<BackupPruneCommand>());
    commands.push_back(std::make_unique<RestoreCommand>());
}

} // namespace causeway::ctl
