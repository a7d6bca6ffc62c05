// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/doctor/check.h"

#include <QCoreApplication>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "pair";

std::vector<Finding> look(Examination& examination)
{
    const auto condition = examinePair(examination.profile);
    if (!condition)
        return {problemOf(QLatin1String(kId), condition.error())};
    if (!condition->problem) {
        return {fine(QLatin1String(kId),
                     QCoreApplication::translate(
                         "causeway::Doctor",
                         "These are the two databases that were recorded, and neither has gone "
                         "back in time."))};
    }
    Finding finding = problemOf(QLatin1String(kId), *condition->problem);
    finding.fix = FixKind::Confirm;
    finding.evidence << condition->remote << condition->local;
    finding.steps.prepend(QCoreApplication::translate(
        "causeway::Doctor", "causewayctl repair shows what was found, and the ways on."));
    return {finding};
}

} // namespace

Check pairCheck()
{
    return {kId, Needs::ControlTables, &look, nullptr};
}

} // namespace causeway::doctor
