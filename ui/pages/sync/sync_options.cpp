// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sync/sync_options.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>

namespace causeway {
namespace {

constexpr int kEnabledRole = Qt::UserRole + 1;
constexpr int kTypeRole = Qt::UserRole + 2;
const QString kBackUpFirst = QStringLiteral("sync/backUpFirst");

void fill(QComboBox* box, const QString& asSet, const QVariantList& options)
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(asSet);
    for (const QVariant& option : options) {
        const auto shown = option.value<GridOption>();
        box->addItem(shown.text, shown.value);
    }
    box->setCurrentIndex(chosen.isValid() ? box->findData(chosen) : 0);
}

template<typename E>
std::optional<E> choiceOf(const QComboBox* box)
{
    const QVariant value = box->currentData();
    return value.isValid() ? std::optional<E>(static_cast<E>(value.toInt())) : std::nullopt;
}

/// As a POSIX shell reads it.
QString quoted(const QString& word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:-]+$"));
    if (plain.match(word).hasMatch())
        return word;
    QString escaped = word;
    escaped.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') % escaped % QLatin1Char('\'');
}

} // namespace

SyncOptions::SyncOptions(QWidget* parent)
    : Translated<QFrame>(parent)
    , m_type(new QComboBox(this))
    , m_direction(new QComboBox(this))
    , m_policy(new QComboBox(this))
    , m_tables(new QListWidget(this))
    , m_backup(new QCheckBox(this))
    , m_command(new QLineEdit(this))
    , m_reason(wrappedLabel(this, "muted"))
    , m_preview(button(this, "previewSync", QStringLiteral("preview"), "primary"))
    , m_run(button(this, "runSync", QStringLiteral("sync")))
{
    setLook(this, "card");
    m_type->setObjectName(QStringLiteral("syncType"));
    m_direction->setObjectName(QStringLiteral("syncDirection"));
    m_policy->setObjectName(QStringLiteral("syncPolicy"));
    m_tables->setObjectName(QStringLiteral("syncTables"));
    m_backup->setObjectName(QStringLiteral("backUpFirst"));
    m_command->setObjectName(QStringLiteral("commandLine"));
    build();
    connectAll();
    fillChoices();
    setProfile(nullptr);
}

void SyncOptions::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kTwo, space::kTwo, space::kTwo, space::kTwo);
    column->setSpacing(space::kHalf);
    addChoice(column, QT_TR_NOOP("Type"), m_type);
    addChoice(column, QT_TR_NOOP("Direction"), m_direction);
    addChoice(column, QT_TR_NOOP("Who wins a conflict"), m_policy);
    auto* head = tight(new QHBoxLayout, space::kHalf);
    auto* label = plainLabel(this, "muted");
    auto* all = button(this, "allTables", {}, "link");
    auto* none = button(this, "noTables", {}, "link");
    say(label, QT_TR_NOOP("Tables"));
    say(all, QT_TR_NOOP("all enabled"));
    say(none, QT_TR_NOOP("none"));
    label->setBuddy(m_tables);
    name(m_tables, QT_TR_NOOP("Tables"));
    head->addWidget(label, 1);
    head->addWidget(all);
    head->addWidget(none);
    column->addLayout(head);
    column->addWidget(m_tables, 1);
    column->addWidget(m_backup);
    column->addSpacing(space::kHalf);
    auto* commandLabel = plainLabel(this, "muted");
    say(commandLabel, QT_TR_NOOP("The same on the command line"));
    commandLabel->setBuddy(m_command);
    column->addWidget(commandLabel);
    column->addWidget(m_command);
    column->addWidget(m_reason);
    column->addSpacing(space::kHalf);
    column->addWidget(m_preview);
    column->addSpacing(space::kHalf);
    column->addWidget(m_run);
    m_tables->setSpacing(2);
    m_command->setReadOnly(true);
    setLook(m_command, "code");
    QAction* copy =
        m_command->addAction(themedIcon(QStringLiteral("copy")), QLineEdit::TrailingPosition);
    say([copy] { copy->setToolTip(tr("Copy the command line")); });
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(command()); });
    connect(all, &QPushButton::clicked, this, [this] { checkAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { checkAll(false); });
    say(m_backup, QT_TR_NOOP("Back up first"));
    tip(m_backup,
        QT_TR_NOOP("A FULL run may overwrite and delete much. The sides that it writes to "
                   "are backed up before it starts; it does not start when that fails."));
    say(m_preview, QT_TR_NOOP("Preview"));
    say(m_run, QT_TR_NOOP("Sync without preview"));
    tip(m_preview, QT_TR_NOOP("Shows what would be written; writes nothing (F5)"));
}

void SyncOptions::addChoice(QVBoxLayout* column, const char* text, QComboBox* box)
{
    auto* label = plainLabel(this, "muted");
    label->setBuddy(box);
    say(label, text);
    name(box, text);
    column->addWidget(label);
    column->addWidget(box);
    column->addSpacing(space::kHalf);
}

void SyncOptions::connectAll()
{
    for (QComboBox* box : {m_type, m_direction, m_policy})
        connect(box, &QComboBox::currentIndexChanged, this, &SyncOptions::changed);
    connect(m_tables, &QListWidget::itemChanged, this, &SyncOptions::changed);
    connect(m_backup, &QCheckBox::clicked, this, [this](bool checked) {
        QSettings().setValue(kBackUpFirst, checked);
        emit changed();
    });
    connect(this, &SyncOptions::changed, this, &SyncOptions::showBackup);
    connect(this, &SyncOptions::changed, this, &SyncOptions::showCommand);
    connect(m_preview, &QPushButton::clicked, this, &SyncOptions::previewWanted);
    connect(m_run, &QPushButton::clicked, this, &SyncOptions::runWanted);
}

