// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/profiles_page.h"

#include "ui/base/dialogs.h"
#include "ui/base/widget_tools.h"
#include "ui/pages/profiles/connection_test_view.h"
#include "ui/pages/profiles/profile_delegate.h"
#include "ui/pages/profiles/profile_form.h"
#include "ui/pages/profiles/profile_importer.h"
#include "ui/session/session.h"
#include "ui/shell/action_registry.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"

#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>

namespace causeway {
namespace {

constexpr int kListWidth = 256;

} // namespace

ProfilesPage::ProfilesPage(const PageContext& context, QWidget* parent)
    : Page("profiles", QStringLiteral("profiles"), parent)
    , m_session(context.session)
    , m_actions(context.actions)
    , m_navigator(context.navigator)
    , m_importer(new ProfileImporter(context.session, this))
{
    build();
    addActions();
    connect(&m_session, &Session::profilesChanged, this, &ProfilesPage::showState);
    connect(&m_session, &Session::currentChanged, this, [this] {
        if (!m_isDirty && !m_session.currentName().isEmpty())
            selectRow(m_session.currentName());
    });
    connect(m_importer, &ProfileImporter::imported, this, &ProfilesPage::openImported);
    connect(&m_navigator, &Navigator::newProfileWanted, this, &ProfilesPage::newProfile);
    connect(&m_navigator, &Navigator::remedyWanted, this, [this](Remedy remedy) {
        if (remedy == Remedy::TestConnection)
            testCurrent();
    });
    connect(&m_navigator, &Navigator::envImportWanted, this, &ProfilesPage::importEnv);
    showState();
}

void ProfilesPage::build()
{
    say([this] { setSubtitle(tr("Named pairs of a remote and a local database.")); });
    auto* row = tight(new QHBoxLayout, space::kTwo);
    row->addWidget(buildList());
    row->addWidget(buildEditor(), 1);
    body()->addLayout(row, 1);
}

QWidget* ProfilesPage::buildList()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(kListWidth);
    auto* column = tight(new QVBoxLayout(side), space::kOne);
    m_list = new QListView(side);
    m_list->setObjectName(QStringLiteral("profileList"));
    m_list->setModel(&m_session.profiles());
    m_list->setItemDelegate(new ProfileDelegate(m_list));
    m_list->setUniformItemSizes(true);
    name(m_list, QT_TR_NOOP("Profiles"));
    connect(m_list, &QListView::clicked, this, &ProfilesPage::editSelected);
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { m_session.select(index.data().toString()); });
    auto* add = button(side, "addProfile", QStringLiteral("add"));
    auto* import = button(side, "importProfile", QStringLiteral("import"));
    m_duplicate = button(side, "duplicateProfile", QStringLiteral("copy"));
    m_remove = button(side, "removeProfile", QStringLiteral("remove"));
    say(add, QT_TR_NOOP("New"));
    say(import, QT_TR_NOOP("Import"));
    say(m_duplicate, QT_TR_NOOP("Duplicate"));
    say(m_remove, QT_TR_NOOP("Remove"));
    auto* menu = new QMenu(import);
    QAction* env = menu->addAction(themedIcon(QStringLiteral("folder")), QString());
    QAction* url = menu->addAction(themedIcon(QStringLiteral("link")), QString());
    say([env, url] {
        env->setText(tr("From a .env file…"));
        url->setText(tr("From mysql:// URLs…"));
    });
    import->setMenu(menu);
    setStyleProperty(import, "menu", true);
    connect(env, &QAction::triggered, this, &ProfilesPage::importEnv);
    connect(url, &QAction::triggered, this, &ProfilesPage::importUrls);
    connect(add, &QPushButton::clicked, this, &ProfilesPage::newProfile);
    connect(m_duplicate, &QPushButton::clicked, this, &ProfilesPage::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &ProfilesPage::removeSelected);
    auto* grid = tight(new QGridLayout, space::kOne);
    grid->addWidget(add, 0, 0);
    grid->addWidget(import, 0, 1);
    grid->addWidget(m_duplicate, 1, 0);
    grid->addWidget(m_remove, 1, 1);
    column->addWidget(m_list, 1);
    column->addLayout(grid);
    return side;
}

