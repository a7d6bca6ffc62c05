// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/profile_test_command.h"

#include "app/ctl/display_text.h"
#include "app/ctl/pair_source.h"
#include "app/ctl/report_text.h"
#include "sync/profile/side_label.h"
#include "sync/run/sync_report.h"

#include <QJsonObject>

#include <algorithm>

namespace causeway::ctl {
namespace {

/// The first failure, which decides the exit code.
std::optional<Error> firstError(const std::vector<TestStep>& steps)
{
    for (const TestStep& step : steps) {
        if (!step.passed)
            return step.error;
    }
    return std::nullopt;
}

} // namespace

QString ProfileTestCommand::name() const
{
    return QStringLiteral("profile test");
}

QString ProfileTestCommand::summary() const
{
    return tr("test both connections step by step, writing nothing");
}

QString ProfileTestCommand::arguments() const
{
    return QStringLiteral("[NAME]");
}

Result<Profile> ProfileTestCommand::wanted(Context& context)
{
    if (context.options.arguments().isEmpty())
        return resolvePair(context, Access::Read);
    // The name as an argument means the same as --profile NAME.
    const auto options =
        OptionParser(pairOptions())
            .parse({QStringLiteral("--profile"), context.options.arguments().first()});
    if (!options)
        return options.error();
    Context named{context.console, *options, context.stop};
    return resolvePair(named, Access::Read);
}

void ProfileTestCommand::show(const std::vector<TestStep>& steps, const QString& title,
                              Console& console)
{
    QString text = title + QLatin1Char('\n');
    for (const TestStep& step : steps) {
        const QString mark = !step.passed
                                 ? QStringLiteral("✗")
                                 : (step.warning ? QStringLiteral("!") : QStringLiteral("✓"));
        const QString name =
            step.name + QString(std::max(1, 20 - displayWidth(step.name)), QLatin1Char(' '));
        text += QLatin1String("  ") + mark + QLatin1Char(' ') + name + step.detail +
                QLatin1String("  (") + durationText(step.duration) + QLatin1String(")\n");
        if (!step.hint.isEmpty())
            text += QLatin1String("      ") + step.hint + QLatin1Char('\n');
    }
    console.print(text);
}

QJsonArray ProfileTestCommand::toJson(const std::vector<TestStep>& steps)
{
    QJsonArray array;
    for (const TestStep& step : steps) {
        array.append(
            QJsonObject{{QStringLiteral("id"), step.id},
                        {QStringLiteral("name"), step.name},
                        {QStringLiteral("passed"), step.passed},
                        {QStringLiteral("warning"), step.warning},
                        {QStringLiteral("detail"), step.detail},
                        {QStringLiteral("hint"), step.hint},
                        {QStringLiteral("duration_ms"), static_cast<qint64>(step.duration.count())},
                        {QStringLiteral("error"), causeway::toJson(step.error)}});
    }
    return array;
}

int ProfileTestCommand::execute(Context& context) const
{
    auto profile = wanted(context);
    if (!profile)
        return context.console.fail(profile.error());
    QJsonObject document;
    std::optional<Error> error;
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto steps = testConnection(profile->side(side), side, context.stop);
        show(steps, sideLabel(side, profile->side(side)), context.console);
        document.insert(toText(side), toJson(steps));
        if (!error)
            error = firstError(steps);
    }
    document.insert(QStringLiteral("ok"), !error.has_value());
    document.insert(QStringLiteral("error"), causeway::toJson(error));
    context.console.document(document);
    return error ? exitCodeFor(error->code) : 0;
}

} // namespace causeway::ctl
