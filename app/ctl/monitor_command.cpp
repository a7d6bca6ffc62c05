// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/monitor_command.h"

#include "app/ctl/monitor_output.h"
#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"

#include <QDir>
#include <QJsonArray>

#include <condition_variable>
#include <mutex>

namespace causeway::ctl {
namespace {

constexpr qint64 kLongestInterval = 86'400;             // s
constexpr std::chrono::milliseconds kFirstReading{300}; // rates are over a time
constexpr qsizetype kMostSamples = 10'000;              // of one JSON document: the newest

/// What was asked for.
struct Wishes {
    std::chrono::seconds interval{2};
    qint64 count = 0; ///< 0: until interrupted
    bool streams = false;
};

Result<Wishes> wishesOf(const ParsedOptions& options)
{
    Wishes wishes;
    const auto interval = numberOption(options, QStringLiteral("interval"), 2, 1);
    CAUSEWAY_TRY(interval);
    const auto count = numberOption(options, QStringLiteral("count"), 0, 1);
    CAUSEWAY_TRY(count);
    wishes.interval = std::chrono::seconds(qMin(*interval, kLongestInterval));
    wishes.count = *count;
    wishes.streams = options.has(QStringLiteral("stream"));
    return wishes;
}

/// The loop of one `monitor`.
class Loop final {
public:
    Loop(const Profile& profile, const Wishes& wishes, Context& context)
        : m_profile(profile)
        , m_wishes(wishes)
        , m_context(context)
        , m_sampler(profile, QDir::homePath())
        , m_watch(profile.local)
    {
    }
    int execute();

private:
    [[nodiscard]] MonitorView view();
    void show(const MonitorView& view);
    void wait(std::chrono::milliseconds time) const;
    [[nodiscard]] int end(const std::optional<Error>& trouble, qint64 seen);

    const Profile& m_profile;
    const Wishes m_wishes;
    Context& m_context;
    Sampler m_sampler;
    RunWatch m_watch;
    QJsonArray m_samples;
};

void Loop::wait(std::chrono::milliseconds time) const
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any changed;
    changed.wait_for(lock, m_context.stop, time, [] { return false; });
}

MonitorView Loop::view()
{
    MonitorView view;
    view.seen = m_sampler.observe({});
    auto recorded = m_watch.look();
    if (recorded)
        view.recorded = std::move(*recorded);
    else
        view.trouble = recorded.error();
    return view;
}

void Loop::show(const MonitorView& view)
{
    Console& console = m_context.console;
    if (!console.isJson()) {
        console.canRedraw() ? console.redraw(monitorBlock(view, m_profile))
                            : console.print(monitorLine(view));
        return;
    }
    if (m_wishes.streams) {
        console.documentLine(monitorToJson(view));
        return;
    }
    m_samples.append(monitorToJson(view));
    if (m_samples.size() > kMostSamples)
        m_samples.removeFirst();
}

int Loop::execute()
{
    static_cast<void>(m_sampler.observe({})); // rates begin with the second look
    wait(kFirstReading);
    qint64 seen = 0;
    std::optional<Error> trouble;
    while (!m_context.stop.stop_requested()) {
        const MonitorView now = view();
        trouble = now.seen.troubles[0] ? now.seen.troubles[0] : now.seen.troubles[1];
        show(now);
        if (++seen == m_wishes.count)
            break;
        wait(m_wishes.interval);
    }
    return end(trouble, seen);
}

/// To be interrupted is the way to end it, unless a number of samples was asked for.
int Loop::end(const std::optional<Error>& trouble, qint64 seen)
{
    if (!m_wishes.streams) {
        if (m_wishes.count == 1 && !m_samples.isEmpty())
            m_context.console.document(m_samples.first().toObject());
        else
            m_context.console.document(m_samples);
    }
    if (m_wishes.count > 0 && seen < m_wishes.count)
        return 1; // interrupted: becomes 130
    return m_wishes.count > 0 && trouble ? exitCodeFor(trouble->code) : 0;
}

} // namespace

QString MonitorCommand::name() const
{
    return QStringLiteral("monitor");
}

QString MonitorCommand::summary() const
{
    return tr("show live figures: connections, latency, this machine, conflicts, the run at work; "
              "Ctrl+C ends it (exit code 0, or 130 before --count is reached)");
}

std::vector<OptionSpec> MonitorCommand::options() const
{
    return {
        {QStringLiteral("interval"), QStringLiteral("S"), tr("seconds between two looks (2)")},
        {QStringLiteral("count"), QStringLiteral("N"),
         tr("end after N looks; the exit code is 3 when a side could not be reached at the last")},
        {QStringLiteral("stream"), QString(),
         tr("with --json: one document on a line for each look, at once; without it one document "
            "with --count 1, else a list of them at the end")},
    };
}

int MonitorCommand::execute(Context& context) const
{
    const auto wishes = wishesOf(context.options);
    if (!wishes)
        return context.console.fail(wishes.error());
    if (wishes->streams && !context.console.isJson())
        return context.console.fail(usageError(tr("--stream needs --json")));
    const auto profile = resolvePair(context, Access::Read);
    if (!profile)
        return context.console.fail(profile.error());
    return Loop(*profile, *wishes, context).execute();
}

void addMonitorCommands(Commands& commands)
{
    commands.push_back(std::make_unique<MonitorCommand>());
}

} // namespace causeway::ctl
