// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QString>

class QLabel;
class QPushButton;
class QSplitter;
class QWidget;

namespace causeway {

/// Sets the style-sheet property "look" and has the style read again.
void setLook(QWidget* widget, const char* look);
/// Sets any style-sheet property and has the style read again.
void setStyleProperty(QWidget* widget, const char* property, const QVariant& value);

/// A label for data or translated sentences: plain text, selectable when @p selectable.
[[nodiscard]] QLabel* plainLabel(QWidget* parent, const char* look = nullptr,
                                 bool selectable = false);
/// A wrapped label; its layout must give it width.
[[nodiscard]] QLabel* wrappedLabel(QWidget* parent, const char* look = nullptr);
[[nodiscard]] QPushButton* button(QWidget* parent, const char* objectName, const QString& icon = {},
                                  const char* look = nullptr);

/// Keeps the places of @p splitter for the next start, under its object name @p name.
void rememberSplitter(QSplitter* splitter, const char* name);

/// Layouts on the console's grid.
template<typename Layout>
Layout* tight(Layout* layout, int spacing)
{
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

} // namespace causeway
