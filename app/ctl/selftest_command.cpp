// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/option_values.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/report_text.h"
#include "app/ctl/text_table.h"
#include "sync/monitor/machine_meter.h"
#include "sync/profile/env_profile.h"
#include "sync/selftest/selftest_document.h"
#include "sync/selftest/selftest_runner.h"

#include <QCoreApplication>
#include <QDir>

#include <future>

namespace causeway::ctl {
namespace {

constexpr std::chrono::milliseconds kLook{200};
constexpr std::chrono::seconds kMonitorEvery{1};

class SelfTestCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(SelfTestCommand)
public:
    QString name() const override { return QStringLiteral("selftest"); }
    QString summary() const override
    {
        return tr("prove that this installation works, on databases of its own");
    }
    std::vector<OptionSpec> options() const override;
    int execute(Context& context) const override;
};

std::vector<OptionSpec> SelfTestCommand::options() const
{
    return {
        {QStringLiteral("test-type"), QStringLiteral("deployment|sync|boundary"),
         tr("only the cases of this group (may be repeated)"), true},
        {QStringLiteral("test-name"), QStringLiteral("NAME"),
         tr("only this case, for example FullSyncTest (may be repeated)"), true},
        {QStringLiteral("monitor"), QString(), tr("tell progress, speed and memory every second")},
        {QStringLiteral("auto-fix"), QString(),
         tr("also remove empty leftovers, make control tables that scratch databases lack")},
        {QStringLiteral("verbose"), QString(), tr("tell each check")},
        {QStringLiteral("output-dir"), QStringLiteral("DIR"),
         tr("where the report goes; test_reports when not given")},
        {QStringLiteral("report-format"), QStringLiteral("html|json|markdown"),
         tr("html when not given")},
        {QStringLiteral("timeout"), QStringLiteral("SECONDS"),
         tr("for each case; 300 when not given")},
    };
}

std::optional<ReportFormat> parseFormat(const QString& text)
{
    const QString word = text.trimmed().toLower();
    if (word == QLatin1String("html"))
        return ReportFormat::Html;
    if (word == QLatin1String("json"))
        return ReportFormat::Json;
    return word == QLatin1String("markdown") ? std::optional(ReportFormat::Markdown) : std::nullopt;
}

QString mark(bool passed)
{
    return passed ? QStringLiteral("✓") : QStringLiteral("✗");
}

/// One `selftest`, from the options to the report.
class SelfTestRun final {
    Q_DECLARE_TR_FUNCTIONS(SelfTestCommand)
public:
    explicit SelfTestRun(Context& context)
        : m_context(context)
        , m_console(context.console)
        , m_options(context.options)
    {
    }
    int execute();

private:
    [[nodiscard]] Status readOptions();
    [[nodiscard]] Status chooseTheCases();
    [[nodiscard]] Status choosePair();
    [[nodiscard]] Result<SelfTestReport> run();
    void tellProgress(const SelfTestWatch& watch);
    void tellCase(const CaseReport& one);
    void show(const SelfTestReport& report, const QString& path);

