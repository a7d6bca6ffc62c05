// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conflicts/field_diff.h"

#include "models/cell_views.h"
#include "models/text_diff.h"
#include "models/words.h"
#include "sync/row/row_json.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QLabel>

#include <algorithm>

namespace causeway {
namespace {

constexpr qsizetype kHexBytes = 256;
constexpr qsizetype kShown = 1200; // characters of a value; the rest is only counted

/// The name of a side, before its value; above it when the value is laid out in lines.
QString head(const QString& side, Tone tone, const Tokens& tokens, bool isLaidOut)
{
    return QStringLiteral("<b style='color:%1'>%2</b>%3")
        .arg(inkOf(tone, tokens).name(), side.toHtmlEscaped(),
             isLaidOut ? QStringLiteral("<br>") : QStringLiteral("&nbsp; "));
}

QString html(const std::vector<DiffPiece>& pieces, Tone tone, const Tokens& tokens, bool isLaidOut)
{
    QString text;
    qsizetype shown = 0;
    for (const DiffPiece& piece : pieces) {
        QString inside = piece.text.left(std::max<qsizetype>(0, kShown - shown)).toHtmlEscaped();
        shown += piece.text.size();
        if (isLaidOut)
            inside.replace(u' ', QStringLiteral("&nbsp;"));
        inside.replace(u'\n', isLaidOut ? QStringLiteral("<br>") : QStringLiteral("↵<br>"));
        text += piece.isCommon
                    ? inside
                    : QStringLiteral("<u style='background:%1;color:%2'>%3</u>")
                          .arg(tintOf(tone, tokens).name(), inkOf(tone, tokens).name(), inside);
    }
    if (shown > kShown)
        text += QStringLiteral("…");
    static const QString fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    return isLaidOut ? QStringLiteral("<span style='font-family:\"%1\",monospace'>%2</span>")
                           .arg(fixed.toHtmlEscaped(), text)
                     : text;
}

} // namespace

FieldDiff::FieldDiff(QWidget* parent)
    : Translated<QFrame>(parent)
    , m_remote(wrappedLabel(this))
    , m_local(wrappedLabel(this))
    , m_view(new QComboBox(this))
{
    setObjectName(QStringLiteral("fieldDiff"));
    setLook(this, "card");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kOne + 4, space::kOne, space::kOne + 4, space::kOne);
    column->setSpacing(space::kHalf);
    m_view->setObjectName(QStringLiteral("valueView"));
    name(m_view, QT_TR_NOOP("Show the values as"));
    column->addWidget(m_view, 0, Qt::AlignLeft);
    say([this] {
        const int chosen = std::max(0, m_view->currentIndex());
        const QSignalBlocker quiet(m_view);
        m_view->clear();
        m_view->addItems({tr("Text"), tr("JSON, indented"), tr("Bytes (hex)")});
        m_view->setCurrentIndex(chosen);
    });
    connect(m_view, &QComboBox::currentIndexChanged, this, &FieldDiff::showNow);
    for (QLabel* label : {m_remote, m_local}) {
        label->setTextFormat(Qt::RichText); // of escaped values only
        column->addWidget(label);
    }
    m_remote->setObjectName(QStringLiteral("diffRemote"));
    m_local->setObjectName(QStringLiteral("diffLocal"));
    hide();
}

void FieldDiff::showValues(const std::optional<Cell>& remote, const std::optional<Cell>& local)
{
    m_remoteValue = remote;
    m_localValue = local;
    showNow();
    show();
}

QString FieldDiff::textOf(const std::optional<Cell>& cell) const
{
    if (!cell)
        return QStringLiteral("—");
    const int view = m_view->currentIndex();
    if (*cell && view == AsHex)
        return hexDump(**cell, kHexBytes);
    const QString json = *cell && view == AsJson ? indentedJson(**cell) : QString();
    return json.isEmpty() ? cellToDisplay(*cell) : json;
}

void FieldDiff::showNow()
{
    const bool isLaidOut = m_view->currentIndex() != AsText;
    const Tokens& tokens = tokensFor(palette());
    const TextDiff diff = diffText(textOf(m_remoteValue), textOf(m_localValue));
    m_remote->setText(head(words::of(Side::Remote), Tone::Remote, tokens, isLaidOut) %
                      html(diff.first, Tone::Remote, tokens, isLaidOut));
    m_local->setText(head(words::of(Side::Local), Tone::Local, tokens, isLaidOut) %
                     html(diff.second, Tone::Local, tokens, isLaidOut));
}

void FieldDiff::clear()
{
    hide();
}

void FieldDiff::languageChanged()
{
    if (!isHidden())
        showNow();
}

} // namespace causeway
