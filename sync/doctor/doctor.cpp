// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/doctor/doctor.h"

#include "sync/doctor/check.h"

#include <algorithm>

namespace causeway::doctor {
namespace {

bool isPossible(Needs needs, Examination& examination)
{
    const auto reaches = [&examination](Side side) {
        return examination.connection(side) != nullptr;
    };
    switch (needs) {
    case Needs::Nothing:
        return true;
    case Needs::AnySide:
        return reaches(Side::Remote) || reaches(Side::Local);
    case Needs::Local:
        return reaches(Side::Local);
    case Needs::BothSides:
        return reaches(Side::Remote) && reaches(Side::Local);
    case Needs::ControlTables:
        return reaches(Side::Remote) && reaches(Side::Local) && examination.hasControlTables();
    }
    return false;
}

/// "durability" stands for "durability.remote" too.
bool isIgnored(const QString& id, const QStringList& ignored)
{
    return std::any_of(ignored.begin(), ignored.end(), [&id](const QString& known) {
        return id == known || id.startsWith(known + QLatin1Char('.'));
    });
}

const Finding* firstSafe(const std::vector<Finding>& findings)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.fix == FixKind::Safe;
    });
    return found == findings.end() ? nullptr : &*found;
}

std::optional<Repair> repair(const Check& check, Examination& examination,
                             const std::vector<Finding>& findings)
{
    const Finding* wrong = firstSafe(findings);
    if (wrong == nullptr || check.repair == nullptr || examination.profile.readOnly)
        return std::nullopt;
    Repair repair;
    repair.check = QLatin1String(check.id);
    repair.what = wrong->what;
    repair.at = examination.now();
    const Status done = check.repair(examination, repair.statements);
    if (!done)
        repair.error = done.error();
    return repair;
}

/// What is found after a repair is what remains.
void repairAndLookAgain(const Check& check, Examination& examination,
                        std::vector<Finding>& findings, DoctorReport& report,
                        const Listener& listener)
{
    auto repaired = repair(check, examination, findings);
    if (!repaired)
        return;
    report.repairs.push_back(std::move(*repaired));
    if (listener.repaired)
        listener.repaired(report.repairs.back());
    findings = check.look(examination);
}

DoctorReport visit(Examination& examination, bool repairs, const Listener& listener)
{
    DoctorReport report;
    report.at = examination.now();
    for (const Check& check : allChecks()) {
        if (examination.stop.stop_requested()) {
            report.interrupted = true;
            break;
        }
        if (listener.checking)
            listener.checking(QLatin1String(check.id));
        const QStringList& ignored = examination.options.ignored;
        if (isIgnored(QLatin1String(check.id), ignored))
            continue;
        if (!isPossible(check.needs, examination)) {
            report.notExamined << QLatin1String(check.id);
            continue;
        }
        std::vector<Finding> findings = check.look(examination);
        if (repairs)
            repairAndLookAgain(check, examination, findings, report, listener);
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(report.findings),
                     [&ignored](const Finding& found) { return !isIgnored(found.id, ignored); });
    }
    report.interrupted = report.interrupted || examination.stop.stop_requested();
    return report;
}

} // namespace

int DoctorReport::count(Severity severity) const
{
    return static_cast<int>(
        std::count_if(findings.begin(), findings.end(),
                      [severity](const Finding& finding) { return finding.severity == severity; }));
}

bool DoctorReport::isHealthy() const
{
    return count(Severity::Ok) == static_cast<int>(findings.size()) && notExamined.isEmpty() &&
           !interrupted;
}

DoctorReport examine(const Profile& profile, const DoctorOptions& options, std::stop_token stop,
                     const Listener& listener)
{
    Examination examination(profile, options, std::move(stop));
    return visit(examination, false, listener);
}

DoctorReport examineAndRepair(const Profile& profile, const DoctorOptions& options,
                              std::stop_token stop, const Listener& listener)
{
    Examination examination(profile, options, std::move(stop));
    return visit(examination, true, listener);
}

} // namespace causeway::doctor
