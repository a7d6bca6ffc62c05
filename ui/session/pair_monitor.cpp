// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/pair_monitor.h"

#include "sync/control/control_store.h"
#include "sync/run/pair_actions.h"

namespace causeway {
namespace {

SideState stateFrom(const std::vector<TestStep>& steps)
{
    SideState state;
    state.kind = steps.empty() ? SideState::Kind::Unknown : SideState::Kind::Up;
    for (const TestStep& step : steps) {
        state.latency += step.duration;
        if (step.passed || state.kind == SideState::Kind::Down)
            continue;
        state.kind = SideState::Kind::Down;
        state.trouble = step.name % QStringLiteral(": ") % step.detail;
        if (!step.hint.isEmpty())
            state.trouble += QLatin1Char('\n') % step.hint;
    }
    return state;
}

Result<qint64> openConflictsOf(const SideConfig& local)
{
    auto store = ControlStore::open(local);
    if (!store.ok())
        return store.error();
    return store.value().openConflictCount();
}

} // namespace

PairMonitor::PairMonitor(QObject* parent)
    : QObject(parent)
{
}

void PairMonitor::watch(const std::optional<Profile>& profile)
{
    m_profile = profile;
    setState(Side::Remote, {});
    setState(Side::Local, {});
    setOpenConflicts(0);
    for (const QString& slot :
         {QStringLiteral("remote"), QStringLiteral("local"), QStringLiteral("conflicts")})
        m_background.drop(slot);
    check();
    countConflicts();
}

void PairMonitor::check()
{
    if (!m_profile)
        return;
    checkSide(Side::Remote);
    checkSide(Side::Local);
}

void PairMonitor::checkSide(Side side)
{
    SideState checking = state(side);
    if (checking.kind == SideState::Kind::Unknown)
        checking.kind = SideState::Kind::Checking;
    setState(side, checking);
    m_background.run(
        toText(side),
        [config = m_profile->side(side), side](const std::stop_token& stop) {
            return testConnection(config, side, stop);
        },
        [this, side](const std::vector<TestStep>& steps) { setState(side, stateFrom(steps)); });
}

void PairMonitor::countConflicts()
{
    if (!m_profile)
        return;
    m_background.run(
        QStringLiteral("conflicts"),
        [local = m_profile->local](const std::stop_token&) { return openConflictsOf(local); },
        [this](const Result<qint64>& count) {
            if (count.ok()) // else they wait as before
                setOpenConflicts(count.value());
        });
}

void PairMonitor::setState(Side side, SideState state)
{
    m_states[static_cast<std::size_t>(side)] = std::move(state);
    emit sideChanged(side);
}

void PairMonitor::setOpenConflicts(qint64 count)
{
    if (count == m_openConflicts)
        return;
    m_openConflicts = count;
    emit openConflictsChanged(count);
}

} // namespace causeway
