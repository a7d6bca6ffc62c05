// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/alert/alert_store.h"
#include "ui/base/translated.h"

#include <QDialog>

#include <array>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace causeway {

class AlertService;

/// The limits of the chosen pair's alerts, and to whom they go. Deletes itself when closed.
class AlertDialog final : public Translated<QDialog> {
    Q_OBJECT
public:
    AlertDialog(AlertService& service, QWidget* parent);

protected:
    void languageChanged() override;
    void showEvent(QShowEvent* event) override;

private:
    /// One rule: on or off, its limit, what stands.
    struct Line {
        QCheckBox* on = nullptr;
        QSpinBox* limit = nullptr;
        QLabel* state = nullptr;
        QPushButton* unmute = nullptr;
    };
    enum Target { Nobody, Program, WebAddress };

    void build();
    void buildRules(QGridLayout* grid);
    [[nodiscard]] static QString suffixOf(AlertRule rule);
    QWidget* buildTarget();
    QWidget* buildProgram();
    QWidget* buildAddress();
    QLayout* buildButtons();
    void connectAll();
    void load(const AlertSettings& settings);
    [[nodiscard]] AlertSettings settings() const;
    [[nodiscard]] AlertHook hook() const;
    void showTarget();
    void showRules();
    void save();
    void test();
    void fit();
    void showMessage(const QString& text, const char* tone = nullptr);
    void showTested(const Status& status);

    AlertService& m_service;
    AlertLimits m_loaded;
    std::array<Line, kAlertRuleCount> m_lines;
    QComboBox* m_target = nullptr;
    QStackedWidget* m_targets = nullptr;
    QLineEdit* m_program = nullptr;
    QPlainTextEdit* m_arguments = nullptr;
    QLineEdit* m_address = nullptr;
    QSpinBox* m_timeout = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_save = nullptr;
    QLabel* m_message = nullptr;
};

} // namespace causeway
