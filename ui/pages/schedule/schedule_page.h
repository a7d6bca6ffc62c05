// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/schedule_service.h"
#include "ui/shell/page.h"

#include <vector>

class QGridLayout;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace causeway {

class EmptyState;
class ErrorCard;
class ScheduleForm;
class WarningList;

/// The schedule of the chosen pair: on or off, when, what it did, what comes.
class SchedulePage final : public Page {
    Q_OBJECT
public:
    explicit SchedulePage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Schedule"); }
    void refresh() override;
    [[nodiscard]] bool isBusy() const override;

protected:
    void languageChanged() override;

private:
    struct Line {
        const char* title;
        QLabel* value;
    };

    void build();
    void buildTitleRow();
    QWidget* buildContent();
    QWidget* buildStatus();
    QWidget* buildComing();
    void addLine(QGridLayout* grid, const char* title, const char* objectName);
    void connectAll();
    void turnOn();
    void turnOff();
    void skipNext();
    void apply();
    void runNow();
    void showView();
    void showStatus(const ScheduleView& view);
    void showComing(const Schedule& schedule);
    void showWarnings(const ScheduleView& view);
    void showButtons(const ScheduleView& view);
    void showEmpty(const ScheduleView& view);
    [[nodiscard]] QString lockReason() const;

    Session& m_session;
    ScheduleService& m_service;
    Navigator& m_navigator;
    ErrorCard* m_error = nullptr;
    WarningList* m_warnings = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    ScheduleForm* m_form = nullptr;
    std::vector<QLabel*> m_values; ///< in the order of the status block
    QListWidget* m_coming = nullptr;
    QPushButton* m_alerts = nullptr;
    QPushButton* m_turnOn = nullptr;
    QPushButton* m_turnOff = nullptr;
    QPushButton* m_runNow = nullptr;
    QPushButton* m_skip = nullptr;
};

} // namespace causeway