void SyncOptions::fillChoices()
{
    const QString asSet = tr("As set for each table");
    fill(m_type, asSet, words::syncTypeOptions());
    fill(m_direction, asSet, words::directionOptions());
    fill(m_policy, asSet, words::policyOptions());
}

void SyncOptions::setTables(const std::vector<TableConfig>& configs)
{
    const QSignalBlocker quiet(m_tables);
    QHash<QString, Qt::CheckState> chosen;
    for (int i = 0; i < m_tables->count(); ++i)
        chosen.insert(m_tables->item(i)->text(), m_tables->item(i)->checkState());
    m_tables->clear();
    for (const TableConfig& config : configs) {
        auto* item = new QListWidgetItem(config.table, m_tables);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setData(kEnabledRole, config.enabled);
        item->setData(kTypeRole, static_cast<int>(config.type));
        item->setCheckState(
            chosen.value(config.table, config.enabled ? Qt::Checked : Qt::Unchecked));
        if (!config.enabled)
            item->setForeground(palette().color(QPalette::PlaceholderText));
    }
    showBackup();
    showCommand();
}

void SyncOptions::checkAll(bool check)
{
    for (int i = 0; i < m_tables->count(); ++i) {
        QListWidgetItem* item = m_tables->item(i);
        const bool isEnabled = item->data(kEnabledRole).toBool();
        item->setCheckState(check && isEnabled ? Qt::Checked : Qt::Unchecked);
    }
}

void SyncOptions::setProfile(const Profile* profile)
{
    m_profile = profile ? profile->name : QString();
    m_demandsBackup = profile && profile->backup.beforeFull;
    m_backup->setChecked(m_demandsBackup || QSettings().value(kBackUpFirst).toBool());
    showBackup();
    showCommand();
}

/// Some chosen table would run as FULL.
bool SyncOptions::hasFull() const
{
    const auto type = choiceOf<SyncType>(m_type);
    for (int i = 0; i < m_tables->count(); ++i) {
        const QListWidgetItem* item = m_tables->item(i);
        const auto own = static_cast<SyncType>(item->data(kTypeRole).toInt());
        if (item->checkState() == Qt::Checked && type.value_or(own) == SyncType::Full)
            return true;
    }
    return false;
}

void SyncOptions::showBackup()
{
    m_backup->setVisible(hasFull());
}

QStringList SyncOptions::chosenTables() const
{
    QStringList chosen;
    for (int i = 0; i < m_tables->count(); ++i) {
        if (m_tables->item(i)->checkState() == Qt::Checked)
            chosen << m_tables->item(i)->text();
    }
    return chosen;
}

bool SyncOptions::hasTables() const
{
    return !chosenTables().isEmpty();
}

SyncRequest SyncOptions::request() const
{
    SyncRequest request;
    request.type = choiceOf<SyncType>(m_type);
    request.direction = choiceOf<Direction>(m_direction);
    request.policy = choiceOf<Policy>(m_policy);
    bool isEveryEnabled = true;
    for (int i = 0; i < m_tables->count(); ++i) {
        const QListWidgetItem* item = m_tables->item(i);
        const bool isChecked = item->checkState() == Qt::Checked;
        isEveryEnabled = isEveryEnabled && isChecked == item->data(kEnabledRole).toBool();
    }
    if (!isEveryEnabled)
        request.tables = chosenTables();
    if (hasFull() && (m_backup->isChecked() || m_demandsBackup))
        request.backUpFirst = m_backup->isChecked();
    return request;
}

QString SyncOptions::command() const
{
    SyncRequest wanted = request();
    if (m_narrowed && (!m_narrowed->tables.isEmpty() || m_narrowed->skipped.any())) {
        wanted.tables = m_narrowed->tables;
        wanted.skipped = m_narrowed->skipped;
    }
    QStringList words{QStringLiteral("causewayctl"), QStringLiteral("--profile"), quoted(m_profile),
                      QStringLiteral("sync")};
    if (wanted.type)
        words << QStringLiteral("--type") << toText(*wanted.type);
    if (wanted.direction)
        words << QStringLiteral("--direction") << toText(*wanted.direction);
    if (wanted.policy)
        words << QStringLiteral("--policy") << toText(*wanted.policy);
    for (const QString& table : wanted.tables)
        words << QStringLiteral("--table") << quoted(table);
    for (const QString& kinds : wanted.skipped.words())
        words << QStringLiteral("--skip") << kinds;
    if (wanted.backUpFirst)
        words << (*wanted.backUpFirst ? QStringLiteral("--backup") : QStringLiteral("--no-backup"));
    return words.join(QLatin1Char(' '));
}

void SyncOptions::showCommand()
{
    m_command->setText(m_profile.isEmpty() ? QString() : command());
    m_command->setToolTip(m_command->text());
    m_command->setCursorPosition(0);
}

void SyncOptions::showNarrowed(const std::optional<SyncRequest>& narrowed)
{
    m_narrowed = narrowed;
    showCommand();
}

void SyncOptions::setState(bool canPreview, bool canRun, const QString& reason)
{
    m_preview->setEnabled(canPreview && hasTables());
    m_run->setEnabled(canRun && hasTables());
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_command->setEnabled(!m_profile.isEmpty());
}

void SyncOptions::languageChanged()
{
    fillChoices();
    showCommand();
}

} // namespace causeway
