// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/pair_source.h"

#include "sync/profile/connection_url.h"
#include "sync/profile/env_profile.h"
#include "sync/profile/private_file.h"
#include "sync/profile/profile_store.h"
#include "sync/profile/secret_store.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace causeway::ctl {
namespace {

class PairSource final {
    Q_DECLARE_TR_FUNCTIONS(PairSource)
public:
    explicit PairSource(Context& context)
        : m_context(context)
        , m_options(context.options)
    {
    }

    Result<Profile> resolve(Access access);

private:
    [[nodiscard]] Status checkChoice() const;
    [[nodiscard]] Result<Profile> choose();
    [[nodiscard]] Result<Profile> fromUrls() const;
    [[nodiscard]] Result<Profile> fromEnvFile() const;
    [[nodiscard]] Result<Profile> fromEnvironment() const;
    [[nodiscard]] Result<Profile> fromStore() const;
    [[nodiscard]] Result<SideConfig> sideFromUrl(const QString& option) const;
    void takePasswordsFromInput(Profile& profile) const;
    void takePasswordsFromEnvironment(Profile& profile) const;
    [[nodiscard]] Status askForPasswords(Profile& profile) const;
    void tell(const QStringList& warnings) const;

    Context& m_context;
    const ParsedOptions& m_options;
};

Status PairSource::checkChoice() const
{
    const bool hasUrl =
        m_options.has(QStringLiteral("remote")) || m_options.has(QStringLiteral("local"));
    const int ways = (hasUrl ? 1 : 0) + (m_options.has(QStringLiteral("env-file")) ? 1 : 0) +
                     (m_options.has(QStringLiteral("profile")) ? 1 : 0);
    if (ways > 1)
        return usageError(
            tr("give only one of --profile, --env-file and the pair --remote, --local"));
    if (hasUrl &&
        !(m_options.has(QStringLiteral("remote")) && m_options.has(QStringLiteral("local"))))
        return usageError(tr("--remote and --local belong together"));
    return okStatus();
}

Result<SideConfig> PairSource::sideFromUrl(const QString& option) const
{
    auto side = parseConnectionUrl(m_options.value(option));
    if (side)
        return side;
    Error error = side.error();
    error.what = QLatin1String("--") + option;
    return error;
}

Result<Profile> PairSource::fromUrls() const
{
    auto remote = sideFromUrl(QStringLiteral("remote"));
    if (!remote)
        return remote.error();
    auto local = sideFromUrl(QStringLiteral("local"));
    if (!local)
        return local.error();
    Profile profile;
    profile.name = QStringLiteral("command line");
    profile.remote = *remote;
    profile.local = *local;
    profile.readOnly = false;
    return profile;
}

void PairSource::tell(const QStringList& warnings) const
{
    for (const QString& warning : warnings)
        m_context.console.warn(warning);
}

Result<Profile> PairSource::fromEnvFile() const
{
    const QString path = m_options.value(QStringLiteral("env-file"));
    auto file = EnvFile::load(path);
    if (!file)
        return file.error();
    auto imported = profileFromEnv(*file, QFileInfo(path).fileName());
    if (!imported)
        return imported.error();
    tell(imported->warnings);
    Profile profile = imported->profile;
    const bool holdsSecret =
        !profile.remote.password.isEmpty() || !profile.local.password.isEmpty();
    if (holdsSecret && isReadableByOthers(path)) {
        m_context.console.warn(tr("%1 holds a password and other users of this machine may read "
                                  "it; \"chmod 600\" corrects that.")
                                   .arg(path));
    }
    takePasswordsFromEnvironment(profile);
    profile.readOnly = false;
    return profile;
}

Result<Profile> PairSource::fromEnvironment() const
{
    auto imported = profileFromVariables(
        [](const QString& name) -> std::optional<QString> {
            const QByteArray key = name.toLatin1();
            return qEnvironmentVariableIsSet(key.constData())
                       ? std::optional(qEnvironmentVariable(key.constData()))
                       : std::nullopt;
        },
        tr("environment"), tr("the environment"));
    if (!imported)
        return imported.error();
    Profile profile = imported->profile;
    takePasswordsFromEnvironment(profile);
    profile.readOnly = false;
    return profile;
}

Result<Profile> PairSource::fromStore() const
{
    return ProfileStore().load(m_options.value(QStringLiteral("profile")));
}

Result<Profile> PairSource::choose()
{
    if (m_options.has(QStringLiteral("remote")))
        return fromUrls();
    if (m_options.has(QStringLiteral("env-file")))
        return fromEnvFile();
    if (m_options.has(QStringLiteral("profile")))
        return fromStore();
    if (environmentNamesAPair())
        return fromEnvironment();
    return makeError(
        ErrorCode::CfgMissing, tr("The pair of databases"),
        tr("Name it by --profile NAME, by --env-file FILE, by --remote URL --local URL, or by "
           "the DB_REMOTE_* and DB_LOCAL_* variables."));
}

void PairSource::takePasswordsFromEnvironment(Profile& profile) const
{
    for (const Side side : {Side::Remote, Side::Local}) {
        if (const auto password = passwordFromEnvironment(side))
            profile.side(side).password = *password;
    }
}

void PairSource::takePasswordsFromInput(Profile& profile) const
{
    if (!m_options.has(QStringLiteral("password-stdin")))
        return;
    for (const Side side : {Side::Remote, Side::Local}) {
        const QString line = m_context.console.readLine().value_or(QString());
        if (!line.isEmpty())
            profile.side(side).password = line;
    }
}

Status PairSource::askForPasswords(Profile& profile) const
{
    for (const Side side : {Side::Remote, Side::Local}) {
        SideConfig& config = profile.side(side);
        if (!config.password.isEmpty() || !config.socket.isEmpty() || !m_context.console.canAsk())
            continue;
        const auto password = m_context.console.askSecret(
            tr("Password of %1 (%2):").arg(config.display(), toText(side)));
        if (!password)
            return makeError(ErrorCode::SyncInterrupted, tr("The command"));
        config.password = *password;
    }
    return okStatus();
}

Result<Profile> PairSource::resolve(Access access)
{
    CAUSEWAY_TRY(checkChoice());
    auto profile = choose();
    if (!profile)
        return profile;
    if (m_options.has(QStringLiteral("unlock")))
        profile->readOnly = false;
    if (access == Access::Write && profile->readOnly) {
        return makeError(ErrorCode::CfgReadOnly, tr("The profile \"%1\"").arg(profile->name));
    }
    takePasswordsFromInput(*profile);
    CAUSEWAY_TRY(fillPasswordsBlocking(*profile, m_options.has(QStringLiteral("profile"))));
    if (m_options.has(QStringLiteral("profile")))
        CAUSEWAY_TRY(askForPasswords(*profile));
    return profile;
}

} // namespace

