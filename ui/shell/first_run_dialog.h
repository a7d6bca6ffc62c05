// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/translated.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace causeway {

class Appearance;
class Language;
class Navigator;

/// The first steps: language and colours, then how to begin. Connects to nothing by itself, and can
/// be left at any point. Deletes itself when closed.
class FirstRunDialog final : public Translated<QDialog> {
    Q_OBJECT
public:
    FirstRunDialog(Language& language, Appearance& appearance, Navigator& navigator,
                   QWidget* parent = nullptr);

    /// Nobody has seen it on this account yet.
    [[nodiscard]] static bool isDue();
    /// It was seen, or is not needed.
    static void noteSeen();

protected:
    void languageChanged() override;

private:
    void build();
    QWidget* buildLooks();
    QWidget* buildBeginnings();
    void addLanguages(QVBoxLayout* column);
    void addSchemes(QVBoxLayout* column);
    struct Beginning {
        const char* objectName;
        QString icon;
        const char* verb; ///< QT_TR_NOOP
        const char* words;
        void (Navigator::*begin)();
    };
    void addBeginning(QVBoxLayout* column, const Beginning& beginning);
    void turnTo(int page);

    Language& m_language;
    Appearance& m_appearance;
    Navigator& m_navigator;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_heading = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_skip = nullptr;
};

} // namespace causeway
