// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/compare_command.h"
#include "app/ctl/conflict_commands.h"
#include "app/ctl/report_text.h"
#include "app/ctl/sync_command.h"
#include "sync/control/control_store.h"
#include "sync/demo/demo_pair.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QStandardPaths>

namespace causeway::ctl {
namespace {

/// Where the demo of the shell lives; the console keeps one of its own.
QString demoFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QLatin1String("/causeway/demo-shell");
}

/// The demo from its first step to its last: each method tells one and adds it to the document.
class DemoRun final {
    Q_DECLARE_TR_FUNCTIONS(DemoRun)
public:
    explicit DemoRun(Context& context)
        : m_context(context)
        , m_console(context.console)
    {
    }

    int run();

private:
    [[nodiscard]] Status prepare();
    [[nodiscard]] Status preview();
    [[nodiscard]] Status sync();
    [[nodiscard]] Status settleConflicts();
    [[nodiscard]] Status syncAgain();
    [[nodiscard]] Status compare();

    [[nodiscard]] Result<SyncReport> runOnce(bool dryRun, const char* member);
    [[nodiscard]] Result<std::vector<ConflictRow>> openConflicts();
    void chapter(const QString& title);

    Context& m_context;
    Console& m_console;
    DemoState m_demo;
    QJsonObject m_document;
    int m_chapter = 0;
    bool m_isEqual = false;
};

void DemoRun::chapter(const QString& title)
{
    m_console.print(QStringLiteral("\n%1. %2\n").arg(++m_chapter).arg(title));
}

Status DemoRun::prepare()
{
    const DemoProgress tell = [this](const QString& step, int done, int total) {
        if (m_console.hasTerminal())
            m_console.showProgress(QStringLiteral("[%1/%2] %3").arg(done).arg(total).arg(step));
        else
            m_console.note(step);
    };
    auto demo = prepareDemo(demoFolder(), tell, m_context.stop);
    if (!demo)
        return demo.error();
    m_demo = std::move(*demo);
    if (!m_demo.fresh)
        CAUSEWAY_TRY(resetDemo(m_demo, demoFolder(), tell, m_context.stop));
    m_console.clearProgress();
    chapter(tr("Two private servers with the same shop are running, and people changed rows on "
               "both sides."));
    m_console.print(QStringLiteral("   remote · ") + m_demo.profile.remote.display() +
                    QStringLiteral("\n   local  · ") + m_demo.profile.local.display());
    return okStatus();
}

Result<SyncReport> DemoRun::runOnce(bool dryRun, const char* member)
{
    SyncRequest request;
    request.profile = m_demo.profile;
    request.dryRun = dryRun;
    request.trigger = TriggerSource::Cli;
    SyncReport report = SyncCommand::runShowingProgress(request, m_context);
    m_document.insert(QLatin1String(member), toJson(report));
    if (report.error)
        return *report.error;
    m_console.print(reportText(report));
    return report;
}

Status DemoRun::preview()
{
    chapter(tr("What would a sync do? The dry run tells, and writes nothing."));
    const auto report = runOnce(true, "preview");
    return report ? okStatus() : Status(report.error());
}

Status DemoRun::sync()
{
    chapter(
        tr("Sync: every change travels to the other side; what was changed on both sides waits."));
    const auto report = runOnce(false, "sync");
    return report ? okStatus() : Status(report.error());
}

Result<std::vector<ConflictRow>> DemoRun::openConflicts()
{
    auto store = ControlStore::open(m_demo.profile.local);
    if (!store)
        return store.error();
    ConflictFilter filter;
    filter.state = ConflictState::Open;
    return store->conflicts(filter);
}

Status DemoRun::settleConflicts()
{
    const auto rows = openConflicts();
    if (!rows)
        return rows.error();
    chapter(tr("%1 conflicts wait for a person. Here every other one takes the remote row, the "
               "rest the local.")
                .arg(rows->size()));
    QJsonArray array;
    std::vector<ConflictDecision> decisions;
    for (const ConflictRow& row : *rows) {
        ConflictDecision decision;
        decision.conflictId = row.id;
        decision.use = decisions.size() % 2 == 0 ? Settlement::Remote : Settlement::Local;
        decisions.push_back(decision);
        array.append(conflictToJson(row));
    }
    m_console.print(conflictTable(*rows));
    m_document.insert(QStringLiteral("conflicts"), array);
    const auto outcomes =
        resolveConflicts(m_demo.profile, decisions, QStringLiteral("demo"), m_context.stop);
    if (!outcomes)
        return outcomes.error();
    qint64 settled = 0;
    for (const DecisionOutcome& outcome : *outcomes) {
        settled += outcome.applied ? 1 : 0;
        if (outcome.error)
            m_console.noteError(*outcome.error);
    }
    m_document.insert(QStringLiteral("settled"), settled);
    m_console.print(tr("%1 settled.").arg(settled));
    return okStatus();
}

Status DemoRun::syncAgain()
{
    chapter(tr("Sync again: there is nothing left to write."));
    const auto report = runOnce(false, "again");
    return report ? okStatus() : Status(report.error());
}

Status DemoRun::compare()
{
    chapter(
        tr("The proof: both sides compared value by value, without Causeway's memory of them."));
    const auto report = comparePair(m_demo.profile, {}, m_context.stop);
    if (!report)
        return report.error();
    m_isEqual = report->equal;
    m_document.insert(QStringLiteral("compare"), compareToJson(*report));
    m_console.print(compareText(*report));
    return okStatus();
}

int DemoRun::run()
{
    for (const auto step : {&DemoRun::prepare, &DemoRun::preview, &DemoRun::sync,
                            &DemoRun::settleConflicts, &DemoRun::syncAgain, &DemoRun::compare}) {
        if (const Status done = (this->*step)(); !done)
            return m_console.fail(done.error());
    }
    m_console.document(m_document);
    m_console.print(
        tr("\nThe console shows the same with windows: start \"causeway\" and choose the demo."));
    return m_isEqual ? 0 : 1;
}

class DemoCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(DemoCommand)
public:
    QString name() const override { return QStringLiteral("demo"); }
    QString summary() const override
    {
        return tr("run a sample shop on two private servers through a sync");
    }
    int execute(Context& context) const override { return DemoRun(context).run(); }
};

} // namespace

void addDemoCommands(Commands& commands)
{
    commands.push_back(std::make_unique<DemoCommand>());
}

} // namespace causeway::ctl
