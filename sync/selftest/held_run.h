// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/selftest/case_context.h"
#include "sync/selftest/test_table.h"

#include <future>

namespace causeway {

/// A run on a thread of its own that cannot end, because it needs a row that we keep locked on the
/// local side: so that something can be done to a run that is surely in its middle.
///
/// Ownership: on destruction lets the row go, stops the run and waits for its end.
class HeldRun final {
public:
    /// Starts @p request, which must write items from the first to @p heldId to local, and returns
    /// once it waits. Errors: those of our own connection; SYNC_005 when the run ended instead.
    [[nodiscard]] static Result<std::unique_ptr<HeldRun>>
    start(CaseContext& test, const SyncRequest& request, int heldId);
    HeldRun(const HeldRun&) = delete;
    HeldRun& operator=(const HeldRun&) = delete;
    ~HeldRun();

    /// Asks the run to stop, as a person does.
    void requestStop() { m_source.request_stop(); }
    /// Lets the row go. Can be repeated.
    [[nodiscard]] Status release();
    /// Waits for the end of the run.
    [[nodiscard]] SyncReport wait() { return m_running.get(); }

private:
    explicit HeldRun(CaseContext& test);

    CaseContext& m_test;
    std::stop_source m_source;
    std::stop_callback<std::function<void()>> m_forward; ///< of the case's own stop
    std::future<SyncReport> m_running;
    bool m_isHeld = false;
};

} // namespace causeway
