// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/env_profile.h"
#include "ui/async/background.h"

#include <QObject>
#include <QString>

class QWidget;

namespace causeway {

class Session;

/// Reads new profiles from `.env` files and URLs. Asks with dialogs that do not block.
class ProfileImporter final : public QObject {
    Q_OBJECT
public:
    /// @param window  parent of the dialogs; outlives this.
    ProfileImporter(Session& session, QWidget* window);

    void askForEnv();
    void askForUrls();
    /// Reads @p path in the background.
    void readEnv(const QString& path);
    [[nodiscard]] bool isBusy() const { return m_background.isBusy(); }

signals:
    /// Not stored yet; its name is free.
    void imported(const causeway::Profile& profile);

private:
    void finish(const Result<EnvImport>& found);

    Session& m_session;
    QWidget* m_window;
    Background m_background;
};

} // namespace causeway
