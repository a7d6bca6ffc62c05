// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/secret_store.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace causeway {
namespace {

QString serviceName()
{
    return QStringLiteral("causeway");
}

QString entryName(const SecretKey& key)
{
    return key.profile + QLatin1Char('/') + toText(key.side);
}

Error unavailable(const SecretKey& key, const QString& reason)
{
    Error error =
        makeError(ErrorCode::SysPermission, entryName(key),
                  QCoreApplication::translate(
                      "SecretStore",
                      "The system keychain cannot be used here. The password may be entered when "
                      "it is asked for, or come from CAUSEWAY_REMOTE_PASSWORD and "
                      "CAUSEWAY_LOCAL_PASSWORD or from the .env file that the profile names."));
    error.serverMessage = reason;
    return error;
}

Error jobError(const SecretKey& key, const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return unavailable(key, job.errorString());
    default:
        break;
    }
    Error error = makeError(ErrorCode::SysInternal, entryName(key),
                            QCoreApplication::translate(
                                "SecretStore", "The system keychain did not do what was asked."));
    error.serverMessage = job.errorString();
    return error;
}

Error timedOut(const SecretKey& key)
{
    return makeError(ErrorCode::SysInternal, entryName(key),
                     QCoreApplication::translate(
                         "SecretStore", "The system keychain did not answer in time; is it waiting "
                                        "to be unlocked?"));
}

/// Calls back once: with the job's result, or after the time-out, and never when the context is
/// gone.
template<typename Outcome>
class Answer final {
public:
    Answer(QObject* context, std::function<void(Outcome)> done)
        : m_context(context)
        , m_done(std::move(done))
    {
    }
    void give(Outcome outcome)
    {
        if (m_context && m_done)
            std::exchange(m_done, nullptr)(std::move(outcome));
    }

private:
    QPointer<QObject> m_context;
    std::function<void(Outcome)> m_done;
};

/// Starts @p job, which deletes itself, and answers through @p done on this thread.
template<typename Outcome, typename Job>
void start(Job* job, const SecretKey& key, QObject* context, std::function<void(Outcome)> done,
           const std::function<Outcome(const Job&)>& toOutcome)
{
    auto answer = std::make_shared<Answer<Outcome>>(context, std::move(done));
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(entryName(key));
    if (!SecretStore::mayBeAvailable()) {
        job->deleteLater();
        QTimer::singleShot(0, context, [answer, key] {
            answer->give(unavailable(key, QStringLiteral("no session bus")));
        });
        return;
    }
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [answer, toOutcome, job] { answer->give(toOutcome(*job)); });
    // A keychain may wait for a person to unlock it for as long as that takes; the window waits
    // with it.
    job->start();
}

template<typename Job>
Status statusOf(const SecretKey& key, const Job& job)
{
    const bool isDone =
        job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
    return isDone ? okStatus() : Status(jobError(key, job));
}

/// Runs an asynchronous call to its end in a loop of its own.
template<typename Outcome>
Outcome wait(const SecretKey& key, std::chrono::milliseconds timeout,
             const std::function<void(QObject*, std::function<void(Outcome)>)>& call)
{
    QObject context;
    QEventLoop loop;
    std::optional<Outcome> result;
    QTimer::singleShot(timeout, &loop, &QEventLoop::quit);
    call(&context, [&result, &loop](Outcome outcome) {
        result = std::move(outcome);
        loop.quit();
    });
    loop.exec();
    return result ? *result : Outcome(timedOut(key));
}

} // namespace

bool SecretStore::mayBeAvailable()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QLatin1String("/bus"));
}

void SecretStore::read(const SecretKey& key, QObject* context, ReadDone done)
{
    using Outcome = Result<std::optional<QString>>;
    const std::function<Outcome(const QKeychain::ReadPasswordJob&)> toOutcome =
        [key](const QKeychain::ReadPasswordJob& job) -> Outcome {
        if (job.error() == QKeychain::EntryNotFound)
            return std::optional<QString>();
        if (job.error() != QKeychain::NoError)
            return jobError(key, job);
        return std::optional<QString>(job.textData());
    };
    start<Outcome>(new QKeychain::ReadPasswordJob(serviceName()), key, context, std::move(done),
                   toOutcome);
}

void SecretStore::write(const SecretKey& key, const QString& secret, QObject* context,
                        WriteDone done)
{
    auto* job = new QKeychain::WritePasswordJob(serviceName());
    job->setTextData(secret);
    const std::function<Status(const QKeychain::WritePasswordJob&)> toOutcome =
        [key](const QKeychain::WritePasswordJob& finished) { return statusOf(key, finished); };
    start<Status>(job, key, context, std::move(done), toOutcome);
}

void SecretStore::remove(const SecretKey& key, QObject* context, WriteDone done)
{
    const std::function<Status(const QKeychain::DeletePasswordJob&)> toOutcome =
        [key](const QKeychain::DeletePasswordJob& job) { return statusOf(key, job); };
    start<Status>(new QKeychain::DeletePasswordJob(serviceName()), key, context, std::move(done),
                  toOutcome);
}

Result<std::optional<QString>> SecretStore::readBlocking(const SecretKey& key,
                                                         std::chrono::milliseconds timeout)
{
    using Outcome = Result<std::optional<QString>>;
    return wait<Outcome>(key, timeout, [&key](QObject* context, ReadDone done) {
        read(key, context, std::move(done));
    });
}

Status SecretStore::writeBlocking(const SecretKey& key, const QString& secret,
                                  std::chrono::milliseconds timeout)
{
    return wait<Status>(key, timeout, [&](QObject* context, WriteDone done) {
        write(key, secret, context, std::move(done));
    });
}

Status SecretStore::removeBlocking(const SecretKey& key, std::chrono::milliseconds timeout)
{
    return wait<Status>(key, timeout, [&key](QObject* context, WriteDone done) {
        remove(key, context, std::move(done));
    });
}

} // namespace causeway
