// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>

#include <functional>
#include <vector>

namespace causeway {

/// A widget whose texts follow the language while it is open: every text is given as a way to say
/// it, said at once and again whenever the language changes.
///
/// The const char* forms take QT_TR_NOOP() texts in the context of the most derived class, which
/// must carry Q_OBJECT.
template<typename Base>
class Translated : public Base {
public:
    using Base::Base;

protected:
    /// Says @p text now and after every change of language; must not refer to what may be gone.
    void say(std::function<void()> text)
    {
        text();
        m_texts.push_back(std::move(text));
    }
    [[nodiscard]] QString spoken(const char* text) const
    {
        return QCoreApplication::translate(this->metaObject()->className(), text);
    }
    void say(QLabel* label, const char* text)
    {
        label->setTextFormat(Qt::PlainText);
        say([this, label, text] { label->setText(spoken(text)); });
    }
    void say(QAbstractButton* button, const char* text)
    {
        say([this, button, text] { button->setText(spoken(text)); });
    }
    void tip(QWidget* widget, const char* text)
    {
        say([this, widget, text] { widget->setToolTip(spoken(text)); });
    }
    /// Name for people who do not see the widget.
    void name(QWidget* widget, const char* text)
    {
        say([this, widget, text] { widget->setAccessibleName(spoken(text)); });
    }
    void hintIn(QLineEdit* edit, const char* text)
    {
        say([this, edit, text] { edit->setPlaceholderText(spoken(text)); });
    }
    /// After the texts were said again: for what is computed from them.
    virtual void languageChanged() {}

    void changeEvent(QEvent* event) override
    {
        Base::changeEvent(event);
        if (event->type() != QEvent::LanguageChange)
            return;
        for (const auto& text : m_texts)
            text();
        languageChanged();
    }

private:
    std::vector<std::function<void()>> m_texts;
};

} // namespace causeway
