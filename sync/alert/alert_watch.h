// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/alert/alert_store.h"
#include "sync/profile/profile.h"

#include <functional>
#include <stop_token>

namespace causeway {

/// What one look at a pair's alerts found.
struct AlertCheck {
    AlertState state;
    AlertSettings settings;
    std::vector<ActiveAlert> raised; ///< by this look, and by no other: tell a person
    std::vector<ActiveAlert> cleared;
    std::vector<Error> undelivered; ///< why the hook did not take an alert, now
    std::optional<Error> unreached; ///< why the database could not be asked
};

/// Looks at a pair, raises and clears its alerts, and hands them to the operator's hook.
///
/// Thread: any but the GUI's; blocks for some statements and as long as the hook takes.
class AlertWatch final {
public:
    using Now = std::function<QDateTime()>;
    /// @p profile  what the pair is called in messages.
    AlertWatch(SideConfig local, QString profile, AlertStore store,
               Now now = &QDateTime::currentDateTimeUtc);

    /// Errors: those of AlertStore. An unreachable database is none: what is not known stays as it
    /// is, and the time since the last proof goes on.
    [[nodiscard]] Result<AlertCheck> check(const std::stop_token& stop) const;
    /// As check(), with facts that are known already.
    [[nodiscard]] Result<AlertCheck> check(const AlertFacts& facts,
                                           const std::stop_token& stop) const;

    /// From one look to the next, between runs.
    static constexpr std::chrono::seconds kInterval{60};

private:
    [[nodiscard]] Status deliverAll(AlertCheck& found, const std::stop_token& stop) const;

    SideConfig m_local;
    QString m_profile;
    AlertStore m_store;
    Now m_now;
};

} // namespace causeway
