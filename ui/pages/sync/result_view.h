// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/sync_report.h"
#include "ui/base/translated.h"
#include "ui/widgets/error_advice.h"

class QFrame;
class QPushButton;

namespace causeway {

class ErrorList;
class GridView;
class OutcomeModel;

/// How a run ended: one sentence, the proof, counts per table, errors, what to do next.
class ResultView final : public Translated<QWidget> {
    Q_OBJECT
public:
    explicit ResultView(QWidget* parent = nullptr);
    void showReport(const SyncReport& report);
    [[nodiscard]] const SyncReport& report() const { return m_report; }

signals:
    void conflictsWanted();
    void historyWanted();
    void againWanted();
    void remedyWanted(causeway::Remedy remedy, const QString& table);

protected:
    void languageChanged() override;

private:
    void build();
    void showTexts();
    void showErrors();
    void chooseFile();
    void saveTo(const QString& path);

    SyncReport m_report;
    OutcomeModel* m_tables = nullptr;
    QFrame* m_card = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_proof = nullptr;
    QLabel* m_warnings = nullptr;
    ErrorList* m_errors = nullptr;
    GridView* m_grid = nullptr;
    QPushButton* m_conflicts = nullptr;
    QPushButton* m_history = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_again = nullptr;
};

} // namespace causeway
