// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/error_card.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/picture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace causeway {
namespace {

const QString kAfterSide = QStringLiteral(" · ");

std::array<QString, 2> sideWords()
{
    return {words::of(Side::Remote), words::of(Side::Local)};
}

} // namespace

ErrorCard::ErrorCard(QWidget* parent)
    : Translated<QFrame>(parent)
    , m_code(plainLabel(this, "bad", true))
    , m_message(wrappedLabel(this))
    , m_safe(wrappedLabel(this, "muted"))
    , m_hint(wrappedLabel(this))
    , m_buttons(tight(new QHBoxLayout, space::kOne))
{
    setObjectName(QStringLiteral("errorCard"));
    m_message->setObjectName(QStringLiteral("errorMessage"));
    m_safe->setObjectName(QStringLiteral("errorSafe"));
    m_hint->setObjectName(QStringLiteral("errorHint"));
    m_code->setObjectName(QStringLiteral("errorCode"));
    auto* picture = new Picture(QStringLiteral("warning"), 20, this);
    auto* copy = button(this, "copyErrorDetails", QStringLiteral("copy"));
    say(copy, QT_TR_NOOP("Copy details"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(details()); });
    auto* head = tight(new QHBoxLayout, space::kOne);
    head->addWidget(picture);
    head->addWidget(m_code, 1);
    m_buttons->addStretch(1);
    m_buttons->addWidget(copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kTwo, space::kOne + 4, space::kTwo, space::kOne + 4);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_message);
    column->addWidget(m_safe);
    column->addWidget(m_hint);
    column->addLayout(m_buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

ErrorCard::ErrorCard(const Error& error, const QString& subject, QWidget* parent)
    : ErrorCard(parent)
{
    showError(error, subject);
}

void ErrorCard::showError(const Error& error, const QString& subject)
{
    const std::pair<Error, QString> given(error, subject);
    if (m_error && m_given == given)
        return show(); // the same again: words and buttons stay
    m_given = given;
    m_error = error;
    m_subject = subject;
    m_sideWords = sideWords();
    fill();
    show();
}

void ErrorCard::clear()
{
    m_error.reset();
    hide();
}

void ErrorCard::offerRemedies()
{
    m_offersRemedies = true;
    fillRemedies();
}

void ErrorCard::offerRetry()
{
    m_retry = button(this, "tryAgain", QStringLiteral("sync"));
    say(m_retry, QT_TR_NOOP("Try again"));
    m_buttons->insertWidget(0, m_retry);
    connect(m_retry, &QPushButton::clicked, this, &ErrorCard::retryWanted);
    fillRemedies();
}

void ErrorCard::fillRemedies()
{
    for (QPushButton* old : m_remedies) {
        old->hide();
        old->deleteLater();
    }
    m_remedies.clear();
    if (!m_offersRemedies || !m_error)
        return;
    const int first = m_retry ? 1 : 0;
    for (const Remedy remedy : remediesFor(*m_error)) {
        if (m_retry && remedy == Remedy::RunAgain)
            continue;
        QPushButton* made = button(this, objectNameOf(remedy).toLatin1().constData(), {},
                                   remedy == Remedy::AllowDeletes ? "danger" : nullptr);
        made->setText(textOf(remedy));
        m_buttons->insertWidget(first + static_cast<int>(m_remedies.size()), made);
        m_remedies.push_back(made);
        connect(made, &QPushButton::clicked, this,
                [this, remedy] { emit remedyWanted(remedy, m_subject); });
    }
}

void ErrorCard::fill()
{
    if (!m_error)
        return;
    const QString code = errorCodeText(m_error->code);
    m_code->setText(m_subject.isEmpty() ? code : code % QStringLiteral(" · ") % m_subject);
    m_message->setText(m_error->message());
    const QString safe = safetyAfter(*m_error);
    m_safe->setText(safe);
    m_safe->setVisible(!safe.isEmpty());
    m_hint->setText(tr("Next step: %1").arg(m_error->hint()));
    m_hint->setVisible(!m_error->hint().isEmpty());
    fillRemedies();
}

/// The name of a side was put into words when the error happened: says it in this language.
void ErrorCard::reword()
{
    const std::array<QString, 2> now = sideWords();
    for (std::size_t i = 0; i < now.size(); ++i) {
        const QString before = m_sideWords[i] % kAfterSide;
        for (QString* text : {&m_error->what, &m_subject}) {
            if (text->startsWith(before))
                text->replace(0, before.size(), now[i] % kAfterSide);
        }
    }
    m_sideWords = now;
}

void ErrorCard::languageChanged()
{
    if (!m_error)
        return;
    reword();
    fill();
    if (m_retry && !m_error->detail.isEmpty())
        emit retryWanted(); // a sentence about this very case comes anew in this language
}

QString ErrorCard::details() const
{
    if (!m_error)
        return {};
    QStringList lines{m_code->text(), m_error->message()};
    if (m_error->serverCode != 0)
        lines << QStringLiteral("%1 (%2)").arg(m_error->serverCode).arg(m_error->sqlState);
    lines << m_error->hint() << QStringLiteral("Causeway " CAUSEWAY_VERSION);
    return lines.join(QLatin1Char('\n'));
}

} // namespace causeway
