// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"
#include "sync/profile/profile.h"
#include "ui/async/background.h"

#include <QObject>

#include <array>
#include <chrono>
#include <optional>

namespace causeway {

/// What is known about one side right now.
struct SideState {
    enum class Kind { Unknown, Checking, Up, Down };
    Kind kind = Kind::Unknown;
    std::chrono::milliseconds latency{0};
    QString trouble; ///< translated sentence and hint when down
};

/// Looks at the chosen pair from time to time: are both sides there, how many conflicts are open.
/// Thread: GUI; never blocks.
class PairMonitor final : public QObject {
    Q_OBJECT
public:
    explicit PairMonitor(QObject* parent = nullptr);

    /// Looks at another pair (nullopt: at none) at once.
    void watch(const std::optional<Profile>& profile);
    /// Looks again at both sides.
    void check();
    /// Counts the open conflicts again.
    void countConflicts();

    [[nodiscard]] const SideState& state(Side side) const
    {
        return m_states[static_cast<std::size_t>(side)];
    }
    [[nodiscard]] qint64 openConflicts() const { return m_openConflicts; }
    [[nodiscard]] bool isBusy() const { return m_background.isBusy(); }

signals:
    void sideChanged(causeway::Side side);
    void openConflictsChanged(qint64 count);

private:
    void checkSide(Side side);
    void setState(Side side, SideState state);
    void setOpenConflicts(qint64 count);

    std::optional<Profile> m_profile;
    std::array<SideState, 2> m_states;
    qint64 m_openConflicts = 0;
    Background m_background;
};

} // namespace causeway
