// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <deque>
#include <functional>

namespace causeway {

class Console;

/// Walks through the console like a visitor and draws every page in every language into PNG files;
/// then ends the program.
///
/// Each step is taken once the console is idle; nothing waits by a fixed time. Thread: GUI.
class Screenshots final : public QObject {
    Q_OBJECT
public:
    Screenshots(Console& console, QString folder, QObject* parent = nullptr);

private:
    void plan();
    void planEmpty(const QString& language);
    void planTour(const QString& language, const QString& prefix = {});
    void planGone();
    void planPaused();
    void planParents(const QString& language);
    void planFirstSteps(const QString& language);
    void planBackups(const QString& language, const QString& prefix);
    void addShot(const QString& name);
    void planDialogs(const QString& language);
    void addDialogShot(const QString& name);
    void closeDialog();
    void save(QWidget& widget, const QString& name);
    void raiseAnAlert();
    void choose(const char* box, int value);
    void step();
    void press(const char* button);

    Console& m_console;
    QString m_folder;
    QTimer m_timer;
    QElapsedTimer m_waiting;
    bool m_isDemoWanted = false;
    std::deque<std::function<void()>> m_steps;
};

} // namespace causeway
