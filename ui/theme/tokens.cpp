// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

namespace causeway {
namespace {

Tokens lightTokens()
{
    Tokens t;
    t.window = QColor(0xf4f6f9);
    t.surface = QColor(0xffffff);
    t.header = QColor(0xf8fafc);
    t.border = QColor(0xe1e6ed);
    t.strongBorder = QColor(0xc5ceda);
    t.text = QColor(0x1c2733);
    t.muted = QColor(0x5c6b7a);
    t.accent = QColor(0x1f5fbf);
    t.accentHover = QColor(0x1a519f);
    t.accentSoft = QColor(0xe6effb);
    t.onAccent = QColor(0xffffff);
    t.remote = QColor(0x0b6e67);
    t.remoteSoft = QColor(0xdff3f1);
    t.local = QColor(0x9b2189);
    t.localSoft = QColor(0xf9e6f5);
    t.bad = QColor(0xb3261e);
    t.badSoft = QColor(0xfdeceb);
    t.edited = QColor(0x8a4b08);
    t.editedSoft = QColor(0xfdf1d8);
    t.good = QColor(0x1b7a3d);
    t.goodSoft = QColor(0xe4f5e9);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.window = QColor(0x171b21);
    t.surface = QColor(0x1f252d);
    t.header = QColor(0x252c35);
    t.border = QColor(0x333c47);
    t.strongBorder = QColor(0x4a5664);
    t.text = QColor(0xe6ebf1);
    t.muted = QColor(0x9fadbc);
    t.accent = QColor(0x6ba6f4);
    t.accentHover = QColor(0x8bbaf7);
    t.accentSoft = QColor(0x24384f);
    t.onAccent = QColor(0x0d1722);
    t.remote = QColor(0x55c8be);
    t.remoteSoft = QColor(0x17393a);
    t.local = QColor(0xe58ad6);
    t.localSoft = QColor(0x432440);
    t.bad = QColor(0xf28b82);
    t.badSoft = QColor(0x4a2422);
    t.edited = QColor(0xf0b95a);
    t.editedSoft = QColor(0x453616);
    t.good = QColor(0x6fcf8f);
    t.goodSoft = QColor(0x1c3c28);
    return t;
}

} // namespace

const Tokens& tokensOf(Scheme scheme)
{
    static const Tokens light = lightTokens();
    static const Tokens dark = darkTokens();
    return scheme == Scheme::Light ? light : dark;
}

const Tokens& tokensFor(const QPalette& palette)
{
    const bool isDark = palette.color(QPalette::Window).lightness() < 128;
    return tokensOf(isDark ? Scheme::Dark : Scheme::Light);
}

QColor inkOf(Tone tone, const Tokens& tokens)
{
    switch (tone) {
    case Tone::Plain:
        return tokens.text;
    case Tone::Quiet:
        return tokens.muted;
    case Tone::Good:
        return tokens.good;
    case Tone::Warning:
    case Tone::Edited:
        return tokens.edited;
    case Tone::Bad:
    case Tone::Conflict:
        return tokens.bad;
    case Tone::Remote:
        return tokens.remote;
    case Tone::Local:
        return tokens.local;
    }
    return tokens.text;
}

QColor tintOf(Tone tone, const Tokens& tokens)
{
    switch (tone) {
    case Tone::Plain:
    case Tone::Quiet:
        return tokens.header;
    case Tone::Good:
        return tokens.goodSoft;
    case Tone::Warning:
    case Tone::Edited:
        return tokens.editedSoft;
    case Tone::Bad:
    case Tone::Conflict:
        return tokens.badSoft;
    case Tone::Remote:
        return tokens.remoteSoft;
    case Tone::Local:
        return tokens.localSoft;
    }
    return tokens.header;
}

QColor colourOf(Environment environment, const Tokens& tokens)
{
    switch (environment) {
    case Environment::Dev:
        return tokens.good;
    case Environment::Test:
        return tokens.edited;
    case Environment::Prod:
        return tokens.bad;
    case Environment::Demo:
        return tokens.accent;
    }
    return tokens.muted;
}

} // namespace causeway
