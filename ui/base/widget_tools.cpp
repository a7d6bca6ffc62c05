// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/widget_tools.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStyle>
#include <QVariant>

namespace causeway {

void setStyleProperty(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void setLook(QWidget* widget, const char* look)
{
    setStyleProperty(widget, "look", QString::fromLatin1(look));
}

QLabel* plainLabel(QWidget* parent, const char* look, bool selectable)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    if (look)
        setLook(label, look);
    if (selectable)
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QLabel* wrappedLabel(QWidget* parent, const char* look)
{
    QLabel* label = plainLabel(parent, look, true);
    label->setWordWrap(true);
    return label;
}

QPushButton* button(QWidget* parent, const char* objectName, const QString& icon, const char* look)
{
    auto* made = new QPushButton(parent);
    made->setObjectName(QLatin1String(objectName));
    const bool isFilled = look && (qstrcmp(look, "primary") == 0 || qstrcmp(look, "danger") == 0);
    if (!icon.isEmpty())
        made->setIcon(isFilled ? themedIconOnAccent(icon) : themedIcon(icon));
    if (look)
        setLook(made, look);
    made->setAutoDefault(false);
    return made;
}

void rememberSplitter(QSplitter* splitter, const char* name)
{
    splitter->setObjectName(QLatin1String(name));
    const QString key = QStringLiteral("splitters/") % splitter->objectName();
    splitter->restoreState(QSettings().value(key).toByteArray());
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter,
                     [splitter, key] { QSettings().setValue(key, splitter->saveState()); });
}

} // namespace causeway
