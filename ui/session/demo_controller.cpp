// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demo_controller.h"

#include "ui/session/session.h"

#include <QStandardPaths>

namespace causeway {
namespace {

const QString kSlot = QStringLiteral("demo");
const QString kDemoProfile = QStringLiteral("Demo"); // as prepareDemo() names it

} // namespace

DemoController::DemoController(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_folder(defaultFolder())
{
    connect(&session, &Session::currentChanged, this, &DemoController::startIfChosen);
}

DemoController::~DemoController() = default;

QString DemoController::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) %
           QStringLiteral("/causeway/demo");
}

DemoProgress DemoController::reporter()
{
    return [this](const QString& step, int done, int total) {
        QMetaObject::invokeMethod(
            this, [this, step, done, total] { emit progressed(step, done, total); },
            Qt::QueuedConnection);
    };
}

void DemoController::start()
{
    if (isBusy())
        return;
    if (m_state)
        return choose();
    emit started();
    m_background.run(
        kSlot,
        [folder = m_folder, report = reporter()](const std::stop_token& stop) {
            return prepareDemo(folder, report, stop);
        },
        [this](Result<DemoState> state) { adopt(std::move(state)); });
}

void DemoController::reset()
{
    if (!m_state || isBusy() || m_session.isRunning())
        return start();
    emit started();
    m_background.run(
        kSlot,
        [state = m_state, folder = m_folder, report = reporter()](const std::stop_token& stop) {
            return resetDemo(*state, folder, report, stop);
        },
        [this](const Status& status) {
            emit finished(status.ok() ? std::nullopt : std::optional<Error>(status.error()));
            if (status.ok())
                choose();
        });
}

void DemoController::cancel()
{
    if (!isBusy())
        return;
    m_background.drop(kSlot);
    emit finished(std::nullopt);
}

void DemoController::adopt(Result<DemoState> state)
{
    if (!state.ok()) {
        emit finished(state.error());
        return;
    }
    m_state = std::make_shared<DemoState>(std::move(state).value());
    emit finished(std::nullopt);
    choose();
}

void DemoController::choose()
{
    const Status saved = m_session.saveProfile(m_state->profile, m_state->profile.name, false);
    if (!saved.ok())
        emit finished(saved.error());
}

/// The demo's profile is of use only while its servers run: choosing it starts them.
void DemoController::startIfChosen()
{
    const auto& current = m_session.current();
    if (!m_state && !isBusy() && current && current->environment == Environment::Demo &&
        current->name == kDemoProfile)
        start();
}

} // namespace causeway
