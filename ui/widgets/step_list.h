// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/pair_actions.h"
#include "ui/base/translated.h"

#include <QFrame>

class QGridLayout;

namespace causeway {

/// The lines of a connection test of one side: ✓ or ✗, what was tried, how long it took, what to
/// do.
class StepList final : public Translated<QFrame> {
    Q_OBJECT
public:
    explicit StepList(QWidget* parent = nullptr);

    void setSide(const QString& name, const char* look);
    void showWaiting();
    void showSteps(const std::vector<TestStep>& steps);
    [[nodiscard]] bool allPassed() const { return m_allPassed; }

private:
    void clearRows();
    void addStep(const TestStep& step);

    QLabel* m_title = nullptr;
    QWidget* m_rows = nullptr;
    QGridLayout* m_grid = nullptr;
    bool m_allPassed = false;
};

} // namespace causeway
