// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conflicts/field_diff.h"

#include "models/text_diff.h"
#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"

#include <QLabel>

namespace causeway {
namespace {

constexpr qsizetype kShown = 600; // characters of a value; the rest is only counted

QString html(const QString& side, const std::vector<DiffPiece>& pieces, Tone tone,
             const Tokens& tokens)
{
    QString text = QStringLiteral("<b style='color:%1'>%2</b>&nbsp; ")
                       .arg(inkOf(tone, tokens).name(), side.toHtmlEscaped());
    qsizetype shown = 0;
    for (const DiffPiece& piece : pieces) {
        QString inside = piece.text.left(std::max<qsizetype>(0, kShown - shown)).toHtmlEscaped();
        shown += piece.text.size();
        inside.replace(u'\n', QStringLiteral("↵<br>"));
        text += piece.isCommon
                    ? inside
                    : QStringLiteral("<u style='background:%1;color:%2'>%3</u>")
                          .arg(tintOf(tone, tokens).name(), inkOf(tone, tokens).name(), inside);
    }
    return shown > kShown ? text % QStringLiteral("…") : text;
}

} // namespace

FieldDiff::FieldDiff(QWidget* parent)
    : Translated<QFrame>(parent)
    , m_remote(wrappedLabel(this))
    , m_local(wrappedLabel(this))
{
    setObjectName(QStringLiteral("fieldDiff"));
    setLook(this, "card");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kOne + 4, space::kOne, space::kOne + 4, space::kOne);
    column->setSpacing(space::kHalf);
    for (QLabel* label : {m_remote, m_local}) {
        label->setTextFormat(Qt::RichText); // of escaped values only
        column->addWidget(label);
    }
    m_remote->setObjectName(QStringLiteral("diffRemote"));
    m_local->setObjectName(QStringLiteral("diffLocal"));
    hide();
}

void FieldDiff::showValues(const QString& remote, const QString& local)
{
    m_remoteValue = remote;
    m_localValue = local;
    const Tokens& tokens = tokensFor(palette());
    const TextDiff diff = diffText(remote, local);
    m_remote->setText(html(words::of(Side::Remote), diff.first, Tone::Remote, tokens));
    m_local->setText(html(words::of(Side::Local), diff.second, Tone::Local, tokens));
    show();
}

void FieldDiff::clear()
{
    hide();
}

void FieldDiff::languageChanged()
{
    if (!isHidden())
        showValues(m_remoteValue, m_localValue);
}

} // namespace causeway