QWidget* ProfilesPage::buildEditor()
{
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(QStringLiteral("profiles"), m_stack);
    say([this] {
        m_empty->setSentence(tr("Import your .env, paste a mysql:// URL, or start from blank."));
    });
    m_stack->addWidget(m_empty);
    m_scroll = new QScrollArea(m_stack);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it follows the focus of what is inside
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget(m_scroll);
    inside->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* column = tight(new QVBoxLayout(inside), space::kTwo);
    column->setContentsMargins(0, 0, space::kOne + space::kHalf, 0);
    m_form = new ProfileForm(inside);
    column->addWidget(m_form);
    auto* bar = tight(new QHBoxLayout, space::kOne);
    m_test = button(inside, "testProfile", QStringLiteral("test"));
    m_problem = wrappedLabel(inside, "bad");
    m_problem->setObjectName(QStringLiteral("profileProblem"));
    m_revert = button(inside, "revertProfile", QStringLiteral("undo"));
    m_save = button(inside, "saveProfile", QStringLiteral("save"), "primary");
    say(m_test, QT_TR_NOOP("Test connection"));
    say(m_revert, QT_TR_NOOP("Revert"));
    say(m_save, QT_TR_NOOP("Save"));
    bar->addWidget(m_test);
    bar->addWidget(m_problem, 1);
    bar->addWidget(m_revert);
    bar->addWidget(m_save);
    column->addLayout(bar);
    m_steps = new ConnectionTestView(inside);
    m_steps->hide();
    column->addWidget(m_steps);
    column->addStretch(1);
    m_scroll->setWidget(inside);
    m_stack->addWidget(m_scroll);
    connect(m_form, &ProfileForm::changed, this, [this] {
        m_isDirty = true;
        showState();
    });
    connect(m_save, &QPushButton::clicked, this, &ProfilesPage::save);
    connect(m_revert, &QPushButton::clicked, this, &ProfilesPage::revert);
    connect(m_test, &QPushButton::clicked, this, &ProfilesPage::test);
    connect(m_steps, &ConnectionTestView::grown, this,
            [this] { QTimer::singleShot(0, this, &ProfilesPage::showSteps); });
    return m_stack;
}

void ProfilesPage::addActions()
{
    const auto add = [this](const char* id, MenuId menu, const char* text, const char* icon,
                            const QKeySequence& keys, void (ProfilesPage::*act)()) {
        QWidget* scope = menu == MenuId::File ? nullptr : this;
        m_actions.add({id, menu, text, QLatin1String(icon), {keys}, scope},
                      [this, act] { (this->*act)(); });
    };
    add("file.newProfile", MenuId::File, QT_TRANSLATE_NOOP("Actions", "&New profile"), "add",
        QKeySequence(Qt::CTRL | Qt::Key_N), &ProfilesPage::newProfile);
    add("file.importEnv", MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Import .env…"), "import",
        QKeySequence(Qt::CTRL | Qt::Key_O), &ProfilesPage::importEnv);
    add("file.importUrls", MenuId::File, QT_TRANSLATE_NOOP("Actions", "Import from &URLs…"), "link",
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), &ProfilesPage::importUrls);
    add("profiles.test", MenuId::Tools, QT_TRANSLATE_NOOP("Actions", "&Test connection"), "test",
        QKeySequence(Qt::CTRL | Qt::Key_T), &ProfilesPage::test);
    add("profiles.save", MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Save profile"), "save",
        QKeySequence(Qt::CTRL | Qt::Key_S), &ProfilesPage::save);
}

void ProfilesPage::refresh()
{
    m_session.reloadProfiles();
}

bool ProfilesPage::isBusy() const
{
    return m_steps->isBusy() || m_importer->isBusy();
}

void ProfilesPage::languageChanged()
{
    showState();
}

void ProfilesPage::selectRow(const QString& name)
{
    const int row = m_session.profiles().rowOf(name);
    m_list->setCurrentIndex(m_session.profiles().index(row, 0));
    if (row >= 0 && !m_isDirty)
        edit(*m_session.profiles().profileAt(row), name);
}

void ProfilesPage::editSelected()
{
    const Profile* chosen = m_session.profiles().profileAt(m_list->currentIndex().row());
    if (!chosen || (chosen->name == m_storedName && m_isEditing))
        return;
    leaveEdits([this, profile = *chosen] { edit(profile, profile.name); });
}

/// Goes on at once when nothing was edited, else asks first.
void ProfilesPage::leaveEdits(std::function<void()> goOn)
{
    if (!m_isDirty)
        return goOn();
    Question question;
    question.title = tr("Discard the changes?");
    question.text = tr("The profile “%1” was edited and not saved.").arg(m_form->typedName());
    question.verb = tr("Discard");
    ask(window(), question, this, std::move(goOn));
}

void ProfilesPage::edit(const Profile& profile, const QString& storedName)
{
    m_isEditing = true;
    m_storedName = storedName;
    m_form->setProfile(profile);
    m_isDirty = false;
    m_steps->dismiss();
    showState();
    if (storedName.isEmpty())
        return;
    m_session.passwords().resolve(profile, [this](const ResolvedProfile& known) {
        if (known.profile.name == m_storedName)
            m_form->setKnown(known);
    });
}

