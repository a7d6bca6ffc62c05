// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/display_text.h"

#include <QList>

#include <algorithm>
#include <array>
#include <iterator>

namespace causeway::ctl {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Unicode's East Asian Wide and Fullwidth blocks, and the emoji that terminals draw two columns
// wide.
constexpr std::array kWide{
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x23E9, 0x23EC},
    Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},   Range{0x2648, 0x2653},
    Range{0x26AA, 0x26AB},   Range{0x26BD, 0x26BE},   Range{0x2705, 0x2705},
    Range{0x2728, 0x2728},   Range{0x274C, 0x274C},   Range{0x2753, 0x2755},
    Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},
    Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},   Range{0xA960, 0xA97F},
    Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
    Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F004, 0x1F004},
    Range{0x1F0CF, 0x1F0CF}, Range{0x1F18E, 0x1F19A}, Range{0x1F200, 0x1F320},
    Range{0x1F32D, 0x1F64F}, Range{0x1F680, 0x1F6FF}, Range{0x1F7E0, 0x1F7EB},
    Range{0x1F90C, 0x1F9FF}, Range{0x1FA70, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};

bool isWide(char32_t c)
{
    const auto after =
        std::upper_bound(kWide.begin(), kWide.end(), c,
                         [](char32_t value, const Range& range) { return value < range.first; });
    return after != kWide.begin() && c <= std::prev(after)->last;
}

int widthOf(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ||
        category == QChar::Other_Format)
        return 0;
    return isWide(c) ? 2 : 1;
}

bool changesDirection(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
           c == 0x200F;
}

/// What stands for @p c on a terminal; 0 for nothing.
char32_t visible(char32_t c)
{
    if (c < 0x20)
        return 0x2400 + c; // the symbol of that control character
    if (c == 0x7F)
        return 0x2421;
    return (c >= 0x80 && c <= 0x9F) || changesDirection(c) || c == 0x2028 || c == 0x2029 ? 0 : c;
}

QString cleaned(const QString& text, bool keepLineBreaks)
{
    QString result;
    result.reserve(text.size());
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        if (point == '\n' && keepLineBreaks)
            result += QLatin1Char('\n');
        else if (const char32_t shown = visible(point); shown != 0)
            result += QString::fromUcs4(&shown, 1);
    }
    return result;
}

} // namespace

QString oneLine(const QString& text)
{
    return cleaned(text, false);
}

QString severalLines(const QString& text)
{
    return cleaned(text, true);
}

int displayWidth(const QString& text)
{
    int width = 0;
    const QList<uint> points = text.toUcs4();
    for (const uint point : points)
        width += widthOf(point);
    return width;
}

QString elided(const QString& text, int width)
{
    if (displayWidth(text) <= width)
        return text;
    QString result;
    int used = 1; // of the ellipsis
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        const char32_t c = point;
        used += widthOf(c);
        if (used > width)
            break;
        result += QString::fromUcs4(&c, 1);
    }
    return result + QChar(0x2026);
}

QByteArray terminalSafeJson(const QByteArray& json)
{
    QByteArray result;
    result.reserve(json.size());
    for (qsizetype at = 0; at < json.size(); ++at) {
        const auto byte = static_cast<unsigned char>(json[at]);
        const auto next = at + 1 < json.size() ? static_cast<unsigned char>(json[at + 1]) : 0U;
        if (byte == 0x7F) {
            result += "\\u007f";
        } else if (byte == 0xC2 && next >= 0x80 && next <= 0x9F) {
            result += "\\u00" + QByteArray::number(next, 16);
            ++at;
        } else {
            result += json[at];
        }
    }
    return result;
}

} // namespace causeway::ctl
