// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/held_run.h"

#include "sync/dialect/selftest_sql.h"
#include "sync/dialect/session_sql.h"
#include "sync/run/sync_engine.h"

#include <QCoreApplication>

namespace causeway {
namespace {

constexpr std::chrono::milliseconds kLook{5};
constexpr int kBatch = 20; // many steps: most runs write some rows before they need ours
/// A run writes its rows in an order of its own. One that transfers for so long and has written
/// none needed ours in its first batch.
constexpr std::chrono::seconds kSurelyWaits{2};

class Held final {
public:
    [[nodiscard]] bool by(const ProgressSnapshot& now)
    {
        if (now.phase != RunPhase::Transferring)
            return false;
        if (!m_since)
            m_since = std::chrono::steady_clock::now();
        return now.rowsToLocal > 0 || std::chrono::steady_clock::now() - *m_since > kSurelyWaits;
    }

private:
    std::optional<std::chrono::steady_clock::time_point> m_since;
};

} // namespace

HeldRun::HeldRun(CaseContext& test)
    : m_test(test)
    , m_forward(test.stop(), [this] { m_source.request_stop(); })
{
}

Result<std::unique_ptr<HeldRun>> HeldRun::start(CaseContext& test, const SyncRequest& request,
                                                int heldId)
{
    std::unique_ptr<HeldRun> run(new HeldRun(test));
    CAUSEWAY_TRY(test.execute(Side::Local, sessionsql::startTransaction()));
    run->m_isHeld = true;
    CAUSEWAY_TRY(test.value(Side::Local, selftestsql::lockRow(QStringLiteral("items"), heldId)));
    ProgressMailbox& mailbox = test.watch().run;
    mailbox.put({});
    SyncRequest small = request;
    small.limits.batchRows = kBatch;
    run->m_running =
        std::async(std::launch::async, [small, stop = run->m_source.get_token(), &mailbox] {
            return runSync(small, stop, mailbox);
        });
    Held held;
    while (run->m_running.wait_for(kLook) != std::future_status::ready) {
        if (held.by(*mailbox.latest()))
            return run;
    }
    const SyncReport report = run->m_running.get();
    return makeError(ErrorCode::SyncInterrupted, QCoreApplication::translate("SelfTest", "The run"),
                     toldBy(report));
}

Status HeldRun::release()
{
    if (!std::exchange(m_isHeld, false))
        return okStatus();
    const auto done = m_test.on(Side::Local).execute(sessionsql::rollback());
    return done ? okStatus() : Status(done.error());
}

HeldRun::~HeldRun()
{
    static_cast<void>(release());
    m_source.request_stop();
    if (m_running.valid())
        m_running.wait();
}

} // namespace causeway
