// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/alert/alert_rules.h"
#include "sync/db/connection.h"
#include "sync/doctor/finding.h"
#include "sync/run/pair_actions.h"

#include <QDateTime>

#include <array>

namespace causeway::doctor {

struct DoctorOptions {
    QStringList ignored;  ///< ids of checks or findings that are known and not to be told
    bool compare = false; ///< also compares every enabled table by value: reads all of it
    AlertLimits limits;   ///< what counts as too much, as the pair's alerts have it
    QString dataFolder;   ///< whose disk is looked at; empty: the home folder
    QDateTime now;        ///< UTC; invalid: the present
};

/// What the checks of one visit share: who is examined, and what earlier checks learnt.
///
/// Thread: one at a time. Ownership: one connection to each side that can be reached.
class Examination final {
public:
    Examination(const Profile& profile, const DoctorOptions& options, std::stop_token stop);

    const Profile& profile;
    const DoctorOptions& options;
    const std::stop_token stop;

    /// The steps of the connection test of a side; run when first asked for.
    [[nodiscard]] const std::vector<TestStep>& steps(Side side);
    /// nullptr: the side cannot be reached, or not its database; steps() say why.
    [[nodiscard]] Connection* connection(Side side);
    /// Causeway's own tables on a side that can be reached.
    [[nodiscard]] Result<QStringList> ownTables(Side side);
    /// Every control table of both sides is there.
    [[nodiscard]] bool hasControlTables();
    /// A run is at work on this pair now: it holds the lock of the local server.
    [[nodiscard]] Result<bool> isRunning();
    [[nodiscard]] QDateTime now() const;

private:
    struct SideState {
        std::optional<std::vector<TestStep>> steps;
        std::optional<Connection> connection;
    };
    [[nodiscard]] SideState& of(Side side) { return m_sides[static_cast<std::size_t>(side)]; }

    std::array<SideState, 2> m_sides;
};

/// First column of each row as text.
[[nodiscard]] Result<QStringList> firstColumn(Connection& connection, const QByteArray& sql);
/// A cell as text; empty for NULL.
[[nodiscard]] QString cellText(const Cells& row, std::size_t column);

} // namespace causeway::doctor
