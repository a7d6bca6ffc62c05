// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

namespace causeway {

/// Sees to it that one console runs per user and folder of settings: a second start hands its
/// arguments to the first one. A console that died leaves nothing behind that stops the next.
/// Thread: GUI.
class SingleInstance final : public QObject {
    Q_OBJECT
public:
    enum class Claim {
        First,      ///< this is the console; argumentsReceived() tells of later starts
        HandedOver, ///< another one runs and has the arguments
        NoAnswer    ///< another one runs but does not answer
    };

    /// @param folder  where lock and socket live; made when missing.
    explicit SingleInstance(QString folder, QObject* parent = nullptr);
    /// The user's runtime folder, apart for each folder of settings.
    [[nodiscard]] static QString defaultFolder();

    /// @param arguments  handed over when another console runs. Blocks 2 s at the most.
    [[nodiscard]] Claim claim(const QStringList& arguments);

signals:
    void argumentsReceived(const QStringList& arguments);

private:
    void listen();
    void receive();
    [[nodiscard]] bool handOver(const QStringList& arguments) const;

    QString m_folder;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace causeway
