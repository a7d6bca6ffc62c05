// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/fault_point.h"

#include <algorithm>
#include <array>

namespace causeway {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, kFaultPoints> kNames{
    "lock.before",         "lock.between",      "lock.after",           "epoch.before",
    "epoch.after",         "recover.before",    "recover.uncommitted",  "recover.after",
    "log_begin.before",    "log_begin.between", "log_begin.after",      "snapshot.before",
    "snapshot.between",    "snapshot.after",    "stamp.before",         "stamp.announced",
    "stamp.uncommitted",   "stamp.committed",   "stamp.after",          "ledger_make.before",
    "ledger_make.between", "ledger_make.after", "adopt.before",         "adopt.uncommitted",
    "adopt.after",         "conflict.before",   "conflict.uncommitted", "conflict.after",
    "batch.before",        "batch.after",       "row_lock.before",      "row_lock.after",
    "write.before",        "write.after",       "bulk_load.before",     "bulk_load.after",
    "read_back.before",    "read_back.after",   "local_commit.before",  "local_commit.after",
    "mark.before",         "mark.uncommitted",  "mark.after",           "remote_commit.before",
    "remote_commit.after", "settle.before",     "settle.uncommitted",   "settle.after",
    "resolve.before",      "resolve.between",   "resolve.after",        "log_table.before",
    "log_table.after",     "log_finish.before", "log_finish.after",
};
static_assert(std::none_of(kNames.begin(), kNames.end(),
                           [](std::string_view name) { return name.empty(); }));

} // namespace

namespace detail {
std::atomic<FaultHook> faultHook{nullptr};
} // namespace detail

std::string_view faultPointName(FaultPoint point)
{
    return kNames.at(static_cast<std::size_t>(point));
}

std::optional<FaultPoint> faultPointNamed(std::string_view name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<FaultPoint>(found - kNames.begin());
}

void setFaultHook(FaultHook hook)
{
    detail::faultHook.store(hook);
}

} // namespace causeway
