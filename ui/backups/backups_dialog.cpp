// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backups/backups_dialog.h"

#include "models/words.h"
#include "ui/backups/backup_options_form.h"
#include "ui/backups/restore_dialog.h"
#include "ui/base/dialogs.h"
#include "ui/base/widget_tools.h"
#include "ui/session/session.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_card.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/tag.h"

#include <QComboBox>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace causeway {
namespace {

using namespace std::chrono_literals;

const QString kJob = QStringLiteral("job");

Result<BackupListing> listingOf(const Profile& profile)
{
    auto listing = listBackups(backupFolder(profile));
    CAUSEWAY_TRY(listing);
    std::erase_if(listing->backups, [&profile](const StoredBackup& backup) {
        return backup.manifest.profile != profile.name;
    });
    return listing;
}

Status backUpSides(const Profile& profile, const std::vector<Side>& sides,
                   const std::stop_token& stop, BackupMailbox& mailbox)
{
    for (const Side side : sides) {
        const QString what = words::sideName(side, profile.side(side));
        mailbox.put(what, {});
        const auto made = makeBackup(
            profile, side, backupFolder(profile), stop,
            [&mailbox, &what](const BackupProgress& progress) { mailbox.put(what, progress); });
        CAUSEWAY_TRY(made);
    }
    return okStatus();
}

Result<std::vector<StoredBackup>> pruned(const Profile& profile, bool dryRun)
{
    return pruneBackups(
        backupFolder(profile), {profile.backup.keep, profile.backup.keepDays}, dryRun,
        [&profile](const BackupManifest& manifest) { return manifest.profile == profile.name; });
}

} // namespace

