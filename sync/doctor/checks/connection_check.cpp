// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/doctor/check.h"
#include "sync/doctor/connection_advice.h"
#include "sync/profile/side_label.h"

#include <QCoreApplication>

#include <array>

namespace causeway::doctor {
namespace {

constexpr const char* kId = "connection";

/// What each step of the connection test is about, as far as it is more than connecting.
struct Topic {
    const char* step;
    const char* id;
};
constexpr std::array<Topic, 6> kTopics{{{"tls", "encryption"},
                                        {"privileges", "privileges"},
                                        {"version", "version"},
                                        {"clock", "clock"},
                                        {"read_only", "read_only"},
                                        {"durability", "durability"}}};

const char* topicOf(const TestStep& step)
{
    for (const Topic& topic : kTopics) {
        if (step.id == QLatin1String(topic.step))
            return topic.id;
    }
    return kId;
}

QString lineOf(const TestStep& step)
{
    return QCoreApplication::translate("causeway::Doctor", "%1: %2", "title: value")
        .arg(step.name, step.detail);
}

Finding ofStep(const TestStep& step, const SideConfig& config, Side side)
{
    const QString id = idOf(topicOf(step), side);
    if (!step.passed && step.error) {
        Finding finding = problemOf(id, *step.error);
        finding.steps = connectionAdvice(*step.error, config);
        if (finding.steps.isEmpty())
            finding.steps << step.hint;
        return finding;
    }
    const QString what = QCoreApplication::translate("causeway::Doctor", "%1 of %2: %3",
                                                     "what, of which side: result")
                             .arg(step.name, sideWord(side), step.detail);
    if (!step.warning)
        return fine(id, what);
    Finding finding = warning(id, what);
    finding.steps << step.hint;
    return finding;
}

/// One finding for the connection itself, and one for each topic behind it.
void lookAtSide(Examination& examination, Side side, std::vector<Finding>& findings)
{
    const QString id = idOf(kId, side);
    Finding connected = fine(id, QCoreApplication::translate("causeway::Doctor", "%1 answers.")
                                     .arg(sideLabel(side, examination.profile.side(side))));
    std::vector<Finding> topics;
    for (const TestStep& step : examination.steps(side)) {
        const bool isConnecting = QLatin1String(topicOf(step)) == QLatin1String(kId);
        if (isConnecting && !step.passed) {
            const QStringList before = connected.evidence;
            connected = ofStep(step, examination.profile.side(side), side);
            connected.evidence = before;
        }
        if (isConnecting)
            connected.evidence << lineOf(step);
        else
            topics.push_back(ofStep(step, examination.profile.side(side), side));
    }
    findings.push_back(std::move(connected));
    std::move(topics.begin(), topics.end(), std::back_inserter(findings));
}

std::vector<Finding> look(Examination& examination)
{
    std::vector<Finding> findings;
    for (const Side side : {Side::Remote, Side::Local})
        lookAtSide(examination, side, findings);
    return findings;
}

} // namespace

Check connectionCheck()
{
    return {kId, Needs::Nothing, &look, nullptr};
}

} // namespace causeway::doctor
