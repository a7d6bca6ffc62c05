// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/test_place.h"

#include "sync/selftest/scratch_pair.h"
#include "sync/selftest/selftest_runner.h"

#include <QCoreApplication>

namespace causeway {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("SelfTest", text);
}

Result<TestPlace> privatePlace(const SelfTestRequest& request, const QString& why,
                               const std::stop_token& stop)
{
    auto pair = PrivatePair::start(
        request.folder.isEmpty() ? defaultSelfTestFolder() : request.folder, stop);
    CAUSEWAY_TRY(pair);
    TestPlace place;
    place.owned = std::move(pair).value();
    place.servers = place.owned->profile();
    place.notes << why;
    return place;
}

/// Why the servers of @p profile are not to be written to; empty: they may.
QString whyNot(const Profile& profile)
{
    if (profile.readOnly)
        return say(QT_TRANSLATE_NOOP("SelfTest",
                                     "The profile is read-only: the cases ran on two private "
                                     "MariaDB servers, not on its servers."));
    if (profile.environment == Environment::Prod)
        return say(QT_TRANSLATE_NOOP("SelfTest",
                                     "The profile is of production: the cases ran on two private "
                                     "MariaDB servers, not on its servers."));
    return {};
}

/// Makes two databases and removes them again.
Status tryOut(const Profile& servers)
{
    auto pair = ScratchPair::make(servers);
    CAUSEWAY_TRY(pair);
    return (*pair)->drop();
}

} // namespace

Result<TestPlace> findTestPlace(const SelfTestRequest& request, const std::stop_token& stop)
{
    if (!request.profile)
        return privatePlace(
            request,
            say(QT_TRANSLATE_NOOP("SelfTest", "No pair was named: the cases ran on two private "
                                              "MariaDB servers.")),
            stop);
    if (const QString why = whyNot(*request.profile); !why.isEmpty())
        return privatePlace(request, why, stop);
    const auto removed = removeLeftovers(*request.profile, request.autoFix);
    CAUSEWAY_TRY(removed);
    const Status tried = tryOut(*request.profile);
    if (!tried && isRefusal(tried.error()))
        return privatePlace(
            request,
            say(QT_TRANSLATE_NOOP("SelfTest",
                                  "The account may not make databases, so the cases ran on two "
                                  "private MariaDB servers. The server said: %1"))
                .arg(tried.error().serverMessage),
            stop);
    CAUSEWAY_TRY(tried);
    TestPlace place;
    place.servers = *request.profile;
    for (const QString& name : *removed)
        place.repairs << say(QT_TRANSLATE_NOOP("SelfTest",
                                               "Removed the database %1 of an earlier self-test "
                                               "that did not end."))
                             .arg(name);
    return place;
}

} // namespace causeway
