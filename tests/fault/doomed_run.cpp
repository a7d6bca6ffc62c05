// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/doomed_run.h"

#include "sync/control/control_store.h"
#include "sync/core/progress.h"
#include "sync/profile/connection_url.h"
#include "sync/run/sync_engine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <csignal>
#include <unistd.h>

namespace causeway::test {
namespace {

constexpr int kLongestRun = 60'000; // milliseconds
constexpr qint64 kMergedTokens = 1'000'000'000;

const QString kMark = QStringLiteral("doomed");

/// The child's fate: read by the hook, which every thread of the run calls.
struct Fate {
    FaultPoint point = FaultPoint::Count;
    int hit = 1;
    pid_t process = 0;
    std::atomic<int> hits{0};
};
Fate& fate()
{
    static Fate one;
    return one;
}

void strike(FaultPoint point)
{
    Fate& mine = fate();
    if (point != mine.point || ++mine.hits != mine.hit)
        return;
    ::kill(mine.process == 0 ? ::getpid() : mine.process, SIGKILL);
}

/// Where the other side's row, else the local one, gets a token of its own.
RowImage mergedImage(const ConflictRow& conflict)
{
    RowImage row = conflict.local ? *conflict.local : conflict.remote.value_or(RowImage{});
    const auto at = row.columns.indexOf(QStringLiteral("token"));
    row.cells[static_cast<std::size_t>(at)] = QByteArray::number(kMergedTokens + conflict.id);
    return row;
}

Error reportedError(const SyncReport& report)
{
    if (report.error)
        return *report.error;
    for (const TableOutcome& table : report.tables) {
        if (table.error)
            return *table.error;
    }
    return {};
}

Status syncOnce(const Profile& profile, Policy policy)
{
    ProgressMailbox mailbox;
    const SyncReport report = runSync(requestUnderFire(profile, policy), {}, mailbox);
    return report.status == RunStatus::Success ? okStatus() : Status(reportedError(report));
}

Status resolveAll(const Profile& profile, quint64 seed)
{
    auto store = ControlStore::open(profile.local);
    CAUSEWAY_TRY(store);
    ConflictFilter open;
    open.state = ConflictState::Open;
    auto conflicts = store->conflicts(open);
    CAUSEWAY_TRY(conflicts);
    std::vector<ConflictDecision> decisions;
    for (const ConflictRow& conflict : *conflicts)
        decisions.push_back(decisionOn(conflict, seed));
    auto outcomes = resolveConflicts(profile, decisions, QStringLiteral("test"), {});
    CAUSEWAY_TRY(outcomes);
    for (const DecisionOutcome& outcome : *outcomes) {
        if (outcome.error)
            return *outcome.error;
    }
    return okStatus();
}

QString actionName(Doom::Action action)
{
    switch (action) {
    case Doom::Action::Sync:
        return QStringLiteral("sync");
    case Doom::Action::Resolve:
        return QStringLiteral("resolve");
    case Doom::Action::Undo:
        return QStringLiteral("undo");
    }
    Q_UNREACHABLE();
}

/// What a child was started for.
Status act(const Profile& profile, const QStringList& arguments)
{
    const QString& action = arguments.at(4);
    if (action == actionName(Doom::Action::Sync))
        return syncOnce(profile, parsePolicy(arguments.at(5)).value_or(Policy::Manual));
    if (action == actionName(Doom::Action::Resolve))
        return resolveAll(profile, arguments.at(6).toULongLong());
    const auto undone = undoRun(profile, arguments.at(10), false, QStringLiteral("test"), {});
    return undone ? okStatus() : Status(undone.error());
}

QString number(qint64 value)
{
    return QString::number(value);
}

QStringList argumentsFor(const Profile& profile, const Doom& doom)
{
    QStringList arguments{kMark, toConnectionUrl(profile.remote), toConnectionUrl(profile.local)};
    arguments << actionName(doom.action) << toText(doom.policy) << QString::number(doom.decisions)
              << (doom.point ? QString::fromLatin1(faultPointName(*doom.point).data())
                             : QStringLiteral("-"))
              << number(doom.hit) << number(doom.process) << doom.runId;
    return arguments;
}

/// Of a child that lived to tell it: "<code> <hits>".
void readTale(const QByteArray& told, const Doom& doom, DoomedEnd& end)
{
    const QByteArrayList words = told.trimmed().split(' ');
    end.errorCode = words.value(0) == "-" ? QByteArray() : words.value(0);
    end.struck = doom.point && words.value(1).toInt() >= doom.hit;
}

} // namespace

SyncRequest requestUnderFire(const Profile& profile, Policy policy)
{
    SyncRequest request;
    request.profile = profile;
    request.policy = policy;
    request.limits.batchRows = 4;
    request.limits.bulkChunkRows = 25;
    request.limits.timeouts.connect = std::chrono::seconds(10);
    request.limits.timeouts.read = std::chrono::seconds(20);
    return request;
}

ConflictDecision decisionOn(const ConflictRow& conflict, quint64 seed)
{
    ConflictDecision decision;
    decision.conflictId = conflict.id;
    const quint64 pick = (static_cast<quint64>(conflict.id) * 2654435761U + seed) >> 7;
    decision.use = std::array{Settlement::Remote, Settlement::Local, Settlement::Merged}[pick % 3];
    if (decision.use == Settlement::Merged)
        decision.merged = mergedImage(conflict);
    return decision;
}

std::optional<RowImage> decidedRow(const ConflictRow& conflict, quint64 seed)
{
    const ConflictDecision decision = decisionOn(conflict, seed);
    if (decision.use == Settlement::Merged)
        return decision.merged;
    return decision.use == Settlement::Remote ? conflict.remote : conflict.local;
}

DoomedEnd meetDoom(const Profile& profile, const Doom& doom)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    child.start(QCoreApplication::applicationFilePath(), argumentsFor(profile, doom));
    bool ended = false;
    if (doom.moment)
        ended = child.waitForFinished(static_cast<int>(doom.moment->count()));
    else
        ended = child.waitForFinished(kLongestRun);
    DoomedEnd end;
    if (!ended) {
        child.kill();
        child.waitForFinished();
    }
    end.duration = std::chrono::milliseconds(clock.elapsed());
    end.died = child.exitStatus() == QProcess::CrashExit;
    end.struck = end.died && (doom.moment || ended);
    if (!end.died)
        readTale(child.readAllStandardOutput(), doom, end);
    return end;
}

bool isDoomed(const QStringList& arguments, int& code)
{
    if (arguments.value(1) != kMark)
        return false;
    Profile profile;
    profile.name = kMark;
    profile.readOnly = false;
    const auto remote = parseConnectionUrl(arguments.value(2));
    const auto local = parseConnectionUrl(arguments.value(3));
    code = 1;
    if (!remote || !local)
        return true;
    profile.remote = *remote;
    profile.local = *local;
    fate().point = faultPointNamed(arguments.value(7).toStdString()).value_or(FaultPoint::Count);
    fate().hit = arguments.value(8).toInt();
    fate().process = arguments.value(9).toInt();
    setFaultHook(&strike);
    const Status done = act(profile, arguments);
    const QByteArray told = done ? QByteArray("-") : errorCodeText(done.error().code).toLatin1();
    printf("%s %d\n", told.constData(), fate().hits.load());
    code = 0;
    return true;
}

} // namespace causeway::test