std::vector<OptionSpec> pairOptions()
{
    const auto say = [](const char* text) {
        return QCoreApplication::translate("PairSource", text);
    };
    return {
        {QStringLiteral("profile"), QStringLiteral("NAME"),
         say(QT_TRANSLATE_NOOP("PairSource", "the stored profile to work on"))},
        {QStringLiteral("env-file"), QStringLiteral("FILE"),
         say(QT_TRANSLATE_NOOP("PairSource", "the .env file that names the pair"))},
        {QStringLiteral("remote"), QStringLiteral("URL"),
         say(QT_TRANSLATE_NOOP("PairSource", "remote side: mysql://user@host:port/database, "
                                             "?socket=, ?tls=, &tls-ca="))},
        {QStringLiteral("local"), QStringLiteral("URL"),
         say(QT_TRANSLATE_NOOP("PairSource", "local side, in the same form"))},
        {QStringLiteral("password-stdin"), QString(),
         say(QT_TRANSLATE_NOOP("PairSource", "read the passwords from standard input: first line "
                                             "remote, second line local"))},
        {QStringLiteral("unlock"), QString(),
         say(QT_TRANSLATE_NOOP("PairSource", "write although the profile is read-only"))},
    };
}

Result<Profile> resolvePair(Context& context, Access access)
{
    return PairSource(context).resolve(access);
}

} // namespace causeway::ctl