BackupsDialog::BackupsDialog(Session& session, QWidget* parent)
    : Translated<QDialog>(parent)
    , m_session(session)
    , m_profile(*session.current())
    , m_error(new ErrorCard(this))
    , m_grid(new GridView("backupList", this))
    , m_empty(wrappedLabel(this, "muted"))
    , m_options(new BackupOptionsForm(this))
    , m_sides(new QComboBox(this))
    , m_make(button(this, "backUpNow", QStringLiteral("save"), "primary"))
    , m_restore(button(this, "restoreBackup", QStringLiteral("undo")))
    , m_prune(button(this, "pruneBackups", QStringLiteral("remove")))
    , m_cancel(button(this, "cancelBackup", QStringLiteral("stop")))
    , m_bar(new QProgressBar(this))
    , m_told(wrappedLabel(this))
{
    setObjectName(QStringLiteral("backupsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    resize(860, 640);
    build();
    connectAll();
    load();
}

void BackupsDialog::build()
{
    auto* heading = plainLabel(this, "heading");
    auto* tag = new Tag(this);
    tag->setEnvironment(m_profile.environment);
    auto* head = tight(new QHBoxLayout, space::kOne);
    head->addWidget(heading);
    head->addWidget(tag);
    head->addStretch(1);
    say([this] { setWindowTitle(tr("Backups")); });
    say([this, heading] { heading->setText(tr("Backups of %1").arg(m_profile.name)); });
    m_error->clear();
    m_grid->setModel(&m_model);
    m_grid->setWidths({170, 80, 160, 70, 90, 90, 90}, BackupListModel::Database);
    m_options->setOptions(m_profile.backup);
    m_told->setObjectName(QStringLiteral("backupTold"));
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    auto* close = button(this, "dialogClose");
    say(close, QT_TR_NOOP("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* end = tight(new QHBoxLayout, space::kOne);
    end->addWidget(m_told, 1);
    end->addWidget(m_cancel);
    end->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kOne + 4);
    column->addLayout(head);
    column->addWidget(m_error);
    column->addLayout(buildButtons());
    column->addWidget(m_grid, 1);
    column->addWidget(m_empty, 1, Qt::AlignCenter);
    column->addWidget(m_options);
    column->addWidget(m_bar);
    column->addLayout(end);
}

QHBoxLayout* BackupsDialog::buildButtons()
{
    m_sides->setObjectName(QStringLiteral("backupSides"));
    m_sides->addItems({QString(), QString(), QString()});
    name(m_sides, QT_TR_NOOP("What to back up"));
    say(m_make, QT_TR_NOOP("Back up now"));
    say(m_restore, QT_TR_NOOP("Restore…"));
    say(m_prune, QT_TR_NOOP("Remove old ones…"));
    say(m_cancel, QT_TR_NOOP("Cancel"));
    auto* row = tight(new QHBoxLayout, space::kOne);
    row->addWidget(m_sides);
    row->addWidget(m_make);
    row->addStretch(1);
    row->addWidget(m_restore);
    row->addWidget(m_prune);
    return row;
}

void BackupsDialog::connectAll()
{
    m_timer.setInterval(100ms);
    connect(&m_timer, &QTimer::timeout, this, &BackupsDialog::showProgress);
    connect(m_make, &QPushButton::clicked, this, &BackupsDialog::backUp);
    connect(m_restore, &QPushButton::clicked, this, &BackupsDialog::askRestore);
    connect(m_prune, &QPushButton::clicked, this, &BackupsDialog::askPrune);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_background.drop(kJob);
        finishJob(tr("Cancelled; nothing half is left."));
    });
    connect(m_grid, &GridView::currentRowChanged, this, &BackupsDialog::showState);
    connect(m_options, &BackupOptionsForm::edited, this, &BackupsDialog::saveOptions);
    connect(&m_session, &Session::currentChanged, this, [this] {
        if (!m_session.current() || m_session.currentName() != m_profile.name)
            return reject(); // another pair now
        m_profile = *m_session.current();
        showState();
    });
}

/// A field that loses the focus because it goes away was not edited.
BackupsDialog::~BackupsDialog()
{
    m_options->disconnect(this);
}

void BackupsDialog::load()
{
    m_background.run(
        QStringLiteral("list"),
        [profile = m_profile](const std::stop_token&) { return listingOf(profile); },
        [this](const Result<BackupListing>& listing) { showBackups(listing); });
    showState();
}

void BackupsDialog::showBackups(const Result<BackupListing>& listing)
{
    if (listing.ok()) {
        m_model.setBackups(listing.value().backups);
        if (m_model.rowCount() > 0)
            m_grid->selectRow(0);
    } else {
        m_error->showError(listing.error());
    }
    showState();
}

std::vector<Side> BackupsDialog::chosenSides() const
{
    switch (m_sides->currentIndex()) {
    case 1:
        return {Side::Remote};
    case 2:
        return {Side::Local};
    default:
        return {Side::Remote, Side::Local};
    }
}

void BackupsDialog::backUp()
{
    m_error->clear();
    m_mailbox = std::make_shared<BackupMailbox>();
    m_background.run(
        kJob,
        [profile = m_profile, sides = chosenSides(), mailbox = m_mailbox](
            const std::stop_token& stop) { return backUpSides(profile, sides, stop, *mailbox); },
        [this](const Status& made) {
            if (!made.ok())
                return failJob(made.error());
            finishJob(tr("Backed up."));
        });
    m_timer.start();
    showProgress();
    showState();
}

void BackupsDialog::askRestore()
{
    const StoredBackup* backup = m_model.backupAt(m_grid->currentSourceRow());
    if (!backup)
        return;
    auto* dialog = new RestoreDialog(*backup, m_profile, this);
    connect(dialog, &RestoreDialog::restoreWanted, this, &BackupsDialog::restore);
    dialog->open();
}

void BackupsDialog::restore(const RestoreRequest& request)
{
    m_error->clear();
    m_mailbox = std::make_shared<BackupMailbox>();
    m_background.run(
        kJob,
        [request, mailbox = m_mailbox](const std::stop_token& stop) {
            const QString what = request.target.database;
            mailbox->put(what, {});
            return restoreBackup(request, stop, [&](const BackupProgress& progress) {
                mailbox->put(what, progress);
            });
        },
        [this, database = request.target.database](const Result<Restored>& restored) {
            if (!restored.ok())
                return failJob(restored.error());
            finishJob(tr("Restored into %1: %2, %3; the counts are those of the backup.")
                          .arg(database, words::tables(restored.value().tables),
                               words::rows(restored.value().rows)));
        });
    m_timer.start();
    showProgress();
    showState();
}

/// Looks first which ones: the question names their number.
void BackupsDialog::askPrune()
{
    m_error->clear();
    m_background.run(
        kJob, [profile = m_profile](const std::stop_token&) { return pruned(profile, true); },
        [this](const Result<std::vector<StoredBackup>>& old) {
            if (!old.ok())
                return failJob(old.error());
            finishJob({});
            if (old.value().empty())
                return m_told->setText(tr("None is old enough to be removed."));
            QStringList names;
            for (const StoredBackup& backup : old.value())
                names << backup.manifest.file;
            Question question;
            question.title = tr("Remove old backups?");
            question.text = tr("%1 of the backups need not stay by the numbers below. The newest "
                               "good one of each side always stays.")
                                .arg(words::number(static_cast<qint64>(names.size())));
            question.detail = names.mid(0, 12).join(QLatin1Char('\n'));
            question.verb = tr("Remove %1").arg(words::number(static_cast<qint64>(names.size())));
            question.environment = m_profile.environment;
            question.isDestructive = true;
            ask(this, question, this, [this] { prune(); });
        });
    showState();
}

void BackupsDialog::prune()
{
    m_background.run(
        kJob, [profile = m_profile](const std::stop_token&) { return pruned(profile, false); },
        [this](const Result<std::vector<StoredBackup>>& removed) {
            if (!removed.ok())
                return failJob(removed.error());
            finishJob(
                tr("Removed: %1.").arg(words::number(static_cast<qint64>(removed.value().size()))));
        });
    showState();
}

void BackupsDialog::saveOptions()
{
    const BackupOptions options = m_options->options();
    if (options == m_profile.backup)
        return;
    if (const Status saved = m_session.setBackup(options); !saved.ok()) {
        m_options->setOptions(m_profile.backup);
        m_error->showError(saved.error());
    }
}

void BackupsDialog::showProgress()
{
    if (!isWorking())
        return;
    const auto [what, progress] = m_mailbox->latest();
    const QString size =
        QLocale().formattedDataSize(progress.bytes, 1, QLocale::DataSizeTraditionalFormat);
    QStringList parts{what};
    if (!progress.table.isEmpty())
        parts << progress.table << words::rows(progress.rows);
    parts << size;
    m_told->setText(parts.join(QStringLiteral(" · ")));
}

void BackupsDialog::finishJob(const QString& sentence)
{
    m_timer.stop();
    m_told->setText(sentence);
    load();
}

void BackupsDialog::failJob(const Error& error)
{
    m_error->showError(error);
    finishJob({});
}

void BackupsDialog::showState()
{
    const bool isFree = !isWorking();
    const StoredBackup* chosen = m_model.backupAt(m_grid->currentSourceRow());
    const bool isEmpty = m_model.rowCount() == 0;
    m_grid->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setText(tr("No backups yet. They go to %1").arg(backupFolder(m_profile)));
    m_sides->setItemText(0, tr("Both sides"));
    m_sides->setItemText(1, words::sideName(Side::Remote, m_profile.remote));
    m_sides->setItemText(2, words::sideName(Side::Local, m_profile.local));
    m_sides->setEnabled(isFree);
    m_make->setEnabled(isFree);
    m_restore->setEnabled(isFree && chosen && chosen->present && !m_profile.readOnly);
    m_restore->setToolTip(m_profile.readOnly ? tr("The profile is read-only: allow writing first.")
                                             : tr("Into a database that is new or empty"));
    m_prune->setEnabled(isFree && !isEmpty);
    m_options->setEnabled(isFree);
    m_bar->setVisible(!isFree);
    m_cancel->setVisible(!isFree);
}

void BackupsDialog::languageChanged()
{
    m_model.retranslate();
    showState();
}

} // namespace causeway
