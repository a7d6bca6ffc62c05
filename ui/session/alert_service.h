// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/alert/alert_watch.h"
#include "ui/async/background.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace causeway {

class Session;

/// What is known about the alerts of the chosen pair.
struct AlertView {
    AlertState state;
    AlertSettings settings;
    std::optional<Error> error; ///< why the settings cannot be read, or the state not written
};

/// Looks after the alerts of the chosen pair as long as the console is open: each minute, after
/// each run, and when what the pair holds has changed.
///
/// Thread: GUI; never blocks. Its destructor ends a delivery that goes on; that counts as an
/// attempt, and the next look tries again.
class AlertService final : public QObject {
    Q_OBJECT
public:
    explicit AlertService(Session& session, QObject* parent = nullptr);

    [[nodiscard]] const AlertView& view() const { return m_view; }
    [[nodiscard]] bool isBusy() const { return m_background.isBusy(); }

    /// Looks now; while a look goes on, once more after it.
    void look();
    void acknowledge(AlertRule rule);
    /// @p hours: 0 for as long as nobody unmutes it.
    void mute(AlertRule rule, int hours);
    void unmute(AlertRule rule);
    /// Both sides were proved equal now.
    void noteProof();
    /// Saves at once (a small file), then looks. Errors: CFG_002, those of AlertStore.
    [[nodiscard]] Status saveSettings(const AlertSettings& settings);
    /// Hands a test to @p hook; tested() comes with what became of it.
    void test(const AlertHook& hook);

signals:
    void changed();
    /// Alerts were raised, by this console and just now.
    void raised(const std::vector<causeway::ActiveAlert>& alerts);
    void tested(const causeway::Status& status);

private:
    void followCurrent();
    void take(const Result<AlertCheck>& found);
    void change(std::function<void(AlertState& state, const QDateTime& now)> act);

    Session& m_session;
    QTimer m_timer;
    QString m_followed; ///< the profile's name; empty: none is chosen
    AlertView m_view;
    bool m_mustLookAgain = false;
    Background m_background;
};

} // namespace causeway
