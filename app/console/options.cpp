// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace causeway {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("ConsoleOptions", text);
}

} // namespace

ConsoleOptions readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(say(QT_TRANSLATE_NOOP(
        "ConsoleOptions", "Console that keeps two databases in step, in both directions.")));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        say(QT_TRANSLATE_NOOP("ConsoleOptions", "Prepare the demo and open it.")));
    const QCommandLineOption profile(QStringLiteral("profile"),
                                     say(QT_TRANSLATE_NOOP("ConsoleOptions", "Open this profile.")),
                                     QStringLiteral("NAME"));
    const QCommandLineOption language(
        QStringLiteral("lang"),
        say(QT_TRANSLATE_NOOP("ConsoleOptions", "Language of the window: en or zh_CN.")),
        QStringLiteral("CODE"));
    const QCommandLineOption screenshots(
        QStringLiteral("screenshots"),
        say(QT_TRANSLATE_NOOP("ConsoleOptions",
                              "Draw every page in every language with the demo into this folder.")),
        QStringLiteral("FOLDER"));
    parser.addOptions({demo, profile, language, screenshots});
    parser.process(arguments);
    ConsoleOptions options;
    options.screenshots = parser.value(screenshots);
    options.demo = parser.isSet(demo) || parser.isSet(screenshots);
    options.profile = parser.value(profile);
    options.language = parser.value(language);
    return options;
}

} // namespace causeway
