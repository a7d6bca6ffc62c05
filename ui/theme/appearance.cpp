// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QSettings>

#include <algorithm>

namespace causeway {
namespace {

const QString kScheme = QStringLiteral("appearance/scheme");
const QString kPoints = QStringLiteral("appearance/fontPoints");

SchemeChoice storedChoice()
{
    const QString stored = QSettings().value(kScheme).toString();
    if (stored == QLatin1String("light"))
        return SchemeChoice::Light;
    return stored == QLatin1String("dark") ? SchemeChoice::Dark : SchemeChoice::System;
}

QString nameOf(SchemeChoice choice)
{
    switch (choice) {
    case SchemeChoice::Light:
        return QStringLiteral("light");
    case SchemeChoice::Dark:
        return QStringLiteral("dark");
    case SchemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

/// Qt 6.4 does not tell the desktop's scheme; the palette it starts with does. It is ours later,
/// so it is looked at once.
Scheme systemScheme()
{
    static const bool isDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return isDark ? Scheme::Dark : Scheme::Light;
}

} // namespace

Appearance::Appearance(QObject* parent)
    : QObject(parent)
    , m_choice(storedChoice())
    , m_points(
          std::clamp(QSettings().value(kPoints, kDefaultPoints).toInt(), kMinPoints, kMaxPoints))
{
    static_cast<void>(systemScheme());
    apply();
}

Scheme Appearance::scheme() const
{
    if (m_choice == SchemeChoice::System)
        return systemScheme();
    return m_choice == SchemeChoice::Dark ? Scheme::Dark : Scheme::Light;
}

void Appearance::useScheme(SchemeChoice choice, bool remember)
{
    m_choice = choice;
    if (remember)
        QSettings().setValue(kScheme, nameOf(choice));
    apply();
}

void Appearance::usePoints(int points)
{
    m_points = std::clamp(points, kMinPoints, kMaxPoints);
    QSettings().setValue(kPoints, m_points);
    apply();
}

void Appearance::apply()
{
    if (auto* app = qobject_cast<QApplication*>(QCoreApplication::instance()))
        applyTheme(*app, scheme(), m_points);
    emit changed();
}

} // namespace causeway
