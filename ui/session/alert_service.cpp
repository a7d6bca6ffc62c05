// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/alert_service.h"

#include "sync/alert/alert_text.h"
#include "ui/session/session.h"

#include <QLoggingCategory>

namespace causeway {
namespace {

Q_LOGGING_CATEGORY(lcAlert, "causeway.alert")

const QString kLook = QStringLiteral("look");
const QString kChange = QStringLiteral("change");
const QString kTest = QStringLiteral("test");

QString userName()
{
    return qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
}

} // namespace

AlertService::AlertService(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    m_timer.setInterval(AlertWatch::kInterval);
    connect(&m_timer, &QTimer::timeout, this, &AlertService::look);
    connect(&session, &Session::currentChanged, this, &AlertService::followCurrent);
    connect(&session, &Session::runFinished, this, &AlertService::look);
    connect(&session, &Session::pairChanged, this, &AlertService::look);
}

void AlertService::followCurrent()
{
    const auto& current = m_session.current();
    const QString name = current ? current->name : QString();
    if (name != m_followed) {
        m_background.drop(kLook);
        m_background.drop(kChange); // it is made all the same
        m_background.drop(kTest);
        m_mustLookAgain = false;
        m_view = {};
        m_followed = name;
        if (current)
            m_view.state = AlertStore(name).state();
        emit changed();
    }
    if (!current)
        return m_timer.stop();
    m_timer.start();
    look();
}

void AlertService::look()
{
    if (!m_session.current())
        return;
    if (m_background.isBusy(kLook)) {
        m_mustLookAgain = true;
        return;
    }
    const AlertWatch watch(m_session.current()->local, m_followed, AlertStore(m_followed));
    m_background.run(
        kLook, [watch](const std::stop_token& stop) { return watch.check(stop); },
        [this](const Result<AlertCheck>& found) { take(found); });
}

void AlertService::take(const Result<AlertCheck>& found)
{
    m_view.error = found.ok() ? std::nullopt : std::optional(found.error());
    if (found.ok()) {
        m_view.settings = found->settings;
        m_view.state = found->state;
        for (const ActiveAlert& alert : found->raised)
            qCWarning(lcAlert).noquote() << m_followed << alertText(alert);
        for (const Error& error : found->undelivered)
            qCWarning(lcAlert).noquote() << m_followed << error.message();
    }
    emit changed();
    if (found.ok() && !found->raised.empty())
        emit raised(found->raised);
    if (std::exchange(m_mustLookAgain, false))
        look();
}

void AlertService::change(std::function<void(AlertState&, const QDateTime&)> act)
{
    if (m_followed.isEmpty())
        return;
    const auto write = [store = AlertStore(m_followed), act = std::move(act),
                        now = QDateTime::currentDateTimeUtc()](const std::stop_token&) {
        return store.update([&](AlertState& state) { act(state, now); });
    };
    m_background.run(kChange, write, [this](const Result<AlertState>& state) {
        if (state.ok())
            m_view.state = *state;
        else
            m_view.error = state.error();
        emit changed();
        look();
    });
}

void AlertService::acknowledge(AlertRule rule)
{
    change([rule](AlertState& state, const QDateTime& now) {
        causeway::acknowledge(state, rule, userName(), now);
    });
}

void AlertService::mute(AlertRule rule, int hours)
{
    change([rule, hours](AlertState& state, const QDateTime& now) {
        causeway::mute(state, rule,
                       hours > 0 ? std::optional(now.addSecs(3600LL * hours)) : std::nullopt, now);
    });
}

void AlertService::unmute(AlertRule rule)
{
    change([rule](AlertState& state, const QDateTime& now) { causeway::unmute(state, rule, now); });
}

void AlertService::noteProof()
{
    change([](AlertState& state, const QDateTime& now) { state.proved = now; });
}

Status AlertService::saveSettings(const AlertSettings& settings)
{
    CAUSEWAY_TRY(AlertStore(m_followed).saveSettings(settings));
    m_view.settings = settings;
    emit changed();
    look();
    return okStatus();
}

void AlertService::test(const AlertHook& hook)
{
    m_background.run(
        kTest,
        [hook, message = testMessage(m_followed)](const std::stop_token& stop) {
            return deliver(hook, message, stop);
        },
        [this](const Status& status) { emit tested(status); });
}

} // namespace causeway
