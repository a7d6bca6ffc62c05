// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/side_form.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QSpinBox>

namespace causeway {
namespace {

QLineEdit* line(QWidget* parent, Side side, const char* field)
{
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(toText(side) % QLatin1Char('_') % QLatin1String(field));
    return edit;
}

} // namespace

SideForm::SideForm(Side side, QWidget* parent)
    : Translated<QFrame>(parent)
    , m_side(side)
    , m_title(plainLabel(this, side == Side::Remote ? "remote" : "local"))
    , m_host(line(this, side, "host"))
    , m_port(new QSpinBox(this))
    , m_socket(line(this, side, "socket"))
    , m_database(line(this, side, "database"))
    , m_user(line(this, side, "user"))
    , m_password(line(this, side, "password"))
    , m_passwordNote(plainLabel(this, "muted"))
    , m_tls(new QComboBox(this))
    , m_ca(line(this, side, "ca"))
{
    setLook(this, "card");
    build();
    for (const QLineEdit* edit : {m_host, m_socket, m_database, m_user, m_password, m_ca})
        connect(edit, &QLineEdit::textChanged, this, &SideForm::changed);
    connect(m_port, &QSpinBox::valueChanged, this, &SideForm::changed);
    connect(m_tls, &QComboBox::currentIndexChanged, this, &SideForm::changed);
    connect(this, &SideForm::changed, this, &SideForm::checkFields);
    languageChanged();
}

void SideForm::build()
{
    m_port->setObjectName(toText(m_side) % QStringLiteral("_port"));
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    m_tls->setObjectName(toText(m_side) % QStringLiteral("_tls"));
    for (const TlsMode mode : {TlsMode::Disabled, TlsMode::Preferred, TlsMode::Required,
                               TlsMode::VerifyCa, TlsMode::VerifyIdentity})
        m_tls->addItem(QString(), static_cast<int>(mode));
    m_tls->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_tls->setMinimumContentsLength(12);
    addPasswordEye();
    QAction* browse =
        m_ca->addAction(themedIcon(QStringLiteral("folder")), QLineEdit::TrailingPosition);
    connect(browse, &QAction::triggered, this, &SideForm::browseCa);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kTwo, space::kOne + 4, space::kTwo, space::kTwo);
    column->setSpacing(space::kOne);
    column->addWidget(m_title);
    auto* form = tight(new QGridLayout, space::kOne);
    form->setHorizontalSpacing(space::kTwo);
    form->setColumnStretch(1, 1);
    column->addLayout(form);
    addRow(form, QT_TR_NOOP("Host"), m_host);
    addRow(form, QT_TR_NOOP("Port"), m_port);
    addRow(form, QT_TR_NOOP("Socket"), m_socket);
    addRow(form, QT_TR_NOOP("Database"), m_database);
    addRow(form, QT_TR_NOOP("User"), m_user);
    addRow(form, QT_TR_NOOP("Password"), m_password);
    form->addWidget(m_passwordNote, form->rowCount(), 1);
    addRow(form, QT_TR_NOOP("TLS"), m_tls);
    addRow(form, QT_TR_NOOP("CA file"), m_ca);
    hintIn(m_host, QT_TR_NOOP("db1.example.com or 127.0.0.1"));
    hintIn(m_socket, QT_TR_NOOP("path of a UNIX socket, instead of host and port"));
    hintIn(m_ca, QT_TR_NOOP("the system's certificates"));
}

void SideForm::addRow(QGridLayout* form, const char* text, QWidget* field)
{
    auto* label = plainLabel(this);
    label->setBuddy(field);
    label->setMinimumWidth(72);
    say(label, text);
    name(field, text);
    const int row = form->rowCount();
    form->addWidget(label, row, 0, Qt::AlignVCenter);
    form->addWidget(field, row, 1);
}

void SideForm::addPasswordEye()
{
    m_password->setEchoMode(QLineEdit::Password);
    QAction* eye =
        m_password->addAction(themedIcon(QStringLiteral("eye")), QLineEdit::TrailingPosition);
    say([eye] { eye->setToolTip(tr("Show the password")); });
    connect(eye, &QAction::triggered, this, [this, eye] {
        const bool isHidden = m_password->echoMode() == QLineEdit::Password;
        m_password->setEchoMode(isHidden ? QLineEdit::Normal : QLineEdit::Password);
        eye->setIcon(themedIcon(isHidden ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    });
}

void SideForm::browseCa()
{
    auto* dialog = new QFileDialog(this, tr("CA certificate file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, m_ca, &QLineEdit::setText);
    dialog->open();
}

void SideForm::setConfig(const SideConfig& config)
{
    m_host->setText(config.host);
    m_port->setValue(config.port);
    m_socket->setText(config.socket);
    m_database->setText(config.database);
    m_user->setText(config.user);
    m_password->setText(config.password);
    m_tls->setCurrentIndex(m_tls->findData(static_cast<int>(config.tls)));
    m_ca->setText(config.tlsCa);
    setPasswordOrigin(SecretOrigin::None);
    checkFields();
}

SideConfig SideForm::config() const
{
    SideConfig config;
    config.host = m_host->text().trimmed();
    config.port = m_port->value();
    config.socket = m_socket->text().trimmed();
    config.database = m_database->text().trimmed();
    config.user = m_user->text().trimmed();
    config.password = m_password->text();
    config.tls = static_cast<TlsMode>(m_tls->currentData().toInt());
    config.tlsCa = m_ca->text().trimmed();
    return config;
}

QString SideForm::problem() const
{
    const SideConfig now = config();
    const QString side = words::of(m_side);
    if (now.host.isEmpty() && now.socket.isEmpty())
        return tr("The %1 side needs a host or a socket.").arg(side);
    if (now.database.isEmpty())
        return tr("The %1 side needs the name of its database.").arg(side);
    if (now.user.isEmpty())
        return tr("The %1 side needs a user.").arg(side);
    return {};
}

void SideForm::checkFields()
{
    const SideConfig now = config();
    const bool isPlaceless = now.host.isEmpty() && now.socket.isEmpty();
    setStyleProperty(m_host, "wrong", isPlaceless);
    setStyleProperty(m_database, "wrong", now.database.isEmpty());
    setStyleProperty(m_user, "wrong", now.user.isEmpty());
    m_port->setEnabled(now.socket.isEmpty());
    m_host->setEnabled(now.socket.isEmpty());
}

void SideForm::setPasswordOrigin(SecretOrigin origin)
{
    m_origin = origin;
    showOrigin();
}

void SideForm::showOrigin()
{
    QString note;
    switch (m_origin) {
    case SecretOrigin::None:
        note = tr("not stored");
        break;
    case SecretOrigin::Given:
        note = tr("kept for this session");
        break;
    case SecretOrigin::Environment:
        note = tr("from the environment");
        break;
    case SecretOrigin::Keychain:
        note = tr("in the keychain");
        break;
    case SecretOrigin::EnvFile:
        note = tr("from the .env file");
        break;
    }
    m_passwordNote->setText(note);
    m_password->setPlaceholderText(m_origin == SecretOrigin::None ? QString()
                                                                  : QStringLiteral("••••••••"));
}

void SideForm::languageChanged()
{
    m_title->setText(m_side == Side::Remote ? tr("Remote (MySQL)") : tr("Local (MariaDB)"));
    for (int i = 0; i < m_tls->count(); ++i)
        m_tls->setItemText(i, words::of(static_cast<TlsMode>(m_tls->itemData(i).toInt())));
    showOrigin();
}

} // namespace causeway
