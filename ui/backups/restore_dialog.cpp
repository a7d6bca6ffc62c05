// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backups/restore_dialog.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/tag.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace causeway {
namespace {

constexpr int kNameLength = 64; // of a database, on both families

/// Hardly taken, and says what it is.
QString proposedName(const BackupManifest& manifest)
{
    const QString when = manifest.takenAt.toString(QStringLiteral("_yyyyMMdd_HHmm"));
    return manifest.database.left(kNameLength - static_cast<int>(when.size())) + when;
}

} // namespace

RestoreDialog::RestoreDialog(const StoredBackup& backup, const Profile& profile, QWidget* parent)
    : Translated<QDialog>(parent)
    , m_backup(backup)
    , m_profile(profile)
    , m_what(wrappedLabel(this))
    , m_side(new QComboBox(this))
    , m_database(new QLineEdit(proposedName(backup.manifest), this))
    , m_restore(button(this, "restoreExecute", {}, "primary"))
{
    setObjectName(QStringLiteral("restoreDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(520);
    m_side->setObjectName(QStringLiteral("restoreSide"));
    m_database->setObjectName(QStringLiteral("restoreDatabase"));
    m_database->setMaxLength(kNameLength);
    m_side->addItems({QString(), QString()});
    m_side->setCurrentIndex(backup.manifest.side == Side::Remote ? 0 : 1);
    build();
    showState();
    connect(m_database, &QLineEdit::textChanged, this, &RestoreDialog::showState);
    connect(m_restore, &QPushButton::clicked, this, &RestoreDialog::choose);
}

void RestoreDialog::build()
{
    auto* heading = plainLabel(this, "heading");
    auto* tag = new Tag(this);
    tag->setEnvironment(m_profile.environment);
    auto* head = tight(new QHBoxLayout, space::kOne);
    head->addWidget(heading);
    head->addWidget(tag);
    head->addStretch(1);
    auto* serverLabel = plainLabel(this, "muted");
    auto* databaseLabel = plainLabel(this, "muted");
    auto* note = wrappedLabel(this, "muted");
    serverLabel->setBuddy(m_side);
    databaseLabel->setBuddy(m_database);
    auto* cancel = button(this, "dialogCancel");
    say([this] { setWindowTitle(tr("Restore a backup")); });
    say(heading, QT_TR_NOOP("Restore a backup"));
    say(serverLabel, QT_TR_NOOP("On the server of"));
    say(databaseLabel, QT_TR_NOOP("Into the database"));
    say(note, QT_TR_NOOP("It is made when there is none of this name. A database that holds "
                         "anything is refused: nothing is ever overwritten."));
    say(m_restore, QT_TR_NOOP("Restore"));
    say(cancel, QT_TR_NOOP("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_restore);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kOne);
    column->addLayout(head);
    for (QWidget* part : QWidgetList{m_what, serverLabel, m_side, databaseLabel, m_database, note})
        column->addWidget(part);
    column->addSpacing(space::kOne);
    column->addLayout(buttons);
}

Side RestoreDialog::side() const
{
    return m_side->currentIndex() == 0 ? Side::Remote : Side::Local;
}

void RestoreDialog::showState()
{
    const BackupManifest& manifest = m_backup.manifest;
    m_what->setText(tr("%1 of %2, taken %3: %4, %5.")
                        .arg(manifest.database, words::of(manifest.side),
                             words::moment(manifest.takenAt),
                             words::tables(static_cast<qint64>(manifest.tables.size())),
                             words::rows(manifest.rows())));
    m_side->setItemText(0, words::sideName(Side::Remote, m_profile.remote));
    m_side->setItemText(1, words::sideName(Side::Local, m_profile.local));
    const QString database = m_database->text();
    m_restore->setEnabled(!database.isEmpty() && database == database.trimmed());
}

void RestoreDialog::choose()
{
    RestoreRequest request;
    request.backup = m_backup;
    request.side = side();
    request.target = m_profile.side(request.side);
    request.target.database = m_database->text();
    emit restoreWanted(request);
    accept();
}

void RestoreDialog::languageChanged()
{
    showState();
}

} // namespace causeway
