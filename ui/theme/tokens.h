// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/record_table_model.h"
#include "sync/profile/profile.h"

#include <QColor>
#include <QPalette>

namespace causeway {

/// The colours of the console by what they mean. One set per colour scheme.
struct Tokens {
    QColor window;
    QColor surface;
    QColor header; ///< table headers, quiet panels
    QColor border;
    QColor strongBorder;
    QColor text;
    QColor muted;
    QColor accent;
    QColor accentHover;
    QColor accentSoft;
    QColor onAccent;
    QColor remote;
    QColor remoteSoft;
    QColor local;
    QColor localSoft;
    QColor bad;
    QColor badSoft;
    QColor edited;
    QColor editedSoft;
    QColor good;
    QColor goodSoft;
};

/// Distances in pixels; everything stands on a grid of 8.
namespace space {
constexpr int kHalf = 4;
constexpr int kOne = 8;
constexpr int kTwo = 16;
constexpr int kThree = 24;
} // namespace space

enum class Scheme { Light, Dark };

[[nodiscard]] const Tokens& tokensOf(Scheme scheme);
/// The tokens that go with @p palette.
[[nodiscard]] const Tokens& tokensFor(const QPalette& palette);

/// Text colour and background tint of a tone.
[[nodiscard]] QColor inkOf(Tone tone, const Tokens& tokens);
[[nodiscard]] QColor tintOf(Tone tone, const Tokens& tokens);
/// Colour of an environment's tag.
[[nodiscard]] QColor colourOf(Environment environment, const Tokens& tokens);

} // namespace causeway
