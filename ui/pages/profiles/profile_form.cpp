// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/profile_form.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/pages/profiles/side_form.h"
#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>

namespace causeway {
namespace {

void fillOptions(QComboBox* box, const QVariantList& options)
{
    const QVariant chosen = box->currentData();
    const QSignalBlocker quiet(box);
    box->clear();
    for (const QVariant& option : options) {
        const auto shown = option.value<GridOption>();
        box->addItem(shown.text, shown.value);
    }
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

} // namespace

ProfileForm::ProfileForm(QWidget* parent)
    : Translated<QWidget>(parent)
    , m_name(new QLineEdit(this))
    , m_environment(new QComboBox(this))
    , m_direction(new QComboBox(this))
    , m_type(new QComboBox(this))
    , m_readOnly(new QCheckBox(this))
    , m_keep(new QCheckBox(this))
    , m_remote(new SideForm(Side::Remote, this))
    , m_local(new SideForm(Side::Local, this))
{
    m_name->setObjectName(QStringLiteral("profileName"));
    m_environment->setObjectName(QStringLiteral("profileEnvironment"));
    m_direction->setObjectName(QStringLiteral("profileDirection"));
    m_type->setObjectName(QStringLiteral("profileType"));
    m_readOnly->setObjectName(QStringLiteral("profileReadOnly"));
    m_keep->setObjectName(QStringLiteral("keepPasswords"));
    build();
    for (SideForm* side : {m_remote, m_local})
        connect(side, &SideForm::changed, this, &ProfileForm::changed);
    for (QComboBox* box : {m_environment, m_direction, m_type})
        connect(box, &QComboBox::currentIndexChanged, this, &ProfileForm::changed);
    connect(m_name, &QLineEdit::textChanged, this, &ProfileForm::changed);
    connect(m_readOnly, &QCheckBox::toggled, this, &ProfileForm::changed);
}

void ProfileForm::build()
{
    for (const Environment environment :
         {Environment::Dev, Environment::Test, Environment::Prod, Environment::Demo})
        m_environment->addItem(toText(environment), static_cast<int>(environment));
    auto* grid = tight(new QGridLayout(this), space::kOne);
    grid->setVerticalSpacing(space::kOne);
    grid->setHorizontalSpacing(space::kTwo);
    struct Field {
        const char* text;
        QWidget* widget;
    };
    const std::array<Field, 4> fields{Field{QT_TR_NOOP("Name"), m_name},
                                      Field{QT_TR_NOOP("Environment"), m_environment},
                                      Field{QT_TR_NOOP("Default direction"), m_direction},
                                      Field{QT_TR_NOOP("Default type"), m_type}};
    for (QComboBox* box : {m_environment, m_direction, m_type})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (int i = 0; i < 4; ++i) {
        const Field& field = fields[static_cast<std::size_t>(i)];
        auto* label = plainLabel(this, "muted");
        label->setBuddy(field.widget);
        say(label, field.text);
        name(field.widget, field.text);
        grid->addWidget(label, 0, i);
        grid->addWidget(field.widget, 1, i);
        grid->setColumnStretch(i, 1);
    }
    grid->addWidget(m_remote, 2, 0, 1, 2);
    grid->addWidget(m_local, 2, 2, 1, 2);
    grid->addWidget(m_readOnly, 3, 0, 1, 2);
    grid->addWidget(m_keep, 3, 2, 1, 2);
    grid->setRowMinimumHeight(2, space::kOne);
    say(m_readOnly, QT_TR_NOOP("Read-only: nothing is written to either side"));
    m_keep->setEnabled(SecretStore::mayBeAvailable());
    m_keep->setChecked(m_keep->isEnabled());
    say(m_keep, m_keep->isEnabled()
                    ? QT_TR_NOOP("Keep passwords in the keychain")
                    : QT_TR_NOOP("No keychain here: passwords are kept for this session"));
    languageChanged();
}

void ProfileForm::languageChanged()
{
    fillOptions(m_direction, words::directionOptions());
    fillOptions(m_type, words::syncTypeOptions());
}

void ProfileForm::setProfile(const Profile& profile)
{
    const QSignalBlocker quiet(this);
    m_profile = profile;
    m_known = {};
    m_name->setText(profile.name);
    m_environment->setCurrentIndex(m_environment->findData(static_cast<int>(profile.environment)));
    m_direction->setCurrentIndex(
        m_direction->findData(static_cast<int>(profile.defaults.direction)));
    m_type->setCurrentIndex(m_type->findData(static_cast<int>(profile.defaults.type)));
    m_readOnly->setChecked(profile.readOnly);
    m_remote->setConfig(profile.remote);
    m_local->setConfig(profile.local);
}

Profile ProfileForm::profile() const
{
    Profile profile = m_profile;
    profile.name = typedName();
    profile.environment = static_cast<Environment>(m_environment->currentData().toInt());
    profile.defaults.direction = static_cast<Direction>(m_direction->currentData().toInt());
    profile.defaults.type = static_cast<SyncType>(m_type->currentData().toInt());
    profile.readOnly = m_readOnly->isChecked();
    profile.remote = m_remote->config();
    profile.local = m_local->config();
    return profile;
}

Profile ProfileForm::profileWithPasswords() const
{
    Profile full = profile();
    for (const Side side : {Side::Remote, Side::Local}) {
        if (full.side(side).password.isEmpty())
            full.side(side).password = m_known.profile.side(side).password;
    }
    return full;
}

void ProfileForm::setKnown(const ResolvedProfile& known)
{
    m_known = known;
    m_remote->setPasswordOrigin(known.origin(Side::Remote));
    m_local->setPasswordOrigin(known.origin(Side::Local));
}

bool ProfileForm::keepPasswords() const
{
    return m_keep->isEnabled() && m_keep->isChecked();
}

QString ProfileForm::typedName() const
{
    return m_name->text().trimmed();
}

QString ProfileForm::problem() const
{
    if (typedName().isEmpty())
        return tr("The profile needs a name.");
    const QString remote = m_remote->problem();
    if (!remote.isEmpty())
        return remote;
    const QString local = m_local->problem();
    if (!local.isEmpty())
        return local;
    SideConfig one = m_remote->config();
    SideConfig other = m_local->config();
    const bool isSamePlace = one.host == other.host && one.port == other.port &&
                             one.socket == other.socket && one.database == other.database;
    return isSamePlace ? tr("Both sides name the same database.") : QString();
}

} // namespace causeway
