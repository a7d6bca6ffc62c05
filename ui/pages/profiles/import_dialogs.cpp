// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/import_dialogs.h"

#include "sync/profile/connection_url.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

namespace causeway {
namespace {

constexpr int kWidth = 560;

bool isUrl(const QString& text)
{
    return text.startsWith(QLatin1String("mysql://")) ||
           text.startsWith(QLatin1String("mariadb://"));
}

} // namespace

UrlImportDialog::UrlImportDialog(QWidget* parent)
    : Translated<QDialog>(parent)
    , m_remote(new QLineEdit(this))
    , m_local(new QLineEdit(this))
    , m_problem(wrappedLabel(this, "muted"))
    , m_import(button(this, "importUrlAccept", {}, "primary"))
{
    setObjectName(QStringLiteral("urlImportDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(kWidth);
    m_remote->setObjectName(QStringLiteral("remoteUrl"));
    m_local->setObjectName(QStringLiteral("localUrl"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kOne);
    auto* remoteLabel = plainLabel(this);
    auto* localLabel = plainLabel(this);
    say([this] { setWindowTitle(tr("Import from URLs")); });
    say(remoteLabel, QT_TR_NOOP("Remote"));
    say(localLabel, QT_TR_NOOP("Local"));
    const QString example = QStringLiteral("mysql://user:password@host:3306/database");
    m_remote->setPlaceholderText(example);
    m_local->setPlaceholderText(example);
    column->addWidget(remoteLabel);
    column->addWidget(m_remote);
    column->addWidget(localLabel);
    column->addWidget(m_local);
    column->addWidget(m_problem);
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    auto* cancel = button(this, "dialogCancel");
    say(cancel, QT_TR_NOOP("Cancel"));
    say(m_import, QT_TR_NOOP("Import"));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_import);
    column->addLayout(buttons);
    const QString clip = QGuiApplication::clipboard()->text().trimmed();
    if (isUrl(clip))
        m_remote->setText(clip);
    connect(m_remote, &QLineEdit::textChanged, this, &UrlImportDialog::check);
    connect(m_local, &QLineEdit::textChanged, this, &UrlImportDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &UrlImportDialog::choose);
    check();
}

void UrlImportDialog::check()
{
    QString problem;
    for (const QLineEdit* edit : {m_remote, m_local}) {
        const auto side = parseConnectionUrl(edit->text().trimmed());
        if (!side.ok() && problem.isEmpty())
            problem = edit->text().isEmpty() ? tr("Both URLs are needed.") : side.error().message();
    }
    m_problem->setText(problem);
    m_import->setEnabled(problem.isEmpty());
}

void UrlImportDialog::choose()
{
    const auto remote = parseConnectionUrl(m_remote->text().trimmed());
    const auto local = parseConnectionUrl(m_local->text().trimmed());
    if (!remote.ok() || !local.ok())
        return;
    emit chosen(remote.value(), local.value());
    accept();
}

} // namespace causeway
