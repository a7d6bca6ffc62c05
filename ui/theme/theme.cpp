// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QFont>
#include <QFontInfo>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QStyleFactory>

// A resource of a static library is linked only when something asks for it; the macro must stand
// outside of any namespace.
static void initConsoleResources()
{
    Q_INIT_RESOURCE(console);
}

namespace causeway {
namespace {

QPalette paletteOf(const Tokens& t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.header);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.bad);
    palette.setColor(QPalette::ToolTipBase, t.text);
    palette.setColor(QPalette::ToolTipText, t.surface);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Midlight, t.border);
    palette.setColor(QPalette::Mid, t.strongBorder);
    palette.setColor(QPalette::Dark, t.strongBorder);
    palette.setColor(QPalette::Shadow, t.muted);
    QColor faded = t.muted;
    faded.setAlpha(150);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.border);
    return palette;
}

/// Draws an icon's shape in a colour of the application's palette, at any size.
class TintedIconEngine final : public QIconEngine {
public:
    TintedIconEngine(QString path, bool onAccent)
        : m_path(std::move(path))
        , m_onAccent(onAccent)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap(rect.size() * ratio, mode, state));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor ink = inkFor(mode);
        const QString key = m_path % QString::number(size.width()) % ink.name(QColor::HexArgb);
        QPixmap drawn;
        if (QPixmapCache::find(key, &drawn))
            return drawn;
        drawn = QIcon(m_path).pixmap(size, 1.0);
        QPainter painter(&drawn);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(drawn.rect(), ink);
        painter.end();
        QPixmapCache::insert(key, drawn);
        return drawn;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new TintedIconEngine(*this); }

private:
    [[nodiscard]] QColor inkFor(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (m_onAccent || mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return tokensFor(palette).muted;
    }
    QString m_path;
    bool m_onAccent;
};

/// The desktop's own family first; rows hold Chinese in whatever language the window speaks.
void applyFont(int points)
{
    static const QString own = QFontInfo(QApplication::font()).family(); // a real one, no alias
    QFont font = QApplication::font();
    font.setFamilies(
        {own, QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei")});
    font.setPointSize(points);
    QApplication::setFont(font);
}

QString iconPath(const QString& name)
{
    return QStringLiteral(":/causeway/icons/") % name % QStringLiteral(".svg");
}

} // namespace

void applyTheme(QApplication& app, Scheme scheme, int points)
{
    initConsoleResources();
    const Tokens& tokens = tokensOf(scheme);
    app.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    app.setPalette(paletteOf(tokens));
    applyFont(points);
    app.setStyleSheet(styleSheetOf(tokens, points));
}

QIcon themedIcon(const QString& name)
{
    return QIcon(new TintedIconEngine(iconPath(name), false));
}

QIcon themedIconOnAccent(const QString& name)
{
    return QIcon(new TintedIconEngine(iconPath(name), true));
}

QIcon applicationIcon()
{
    initConsoleResources();
    return QIcon(iconPath(QStringLiteral("causeway")));
}

} // namespace causeway
