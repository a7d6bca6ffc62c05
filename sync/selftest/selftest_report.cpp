// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/selftest/selftest_report.h"

#include "sync/run/sync_report.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace causeway {
namespace {

constexpr std::array kGroups{TestGroup::Deployment, TestGroup::Sync, TestGroup::Boundary};

double seconds(std::chrono::milliseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

QJsonValue orNull(const std::optional<double>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonArray toJson(const std::vector<TestCheck>& checks)
{
    QJsonArray array;
    for (const TestCheck& check : checks) {
        array.append(QJsonObject{{QStringLiteral("text"), check.text},
                                 {QStringLiteral("passed"), check.passed},
                                 {QStringLiteral("detail"), check.detail}});
    }
    return array;
}

QJsonArray toJson(const std::vector<TestFigure>& figures)
{
    QJsonArray array;
    for (const TestFigure& figure : figures) {
        const bool isFloor = figure.bound == TestFigure::Bound::AtLeast;
        array.append(QJsonObject{
            {QStringLiteral("name"), figure.name},
            {QStringLiteral("value"), figure.value},
            {QStringLiteral("unit"), figure.unit},
            {QStringLiteral("limit"), orNull(figure.limit)},
            {QStringLiteral("bound"),
             isFloor ? QStringLiteral("at_least") : QStringLiteral("at_most")},
            {QStringLiteral("passed"), figure.passed()},
        });
    }
    return array;
}

QJsonObject toJson(const CaseReport& one)
{
    const QJsonValue started = one.startedAt.isValid()
                                   ? QJsonValue(one.startedAt.toString(Qt::ISODateWithMs))
                                   : QJsonValue();
    return QJsonObject{
        {QStringLiteral("name"), one.name},
        {QStringLiteral("group"), toText(one.group)},
        {QStringLiteral("purpose"), one.purpose},
        {QStringLiteral("status"), toText(one.status)},
        {QStringLiteral("reason"), one.reason},
        {QStringLiteral("started_at"), started},
        {QStringLiteral("duration_s"), seconds(one.duration)},
        {QStringLiteral("checks"), toJson(one.checks)},
        {QStringLiteral("figures"), toJson(one.figures)},
        {QStringLiteral("error"), toJson(one.error)},
    };
}

} // namespace

QString toText(TestGroup group)
{
    switch (group) {
    case TestGroup::Deployment:
        return QStringLiteral("deployment");
    case TestGroup::Sync:
        return QStringLiteral("sync");
    case TestGroup::Boundary:
        break;
    }
    return QStringLiteral("boundary");
}

QString toText(TestStatus status)
{
    switch (status) {
    case TestStatus::Passed:
        return QStringLiteral("passed");
    case TestStatus::Failed:
        return QStringLiteral("failed");
    case TestStatus::Skipped:
        break;
    }
    return QStringLiteral("skipped");
}

std::optional<TestGroup> parseTestGroup(const QString& text)
{
    for (const TestGroup group : kGroups) {
        if (text.trimmed().compare(toText(group), Qt::CaseInsensitive) == 0)
            return group;
    }
    return std::nullopt;
}

int SelfTestReport::count(TestStatus status) const
{
    return static_cast<int>(
        std::count_if(cases.begin(), cases.end(),
                      [status](const CaseReport& one) { return one.status == status; }));
}

std::optional<double> SelfTestReport::successRate() const
{
    const int passed = count(TestStatus::Passed);
    const int ran = passed + count(TestStatus::Failed);
    return ran == 0 ? std::nullopt : std::optional(100.0 * passed / ran);
}

QJsonObject toJson(const SelfTestReport& report)
{
    QJsonArray cases;
    for (const CaseReport& one : report.cases)
        cases.append(toJson(one));
    const QJsonObject totals{
        {QStringLiteral("total"), static_cast<int>(report.cases.size())},
        {QStringLiteral("passed"), report.count(TestStatus::Passed)},
        {QStringLiteral("failed"), report.count(TestStatus::Failed)},
        {QStringLiteral("skipped"), report.count(TestStatus::Skipped)},
        {QStringLiteral("success_rate"), orNull(report.successRate())},
    };
    return QJsonObject{
        {QStringLiteral("version"), QStringLiteral(CAUSEWAY_VERSION)},
        {QStringLiteral("started_at"), report.startedAt.toString(Qt::ISODateWithMs)},
        {QStringLiteral("duration_s"), seconds(report.duration)},
        {QStringLiteral("interrupted"), report.interrupted},
        {QStringLiteral("servers"),
         report.privateServers ? QStringLiteral("private") : QStringLiteral("profile")},
        {QStringLiteral("remote"), report.remote},
        {QStringLiteral("local"), report.local},
        {QStringLiteral("notes"), QJsonArray::fromStringList(report.notes)},
        {QStringLiteral("repairs"), QJsonArray::fromStringList(report.repairs)},
        {QStringLiteral("totals"), totals},
        {QStringLiteral("cases"), cases},
    };
}

} // namespace causeway
