// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "sync/core/enums.h"
#include "sync/profile/profile.h"

#include <QWidget>

namespace causeway {

/// A word on a coloured pill: an environment (DEV, PROD), a badge. Colour and word together.
class Tag final : public QWidget {
    Q_OBJECT
public:
    explicit Tag(QWidget* parent = nullptr);

    void setEnvironment(Environment environment);
    /// A soft pill in the colours of @p tone.
    void setText(const QString& text, Tone tone);
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone = Tone::Plain;
    bool m_isFilled = false;
    Environment m_environment = Environment::Dev;
};

/// "remote ⇄ local" as a picture: two data stores and which way rows go.
class DirectionPicture final : public QWidget {
    Q_OBJECT
public:
    explicit DirectionPicture(QWidget* parent = nullptr);
    void setDirection(Direction direction);
    [[nodiscard]] QSize sizeHint() const override { return {40, 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Direction m_direction = Direction::Both;
};

/// Width of a pill for @p text, drawn with @p font.
[[nodiscard]] int pillWidth(const QFont& font, const QString& text);
/// Draws @p text on a pill within @p rect, at its left, vertically centred.
void drawPill(QPainter& painter, const QRect& rect, const QString& text, const QColor& ground,
              const QColor& ink);

} // namespace causeway
