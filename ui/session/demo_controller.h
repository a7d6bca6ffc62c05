// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"
#include "sync/demo/demo_pair.h"
#include "ui/async/background.h"

#include <QObject>
#include <QString>

#include <memory>

namespace causeway {

class Session;

/// Prepares the demo in the background, keeps its servers running, and chooses its profile.
///
/// Thread: GUI; never blocks but in the destructor, which stops the servers.
class DemoController final : public QObject {
    Q_OBJECT
public:
    explicit DemoController(Session& session, QObject* parent = nullptr);
    ~DemoController() override;

    /// `$XDG_DATA_HOME/causeway/demo`.
    [[nodiscard]] static QString defaultFolder();
    void setFolder(const QString& folder) { m_folder = folder; }

    /// Starts the demo, or chooses its profile when it runs.
    void start();
    /// Throws the demo's data away and makes it anew.
    void reset();
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_background.isBusy(); }
    [[nodiscard]] bool isRunning() const { return m_state != nullptr; }

signals:
    void started();
    void progressed(const QString& step, int done, int total);
    /// The demo is ready, or @p error says why not.
    void finished(const std::optional<causeway::Error>& error);

private:
    [[nodiscard]] DemoProgress reporter();
    void adopt(Result<DemoState> state);
    void choose();
    void startIfChosen();

    Session& m_session;
    QString m_folder;
    std::shared_ptr<DemoState> m_state;
    Background m_background;
};

} // namespace causeway