    Context& m_context;
    Console& m_console;
    const ParsedOptions& m_options;
    SelfTestRequest m_request;
    ReportFormat m_format = ReportFormat::Html;
    std::chrono::steady_clock::time_point m_monitored{};
};

Status SelfTestRun::chooseTheCases()
{
    std::vector<TestGroup> groups;
    for (const QString& word : m_options.values(QStringLiteral("test-type"))) {
        const auto group = parseTestGroup(word);
        if (!group)
            return usageError(tr("\"%1\" is not one of: %2.")
                                  .arg(word, QStringLiteral("deployment, sync, boundary")));
        groups.push_back(*group);
    }
    auto cases = chooseCases(groups, m_options.values(QStringLiteral("test-name")));
    CAUSEWAY_TRY(cases);
    m_request.cases = std::move(*cases);
    return okStatus();
}

/// Without a pair the cases run on private servers.
Status SelfTestRun::choosePair()
{
    const bool isNamed = m_options.has(QStringLiteral("profile")) ||
                         m_options.has(QStringLiteral("env-file")) ||
                         m_options.has(QStringLiteral("remote")) ||
                         m_options.has(QStringLiteral("local")) || environmentNamesAPair();
    if (!isNamed)
        return okStatus();
    auto pair = resolvePair(m_context, Access::Read);
    CAUSEWAY_TRY(pair);
    m_request.profile = std::move(*pair);
    return okStatus();
}

Status SelfTestRun::readOptions()
{
    CAUSEWAY_TRY(chooseTheCases());
    const auto format =
        choiceOption<ReportFormat>(m_options, QStringLiteral("report-format"), &parseFormat,
                                   QStringLiteral("html, json, markdown"));
    CAUSEWAY_TRY(format);
    m_format = format->value_or(ReportFormat::Html);
    const auto timeout =
        numberOption(m_options, QStringLiteral("timeout"), m_request.timeout.count(), 1);
    CAUSEWAY_TRY(timeout);
    m_request.timeout = std::chrono::seconds(std::min<qint64>(*timeout, 86'400));
    m_request.autoFix = m_options.has(QStringLiteral("auto-fix"));
    return choosePair();
}

/// With --monitor a line every second; else a line that is overwritten, on terminals only.
void SelfTestRun::tellProgress(const SelfTestWatch& watch)
{
    using namespace std::chrono;
    const SelfTestSnapshot now = watch.latest();
    const QString at = now.name.isEmpty() ? tr("preparing the servers")
                                          : tr("[%1/%2] %3 · checks: %4")
                                                .arg(now.done + 1)
                                                .arg(now.total)
                                                .arg(now.name)
                                                .arg(now.checks);
    if (!m_options.has(QStringLiteral("monitor"))) {
        m_console.showProgress(at);
        return;
    }
    if (steady_clock::now() - m_monitored < kMonitorEvery)
        return;
    m_monitored = steady_clock::now();
    const double memory = residentBytes().value_or(0) / 1e6;
    m_console.note(
        at + QStringLiteral(" · ") + progressText(*watch.run.latest()) + QStringLiteral(" · ") +
        tr("memory %1").arg(figureText(memory, QStringLiteral("MB"))) + QStringLiteral(" · ") +
        durationText(duration_cast<milliseconds>(m_monitored - now.began)));
}

/// On the thread of the self-test; the console takes lines from any.
void SelfTestRun::tellCase(const CaseReport& one)
{
    m_console.note(QStringLiteral("%1  %2  (%3)")
                       .arg(statusWord(one.status), one.name, durationText(one.duration)));
    if (m_options.has(QStringLiteral("verbose"))) {
        for (const TestCheck& check : one.checks)
            m_console.note(QStringLiteral("    %1 %2").arg(mark(check.passed), check.text));
        for (const TestFigure& figure : one.figures)
            m_console.note(QStringLiteral("    %1 %2: %3")
                               .arg(mark(figure.passed()), figure.name,
                                    figureText(figure.value, figure.unit)));
    }
    for (const QString& line : failuresOf(one))
        m_console.note(QStringLiteral("    ") + line);
}

Result<SelfTestReport> SelfTestRun::run()
{
    SelfTestWatch watch;
    auto running = std::async(std::launch::async, [this, &watch] {
        return runSelfTest(m_request, m_context.stop, watch,
                           [this](const CaseReport& one) { tellCase(one); });
    });
    while (running.wait_for(kLook) != std::future_status::ready)
        tellProgress(watch);
    m_console.clearProgress();
    return running.get();
}

void SelfTestRun::show(const SelfTestReport& report, const QString& path)
{
    TextTable table;
    table.addColumn(tr("Result"));
    table.addColumn(tr("Group"));
    table.addColumn(tr("Case"));
    table.addColumn(tr("Checks"), TextTable::Align::Right);
    table.addColumn(tr("Time"), TextTable::Align::Right);
    for (const CaseReport& one : report.cases) {
        table.addRow({statusWord(one.status), toText(one.group), one.name,
                      QString::number(one.checks.size() + one.figures.size()),
                      durationText(one.duration)});
    }
    m_console.print(table.toString());
    m_console.print(summaryOf(report));
    for (const QString& line : report.notes + report.repairs)
        m_console.print(line);
    m_console.print(tr("Report: %1").arg(QDir::toNativeSeparators(path)));
    QJsonObject document = toJson(report);
    document.insert(QStringLiteral("report_file"), path);
    m_console.document(document);
}

int SelfTestRun::execute()
{
    if (const Status read = readOptions(); !read)
        return m_console.fail(read.error());
    const auto report = run();
    if (!report)
        return m_console.fail(report.error());
    const QString folder = m_options.has(QStringLiteral("output-dir"))
                               ? m_options.value(QStringLiteral("output-dir"))
                               : QStringLiteral("test_reports");
    const auto path = saveReport(*report, folder, m_format);
    if (!path)
        return m_console.fail(path.error());
    show(*report, *path);
    if (report->interrupted)
        return Interrupt::kExitCode;
    return report->count(TestStatus::Failed) > 0 ? 1 : 0;
}

int SelfTestCommand::execute(Context& context) const
{
    return SelfTestRun(context).execute();
}

} // namespace

void addSelfTestCommands(Commands& commands)
{
    commands.push_back(std::make_unique<SelfTestCommand>());
}

} // namespace causeway::ctl
