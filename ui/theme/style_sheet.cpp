// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <vector>

namespace causeway {
namespace {

struct Name {
    QString placeholder;
    QColor colour;
};

std::vector<Name> namesOf(const Tokens& t)
{
    QColor faded = t.muted;
    faded.setAlpha(150);
    return {
        {QStringLiteral("@window"), t.window},
        {QStringLiteral("@surface"), t.surface},
        {QStringLiteral("@header"), t.header},
        {QStringLiteral("@border"), t.border},
        {QStringLiteral("@strongBorder"), t.strongBorder},
        {QStringLiteral("@text"), t.text},
        {QStringLiteral("@muted"), t.muted},
        {QStringLiteral("@faded"), faded},
        {QStringLiteral("@accent"), t.accent},
        {QStringLiteral("@accentHover"), t.accentHover},
        {QStringLiteral("@accentSoft"), t.accentSoft},
        {QStringLiteral("@onAccent"), t.onAccent},
        {QStringLiteral("@remote"), t.remote},
        {QStringLiteral("@remoteSoft"), t.remoteSoft},
        {QStringLiteral("@local"), t.local},
        {QStringLiteral("@localSoft"), t.localSoft},
        {QStringLiteral("@bad"), t.bad},
        {QStringLiteral("@badSoft"), t.badSoft},
        {QStringLiteral("@edited"), t.edited},
        {QStringLiteral("@editedSoft"), t.editedSoft},
        {QStringLiteral("@good"), t.good},
        {QStringLiteral("@goodSoft"), t.goodSoft},
    };
}

/// Text that stands out, by its share of the ordinary size.
struct Size {
    const char* placeholder;
    double share;
};
constexpr std::array<Size, 3> kSizes{Size{"@titleSize", 1.6}, Size{"@headingSize", 1.1},
                                     Size{"@numberSize", 1.8}};

QString cssColour(const QColor& colour)
{
    return QStringLiteral("rgba(%1, %2, %3, %4)")
        .arg(colour.red())
        .arg(colour.green())
        .arg(colour.blue())
        .arg(colour.alpha());
}

} // namespace

QString styleSheetOf(const Tokens& tokens, int points)
{
    QFile file(QStringLiteral(":/causeway/console.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    std::vector<Name> names = namesOf(tokens);
    // Longest first: one placeholder may be the beginning of another.
    std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
        return a.placeholder.size() > b.placeholder.size();
    });
    for (const Name& name : names)
        sheet.replace(name.placeholder, cssColour(name.colour));
    for (const auto& [placeholder, share] : kSizes)
        sheet.replace(QLatin1String(placeholder), QString::number(qRound(share * points)) % u"pt");
    return sheet;
}

} // namespace causeway