void ProfilesPage::newProfile()
{
    leaveEdits([this] {
        Profile profile;
        profile.name = m_session.profiles().freeName(tr("New profile"));
        profile.remote.host = QStringLiteral("127.0.0.1");
        profile.local.host = QStringLiteral("127.0.0.1");
        m_list->clearSelection();
        edit(profile, QString());
        m_navigator.show(id());
    });
}

void ProfilesPage::duplicate()
{
    const Profile* chosen = m_session.profiles().profileAt(m_list->currentIndex().row());
    if (!chosen)
        return;
    leaveEdits([this, copy = *chosen]() mutable {
        copy.name = m_session.profiles().freeName(tr("%1 (copy)").arg(copy.name));
        copy.readOnly = true;
        edit(copy, QString());
        m_isDirty = true;
        showState();
    });
}

void ProfilesPage::importEnv()
{
    m_navigator.show(id());
    m_importer->askForEnv();
}

void ProfilesPage::importEnvFile(const QString& path)
{
    m_importer->readEnv(path);
}

void ProfilesPage::importUrls()
{
    m_navigator.show(id());
    m_importer->askForUrls();
}

void ProfilesPage::openImported(const Profile& profile)
{
    leaveEdits([this, profile] {
        edit(profile, QString());
        m_isDirty = true;
        showState();
    });
}

QString ProfilesPage::problem() const
{
    if (!m_isEditing)
        return {};
    const QString wrong = m_form->problem();
    if (!wrong.isEmpty())
        return wrong;
    const QString name = m_form->typedName();
    const bool isTaken = name != m_storedName && m_session.profiles().rowOf(name) >= 0;
    return isTaken ? tr("Another profile is called “%1”.").arg(name) : QString();
}

void ProfilesPage::showState()
{
    const bool isNew = m_isEditing && m_storedName.isEmpty();
    const QString wrong = problem();
    m_stack->setCurrentIndex(m_isEditing ? 1 : 0);
    m_steps->setVisible(m_steps->isVisible() && m_isEditing);
    m_problem->setText(wrong);
    m_save->setEnabled(m_isEditing && wrong.isEmpty() && (m_isDirty || isNew));
    m_save->setToolTip(wrong.isEmpty() ? tr("Ctrl+S") : wrong);
    m_revert->setEnabled(m_isDirty || isNew);
    m_test->setEnabled(m_isEditing && m_form->problem().isEmpty());
    const bool hasStored = m_isEditing && !isNew;
    m_duplicate->setEnabled(hasStored);
    m_remove->setEnabled(hasStored && !m_session.isRunning());
    m_actions.setReady("profiles.save", m_save->isEnabled());
    m_actions.setReady("profiles.test", m_test->isEnabled());
}

void ProfilesPage::save()
{
    if (!m_save->isEnabled())
        return;
    const Status saved =
        m_session.saveProfile(m_form->profile(), m_storedName, m_form->keepPasswords());
    if (!saved.ok())
        return showErrorDialog(window(), saved.error());
    m_isDirty = false;
    selectRow(m_form->typedName());
}

void ProfilesPage::revert()
{
    m_isDirty = false;
    m_isEditing = false;
    const QString name = m_storedName.isEmpty() ? m_session.currentName() : m_storedName;
    selectRow(name);
    showState();
}

void ProfilesPage::removeSelected()
{
    Question question;
    question.title = tr("Remove the profile?");
    question.text =
        tr("“%1” and its stored passwords are removed from this machine. Both databases "
           "stay as they are.")
            .arg(m_storedName);
    question.verb = tr("Remove");
    question.environment = m_form->profile().environment;
    question.isDestructive = true;
    ask(window(), question, this, [this, name = m_storedName] {
        m_isDirty = false;
        m_isEditing = false;
        const Status removed = m_session.removeProfile(name);
        if (!removed.ok())
            showErrorDialog(window(), removed.error());
        showState();
    });
}

/// Tests the chosen pair, unless another profile is being edited: then that one is shown.
void ProfilesPage::testCurrent()
{
    m_navigator.show(id());
    selectRow(m_session.currentName());
    if (m_test->isEnabled())
        test();
}

void ProfilesPage::showSteps()
{
    m_scroll->widget()->layout()->activate();
    QScrollBar* bar = m_scroll->verticalScrollBar();
    bar->setValue(bar->maximum());
}

void ProfilesPage::test()
{
    m_steps->test(m_form->profileWithPasswords());
}

} // namespace causeway
