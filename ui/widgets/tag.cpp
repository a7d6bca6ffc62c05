// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tag.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace causeway {
namespace {

constexpr int kPadding = 8;
constexpr int kHeight = 20;

QFont pillFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.85);
    font.setBold(true);
    return font;
}

} // namespace

int pillWidth(const QFont& font, const QString& text)
{
    return QFontMetrics(pillFont(font)).horizontalAdvance(text) + 2 * kPadding;
}

void drawPill(QPainter& painter, const QRect& rect, const QString& text, const QColor& ground,
              const QColor& ink)
{
    const QFont font = pillFont(painter.font());
    const int width = pillWidth(painter.font(), text);
    const QRect pill(rect.left(), rect.center().y() - kHeight / 2 + 1, width, kHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, kHeight / 2.0, kHeight / 2.0);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(pill, Qt::AlignCenter, text);
    painter.restore();
}

Tag::Tag(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Tag::setEnvironment(Environment environment)
{
    m_isFilled = true;
    m_environment = environment;
    m_text = toText(environment);
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

void Tag::setText(const QString& text, Tone tone)
{
    m_isFilled = false;
    m_tone = tone;
    m_text = text;
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

QSize Tag::sizeHint() const
{
    return {pillWidth(font(), m_text), kHeight + 2};
}

void Tag::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensFor(palette());
    if (m_isFilled)
        drawPill(painter, rect(), m_text, colourOf(m_environment, tokens), tokens.onAccent);
    else
        drawPill(painter, rect(), m_text, tintOf(m_tone, tokens), inkOf(m_tone, tokens));
}

DirectionPicture::DirectionPicture(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DirectionPicture::setDirection(Direction direction)
{
    m_direction = direction;
    update();
}

void DirectionPicture::paintEvent(QPaintEvent*)
{
    const QString icon = m_direction == Direction::Both            ? QStringLiteral("both-ways")
                         : m_direction == Direction::RemoteToLocal ? QStringLiteral("to-right")
                                                                   : QStringLiteral("to-left");
    QPainter painter(this);
    themedIcon(icon).paint(&painter, rect().adjusted(8, 0, -8, 0));
}

} // namespace causeway
