// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/effective_dialog.h"

#include "sync/control/control_store.h"
#include "sync/profile/env_choice.h"
#include "ui/base/widget_tools.h"
#include "ui/session/session.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_card.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace causeway {
namespace {

enum Column { Name, Value, From, Where };
constexpr int kNameWidth = 230;
constexpr int kValueWidth = 230;
constexpr int kFromWidth = 130;

QString originText(const EffectiveValue& value)
{
    switch (value.origin) {
    case ConfigOrigin::Default:
        return value.value.isEmpty() ? EffectiveDialog::tr("not set")
                                     : EffectiveDialog::tr("default");
    case ConfigOrigin::Profile:
        return EffectiveDialog::tr("profile");
    case ConfigOrigin::EnvFile:
        return EffectiveDialog::tr(".env file");
    case ConfigOrigin::Environment:
        return EffectiveDialog::tr("environment");
    case ConfigOrigin::CommandLine:
        return EffectiveDialog::tr("command line");
    case ConfigOrigin::Table:
        return EffectiveDialog::tr("table row");
    case ConfigOrigin::Run:
        return EffectiveDialog::tr("this run");
    }
    Q_UNREACHABLE();
}

QString remark(const EffectiveValue& value)
{
    if (value.overridden.isEmpty())
        return value.where;
    const QString instead = EffectiveDialog::tr("instead of “%1”").arg(value.overridden);
    return value.where.isEmpty() ? instead : value.where + QStringLiteral(" · ") + instead;
}

/// Without a server or control tables there is still the global layer to show.
EffectiveDialog::Shown readValues(const Profile& profile)
{
    EffectiveDialog::Shown shown;
    GlobalSources sources;
    sources.profile = profile;
    sources.environment = [](const QString& name) -> std::optional<QString> {
        const QByteArray key = name.toLatin1();
        return qEnvironmentVariableIsSet(key.constData())
                   ? std::optional(qEnvironmentVariable(key.constData()))
                   : std::nullopt;
    };
    if (!profile.envFile.isEmpty()) {
        auto file = EnvFile::load(profile.envFile);
        if (file)
            sources.file = *file;
        else
            shown.error = file.error();
    }
    shown.globals = effectiveGlobals(sources);
    auto store = ControlStore::open(profile.local);
    auto rows = store ? store->configs() : Result<std::vector<TableConfig>>(store.error());
    if (!rows) {
        shown.error = rows.error();
        return shown;
    }
    for (const TableConfig& row : *rows)
        shown.tables.push_back({row.table, effectiveTable(row, profile.defaults, {})});
    return shown;
}

} // namespace

EffectiveDialog::EffectiveDialog(Session& session, QWidget* parent)
    : Translated<QDialog>(parent)
    , m_session(session)
    , m_error(new ErrorCard(this))
    , m_fileLabel(plainLabel(this, "muted"))
    , m_files(new QComboBox(this))
    , m_follow(button(this, "followEnvFile"))
    , m_note(wrappedLabel(this, "muted"))
    , m_tree(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("effectiveDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    resize(860, 600);
    build();
    connect(m_follow, &QPushButton::clicked, this, &EffectiveDialog::followChosenFile);
    connect(&m_session, &Session::currentChanged, this, [this] {
        if (m_session.current())
            look();
    });
    look();
}

void EffectiveDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kOne + 4);
    auto* heading = plainLabel(this, "heading");
    say([this, heading] {
        setWindowTitle(tr("Settings in force"));
        heading->setText(tr("Settings in force: %1").arg(m_session.current()->name));
    });
    m_error->clear();
    m_files->setObjectName(QStringLiteral("envFiles"));
    m_fileLabel->setBuddy(m_files);
    say(m_fileLabel, QT_TR_NOOP("Follows"));
    name(m_files, QT_TR_NOOP("The .env file that this profile follows"));
    say(m_follow, QT_TR_NOOP("Follow this file"));
    m_note->setObjectName(QStringLiteral("envFileNote"));
    m_note->hide();
    auto* files = tight(new QHBoxLayout, space::kOne);
    files->addWidget(m_fileLabel);
    files->addWidget(m_files, 1);
    files->addWidget(m_follow);
    m_tree->setObjectName(QStringLiteral("effectiveValues"));
    m_tree->setUniformRowHeights(true);
    m_tree->setColumnCount(4);
    name(m_tree, QT_TR_NOOP("Settings and where they come from"));
    auto* close = button(this, "dialogCancel");
    say(close, QT_TR_NOOP("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addStretch(1);
    buttons->addWidget(close);
    column->addWidget(heading);
    column->addWidget(m_error);
    column->addLayout(files);
    column->addWidget(m_note);
    column->addWidget(m_tree, 1);
    column->addLayout(buttons);
}

void EffectiveDialog::look()
{
    fillFiles();
    m_background.run(
        QStringLiteral("values"),
        [profile = *m_session.current()](const std::stop_token&) { return readValues(profile); },
        [this](Shown shown) {
            m_shown = std::move(shown);
            if (m_shown.error)
                m_error->showError(*m_shown.error);
            else
                m_error->clear();
            fillTree();
        });
}

/// Only a profile that came from such a file can follow another one.
void EffectiveDialog::fillFiles()
{
    const QString current = m_session.current()->envFile;
    m_files->clear();
    for (const QString& path : current.isEmpty() ? QStringList() : envFilesBeside(current))
        m_files->addItem(QFileInfo(path).fileName(), path);
    m_files->setCurrentIndex(m_files->findData(current));
    m_files->setToolTip(current);
    for (QWidget* widget : {static_cast<QWidget*>(m_fileLabel), static_cast<QWidget*>(m_files),
                            static_cast<QWidget*>(m_follow)})
        widget->setVisible(!current.isEmpty());
}

void EffectiveDialog::followChosenFile()
{
    Profile profile = *m_session.current();
    const QString path = m_files->currentData().toString();
    const auto warnings = chooseEnvFile(profile, path);
    const Status saved =
        warnings ? m_session.saveProfile(profile, profile.name, false) : Status(warnings.error());
    if (!saved.ok()) {
        m_error->showError(saved.error());
        return;
    }
    QStringList notes = *warnings;
    notes.prepend(tr("The profile follows %1 now.").arg(QFileInfo(path).fileName()));
    if (profile.readOnly)
        notes << tr("It is read-only until you allow writing.");
    m_note->setText(notes.join(u' '));
    m_note->show();
}

void EffectiveDialog::addValues(QTreeWidgetItem* group,
                                const std::vector<EffectiveValue>& values) const
{
    for (const EffectiveValue& value : values) {
        auto* item =
            new QTreeWidgetItem(group, {value.name, value.value, originText(value), remark(value)});
        for (const int column : {Value, Where})
            item->setToolTip(column, item->text(column));
    }
}

void EffectiveDialog::fillTree()
{
    m_tree->clear();
    m_tree->setHeaderLabels({tr("Setting"), tr("Value"), tr("From"), tr("Where")});
    m_tree->header()->resizeSection(Name, kNameWidth);
    m_tree->header()->resizeSection(Value, kValueWidth);
    m_tree->header()->resizeSection(From, kFromWidth);
    auto* globals = new QTreeWidgetItem(m_tree, {tr("The pair")});
    addValues(globals, m_shown.globals);
    globals->setExpanded(true);
    for (const TableValues& table : m_shown.tables) {
        auto* group = new QTreeWidgetItem(m_tree, {table.table});
        addValues(group, table.values);
    }
}

void EffectiveDialog::languageChanged()
{
    fillTree();
}

} // namespace causeway
