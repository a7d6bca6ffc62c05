// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/profile.h"
#include "ui/async/background.h"

#include <QWidget>

namespace causeway {

class StepList;

/// Tests both sides of a profile at once and shows each step beside the other side's.
class ConnectionTestView final : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionTestView(QWidget* parent = nullptr);

    /// Starts over with @p profile, its passwords filled in.
    void test(const Profile& profile);
    /// Stops what is going on and hides.
    void dismiss();
    [[nodiscard]] bool isBusy() const { return m_background.isBusy(); }

signals:
    /// More steps are shown than before.
    void grown();

private:
    Background m_background;
    StepList* m_remote = nullptr;
    StepList* m_local = nullptr;
};

} // namespace causeway
