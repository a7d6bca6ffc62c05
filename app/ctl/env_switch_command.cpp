// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/compare_command.h"
#include "app/ctl/env_commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/report_text.h"
#include "app/ctl/sync_command.h"
#include "sync/db/connection.h"
#include "sync/profile/env_profile.h"

namespace causeway::ctl {
namespace {

/// One `env switch`, step by step; each step says whether to go on.
class Switch final {
    Q_DECLARE_TR_FUNCTIONS(EnvSwitch)
public:
    explicit Switch(Context& context)
        : m_context(context)
        , m_options(context.options)
    {
    }
    int execute();

private:
    [[nodiscard]] Status prepare();
    [[nodiscard]] Result<Side> wantedSide() const;
    [[nodiscard]] SideConfig applicationSide() const;
    [[nodiscard]] Status check() const;
    [[nodiscard]] Status resolve(Access access);
    [[nodiscard]] bool wantsSync() const;
    [[nodiscard]] bool syncAndProve();
    [[nodiscard]] bool prove();
    [[nodiscard]] Status write();
    [[nodiscard]] bool fail(const Status& status);
    bool stopHere(int code);
    void work();

    Context& m_context;
    const ParsedOptions& m_options;
    EnvOutcome m_outcome;
    EnvTarget m_seen;
    Side m_to = Side::Remote;
    Profile m_pair;
};

bool Switch::fail(const Status& status)
{
    if (status)
        return true;
    m_outcome.error = status.error();
    return stopHere(exitCodeFor(status.error().code));
}

bool Switch::stopHere(int code)
{
    m_outcome.code = m_context.stop.stop_requested() ? Interrupt::kExitCode : code;
    return false;
}

Result<Side> Switch::wantedSide() const
{
    if (!m_options.arguments().isEmpty()) {
        const QString word = m_options.arguments().first();
        const auto side = parseSide(word);
        return side ? Result<Side>(*side)
                    : Result<Side>(
                          usageError(tr("\"%1\" is neither \"remote\" nor \"local\"").arg(word)));
    }
    if (m_seen.side)
        return *m_seen.side == Side::Remote ? Side::Local : Side::Remote;
    const QString which = tr("Say which side: \"env switch remote\" or \"env switch local\".");
    if (m_seen.written.isNull())
        return makeError(ErrorCode::CfgMissing, QStringLiteral("DB_ENV"), which);
    return makeError(ErrorCode::CfgInvalid, QStringLiteral("DB_ENV"), which);
}

Status Switch::prepare()
{
    if (m_options.has(QStringLiteral("sync")) && m_options.has(QStringLiteral("no-sync")))
        return usageError(tr("give only one of --sync and --no-sync"));
    const auto file = envFileOf(m_context);
    CAUSEWAY_TRY(file);
    m_outcome.file = *file;
    const auto seen = readEnvTarget(*file);
    CAUSEWAY_TRY(seen);
    m_seen = *seen;
    m_outcome.change.from = m_seen.written;
    const auto to = wantedSide();
    CAUSEWAY_TRY(to);
    m_to = *to;
    m_outcome.change.to = toText(m_to);
    return okStatus();
}

Status Switch::resolve(Access access)
{
    auto pair = resolvePair(m_context, access);
    CAUSEWAY_TRY(pair);
    m_pair = *pair;
    return okStatus();
}

/// As the application will connect: its own file counts where it names the side.
SideConfig Switch::applicationSide() const
{
    const auto file = EnvFile::load(m_outcome.file);
    const auto imported = file ? profileFromEnv(*file, QString()) : Result<EnvImport>(file.error());
    if (!imported)
        return m_pair.side(m_to);
    SideConfig side = imported->profile.side(m_to);
    if (side.password.isEmpty())
        side.password = m_pair.side(m_to).password;
    return side;
}

Status Switch::check() const
{
    if (m_options.has(QStringLiteral("no-check")))
        return okStatus();
    const auto connection = Connection::open(applicationSide(), m_to);
    CAUSEWAY_TRY(connection);
    m_context.console.note(tr("%1 can be reached.").arg(connection->label()));
    return okStatus();
}

bool Switch::wantsSync() const
{
    if (m_options.has(QStringLiteral("sync")))
        return true;
    if (m_options.has(QStringLiteral("no-sync")))
        return false;
    if (m_context.console.canAsk())
        return m_context.console.confirm(
            tr("Sync both sides and compare them first, so that the application finds the same "
               "data there?"));
    m_context.console.note(tr("Both sides are not synced first; --sync does that."));
    return false;
}

bool Switch::prove()
{
    const auto comparison = comparePair(m_pair, {}, m_context.stop);
    if (!comparison)
        return fail(comparison.error());
    m_outcome.comparison = *comparison;
    m_context.console.print(compareText(*comparison));
    if (comparison->equal)
        return true;
    m_context.console.warn(
        tr("The sides still differ; --no-sync switches all the same, without a proof."));
    return stopHere(CompareCommand::exitCode(*comparison));
}

bool Switch::syncAndProve()
{
    if (!fail(resolve(Access::Write)))
        return false;
    SyncRequest request;
    request.profile = m_pair;
    request.trigger = TriggerSource::Cli;
    const SyncReport report = SyncCommand::runShowingProgress(request, m_context);
    m_outcome.sync = report;
    m_context.console.print(reportText(report));
    m_outcome.error = report.error;
    for (const TableOutcome& table : report.tables) {
        if (table.error && !m_outcome.error)
            m_outcome.error = table.error;
    }
    if (const int code = exitCodeFor(report); code > 1 || m_context.stop.stop_requested())
        return stopHere(code);
    return prove();
}

Status Switch::write()
{
    const auto change = pointEnvAt(m_outcome.file, m_to, m_seen);
    CAUSEWAY_TRY(change);
    m_outcome.change = *change;
    m_outcome.switched = true;
    return okStatus();
}

void Switch::work()
{
    if (!fail(prepare()) || m_seen.side == m_to)
        return;
    const bool needsPair =
        !m_options.has(QStringLiteral("no-check")) || m_options.has(QStringLiteral("sync"));
    if (needsPair && !fail(resolve(Access::Read)))
        return;
    if (!fail(check()) || (wantsSync() && !syncAndProve()))
        return;
    if (m_context.stop.stop_requested()) {
        stopHere(Interrupt::kExitCode);
        return;
    }
    if (fail(write()))
        runAfterSwitch(m_outcome, m_context);
}

int Switch::execute()
{
    work();
    return showOutcome(m_outcome, m_context);
}

} // namespace

QString EnvSwitchCommand::name() const
{
    return QStringLiteral("env switch");
}

QString EnvSwitchCommand::summary() const
{
    return tr("point an application's .env at the other side, or at the one named");
}

QString EnvSwitchCommand::arguments() const
{
    return QStringLiteral("[remote|local]");
}

std::vector<OptionSpec> EnvSwitchCommand::options() const
{
    std::vector<OptionSpec> options{
        {QStringLiteral("sync"), QString(),
         tr("sync both sides and compare them first; switch only when they are equal")},
        {QStringLiteral("no-sync"), QString(), tr("do not, and do not ask")},
        {QStringLiteral("no-check"), QString(),
         tr("switch although the side may not be reachable now")},
    };
    const std::vector<OptionSpec> after = afterSwitchOptions();
    options.insert(options.end(), after.begin(), after.end());
    return options;
}

int EnvSwitchCommand::execute(Context& context) const
{
    return Switch(context).execute();
}

} // namespace causeway::ctl
