// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/alert/alert_watch.h"

#include "sync/alert/alert_facts.h"

namespace causeway {

AlertWatch::AlertWatch(SideConfig local, QString profile, AlertStore store, Now now)
    : m_local(std::move(local))
    , m_profile(std::move(profile))
    , m_store(std::move(store))
    , m_now(std::move(now))
{
}

Result<AlertCheck> AlertWatch::check(const std::stop_token& stop) const
{
    std::optional<Error> unreached;
    const AlertFacts facts = readAlertFacts(m_local, unreached);
    auto found = check(facts, stop);
    if (found)
        found->unreached = unreached;
    return found;
}

Result<AlertCheck> AlertWatch::check(const AlertFacts& seen, const std::stop_token& stop) const
{
    AlertCheck found;
    const auto settings = m_store.settings();
    CAUSEWAY_TRY(settings);
    found.settings = *settings;
    const QDateTime now = m_now();
    AlertChange change;
    const auto updated = m_store.update([&](AlertState& state) {
        AlertFacts facts = seen;
        if (!facts.proved || (state.proved && *state.proved > *facts.proved))
            facts.proved = state.proved;
        state.proved = facts.proved;
        change = advance(state, readAlerts(facts, settings->limits, now), now);
    });
    CAUSEWAY_TRY(updated);
    found.state = *updated;
    found.raised = change.raised;
    found.cleared = change.cleared;
    if (settings->hook.isSet())
        CAUSEWAY_TRY(deliverAll(found, stop));
    return found;
}

/// Claimed before and noted after: a program that is killed in between has the alert delivered
/// again later rather than never.
Status AlertWatch::deliverAll(AlertCheck& found, const std::stop_token& stop) const
{
    const AlertHook& hook = found.settings.hook;
    std::vector<ActiveAlert> claimed;
    const auto claiming = m_store.update([&](AlertState& state) {
        const QDateTime now = m_now();
        claimed = claimDeliveries(state, now, now.addSecs(2 * hook.timeout.count() + 60));
    });
    CAUSEWAY_TRY(claiming);
    for (const ActiveAlert& alert : claimed) {
        const Status taken = deliver(hook, alertMessage(m_profile, alert), stop);
        if (!taken)
            found.undelivered.push_back(taken.error());
        const auto noted = m_store.update([&](AlertState& state) {
            noteDelivery(state, alert, taken ? QString() : taken.error().message(), m_now());
        });
        CAUSEWAY_TRY(noted);
        found.state = *noted;
    }
    return okStatus();
}

} // namespace causeway
