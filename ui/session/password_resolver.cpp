// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/password_resolver.h"

namespace causeway {
namespace {

constexpr std::array<Side, 2> kSides{Side::Remote, Side::Local};

std::size_t indexOf(Side side)
{
    return static_cast<std::size_t>(side);
}

} // namespace

struct PasswordResolver::Lookup {
    quint64 number = 0;
    ResolvedProfile found;
    Done done;

    void take(Side side, const QString& password, SecretOrigin origin)
    {
        found.profile.side(side).password = password;
        found.origins[indexOf(side)] = origin;
    }
    [[nodiscard]] bool isMissing(Side side) const
    {
        return found.origin(side) == SecretOrigin::None;
    }
};

PasswordResolver::PasswordResolver(QObject* parent)
    : QObject(parent)
{
}

void PasswordResolver::resolve(const Profile& profile, Done done)
{
    auto lookup = std::make_shared<Lookup>();
    lookup->number = ++m_lastLookup;
    lookup->found.profile = profile;
    lookup->done = std::move(done);
    const auto session = m_session.constFind(profile.name);
    for (const Side side : kSides) {
        if (session != m_session.constEnd() && !(*session)[indexOf(side)].isNull())
            lookup->take(side, (*session)[indexOf(side)], SecretOrigin::Given);
        else if (const auto given = passwordFromEnvironment(side))
            lookup->take(side, *given, SecretOrigin::Environment);
    }
    if (SecretStore::mayBeAvailable())
        askKeychain(lookup, Side::Remote);
    else
        askEnvFile(lookup);
}

void PasswordResolver::askKeychain(const std::shared_ptr<Lookup>& lookup, Side side)
{
    const auto goOn = [this, lookup, side] {
        if (side == Side::Remote)
            askKeychain(lookup, Side::Local);
        else
            askEnvFile(lookup);
    };
    if (!lookup->isMissing(side))
        return goOn();
    SecretStore::read({lookup->found.profile.name, side}, this,
                      [lookup, side, goOn](const Result<std::optional<QString>>& answer) {
                          if (answer.ok() && answer.value())
                              lookup->take(side, *answer.value(), SecretOrigin::Keychain);
                          goOn();
                      });
}

void PasswordResolver::askEnvFile(const std::shared_ptr<Lookup>& lookup)
{
    m_background.run(
        QString::number(lookup->number),
        [found = lookup->found](const std::stop_token&) {
            Lookup inFile;
            inFile.found = found;
            for (const Side side : kSides) {
                if (!inFile.isMissing(side))
                    continue;
                const auto password = passwordFromEnvFile(found.profile, side);
                if (password.ok() && password.value())
                    inFile.take(side, *password.value(), SecretOrigin::EnvFile);
            }
            return inFile.found;
        },
        [lookup](const ResolvedProfile& found) { lookup->done(found); });
}

void PasswordResolver::remember(const Profile& profile, bool keep,
                                std::function<void(const Status&)> done)
{
    auto& known = m_session[profile.name];
    for (const Side side : kSides) {
        const QString& password = profile.side(side).password;
        if (password.isEmpty())
            continue;
        known[indexOf(side)] = password;
        if (keep && SecretStore::mayBeAvailable())
            write({profile.name, side}, password, done);
    }
}

void PasswordResolver::write(const SecretKey& key, const QString& secret,
                             const std::function<void(const Status&)>& done)
{
    SecretStore::write(key, secret, this, [done](const Status& status) {
        if (done)
            done(status);
    });
}

void PasswordResolver::forget(const QString& profile)
{
    m_session.remove(profile);
    if (!SecretStore::mayBeAvailable())
        return;
    for (const Side side : kSides)
        SecretStore::remove({profile, side}, this, [](const Status&) {});
}

void PasswordResolver::rename(const QString& from, const QString& to)
{
    const auto known = m_session.take(from);
    m_session.insert(to, known);
}

} // namespace causeway
