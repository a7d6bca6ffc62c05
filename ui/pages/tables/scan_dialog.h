// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/pair_actions.h"
#include "ui/async/background.h"
#include "ui/base/translated.h"

#include <QDialog>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;

namespace causeway {

class ErrorCard;

/// Looks at both databases, shows what setting up the pair would execute, and does it on demand.
class ScanDialog final : public Translated<QDialog> {
    Q_OBJECT
public:
    explicit ScanDialog(const Profile& profile, QWidget* parent = nullptr);

signals:
    /// The control tables and config rows are there now.
    void initialised();

protected:
    void languageChanged() override;

private:
    void build();
    void look();
    void setUp();
    void showReport(const Result<InitReport>& report);
    void showState();
    [[nodiscard]] QString statementsText() const;
    [[nodiscard]] QString summary() const;

    Profile m_profile;
    Background m_background;
    InitReport m_report;
    bool m_hasReport = false;
    QLabel* m_summary = nullptr;
    ErrorCard* m_error = nullptr;
    QCheckBox* m_createMissing = nullptr;
    QPlainTextEdit* m_statements = nullptr;
    QPushButton* m_setUp = nullptr;
};

} // namespace causeway
