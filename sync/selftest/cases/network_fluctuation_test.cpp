// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/flaky_proxy.h"
#include "sync/selftest/selftest_limits.h"
#include "sync/selftest/test_cases.h"
#include "sync/selftest/test_table.h"

#include <QCoreApplication>

namespace causeway::selftest {
namespace {

using namespace std::chrono_literals;

constexpr int kRows = 300;
constexpr int kMiddle = 40; ///< the request of a run at which the network fails
constexpr std::chrono::seconds kPatience{2};
constexpr std::chrono::seconds kLongest{60};

/// A run over the proxy, with what it carries.
class Network final {
public:
    Network(CaseContext& test, FlakyProxy& proxy)
        : m_test(test)
        , m_proxy(proxy)
        , m_items(TestTable::items(test))
        , m_rows(TestTable::itemsFrom(1, kRows))
    {
    }

    [[nodiscard]] TestTable& items() { return m_items; }
    [[nodiscard]] const TestRows& rows() const { return m_rows; }

    /// Changes every row of both sides, each side some, and runs while @p fault strikes.
    [[nodiscard]] Result<SyncReport> run(NetworkFault fault, int nth)
    {
        m_before = m_rows;
        const TestRows remote = TestTable::itemsFrom(1, kRows / 2, ++m_version);
        const TestRows local = TestTable::itemsFrom(kRows / 2 + 1, kRows, m_version);
        CAUSEWAY_TRY(m_items.update(Side::Remote, remote));
        CAUSEWAY_TRY(m_items.update(Side::Local, local));
        take(m_rows, remote);
        take(m_rows, local);
        SyncRequest request = m_test.request(SyncType::Incremental, Direction::Both);
        request.profile.remote = m_proxy.through(request.profile.remote);
        if (fault == NetworkFault::HalfOpen)
            request.limits.timeouts.connect = request.limits.timeouts.read =
                request.limits.timeouts.write = kPatience;
        m_proxy.plan(fault, nth);
        return m_test.run(request);
    }

    /// Neither side holds a row that nobody wrote.
    [[nodiscard]] Result<bool> isSound()
    {
        for (const Side side : {Side::Remote, Side::Local}) {
            const auto found = m_items.read(side);
            CAUSEWAY_TRY(found);
            if (!isBetween(*found, m_before, m_rows))
                return false;
        }
        return true;
    }

    /// The network is well again: the next run puts all right.
    [[nodiscard]] Status recover()
    {
        m_proxy.heal();
        CAUSEWAY_TRY(m_test.sync(SyncType::Incremental, Direction::Both));
        m_items.expectBoth(m_rows, QT_TRANSLATE_NOOP("SelfTest",
                                                     "Once the network is well, the next run puts "
                                                     "all right"));
        return okStatus();
    }

private:
    CaseContext& m_test;
    FlakyProxy& m_proxy;
    TestTable m_items;
    TestRows m_rows;   ///< what both sides will hold in the end
    TestRows m_before; ///< what they held before
    int m_version = 0;
};

/// A run that @p fault strikes ends by itself with an error, and nothing is damaged.
Status failAndRecover(CaseContext& test, Network& network, NetworkFault fault, const char* text)
{
    const auto report = network.run(fault, fault == NetworkFault::Refuse ? 1 : kMiddle);
    CAUSEWAY_TRY(report);
    test.expect(report->status != RunStatus::Success && firstError(*report).has_value() &&
                    report->duration < kLongest,
                text, toldBy(*report));
    const auto sound = network.isSound();
    CAUSEWAY_TRY(sound);
    test.expect(*sound, QT_TRANSLATE_NOOP("SelfTest",
                                          "Every row is as it was or as it will be, none between"));
    return network.recover();
}

Status delay(CaseContext& test, Network& network)
{
    const auto report = network.run(NetworkFault::Delay, 1);
    CAUSEWAY_TRY(report);
    test.expect(report->status == RunStatus::Success,
                QT_TRANSLATE_NOOP("SelfTest", "Delay: a slow network does not fail a run"),
                toldBy(*report));
    network.items().expectBoth(network.rows(),
                               QT_TRANSLATE_NOOP("SelfTest", "Delay: all rows arrived"));
    return okStatus();
}

} // namespace

Status networkFluctuationTest(CaseContext& test)
{
    if (test.pair().remote.tls == TlsMode::VerifyIdentity) {
        test.skip(QCoreApplication::translate(
            "SelfTest", "The remote side must prove its name (VERIFY_IDENTITY), which no disturbed "
                        "connection of this machine can stand in for."));
        return okStatus();
    }
    const auto proxy = FlakyProxy::start(test.pair().remote);
    CAUSEWAY_TRY(proxy);
    CAUSEWAY_TRY(makeTestTables(test));
    Network network(test, **proxy);
    CAUSEWAY_TRY(network.items().insert(Side::Remote, network.rows()));
    CAUSEWAY_TRY(test.sync(SyncType::Incremental, Direction::Both));
    CAUSEWAY_TRY(delay(test, network));
    CAUSEWAY_TRY(failAndRecover(test, network, NetworkFault::HalfOpen,
                                QT_TRANSLATE_NOOP("SelfTest",
                                                  "Time-out: a network that falls silent ends the "
                                                  "run within its time-outs, with an error")));
    CAUSEWAY_TRY(failAndRecover(test, network, NetworkFault::DropAll,
                                QT_TRANSLATE_NOOP("SelfTest", "Loss: cut connections end the run "
                                                              "with an error")));
    return failAndRecover(test, network, NetworkFault::Refuse,
                          QT_TRANSLATE_NOOP("SelfTest",
                                            "Loss: a server that does not answer ends the run with "
                                            "an error"));
}

} // namespace causeway::selftest
