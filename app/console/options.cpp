// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace causeway {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("ConsoleOptions", text);
}

} // namespace

bool asksForText(const QStringList& arguments)
{
    const QStringList texts{QStringLiteral("--help"), QStringLiteral("-h"),
                            QStringLiteral("--help-all"), QStringLiteral("--version"),
                            QStringLiteral("-v")};
    return std::any_of(arguments.begin(), arguments.end(),
                       [&texts](const QString& argument) { return texts.contains(argument); });
}

QString languageIn(const QStringList& arguments)
{
    const QString option = QStringLiteral("--lang");
    const qsizetype at = arguments.indexOf(option);
    if (at >= 0)
        return arguments.value(at + 1);
    const QStringList joined = arguments.filter(QRegularExpression(u'^' + option + u'='));
    return joined.isEmpty() ? QString() : joined.first().mid(option.size() + 1);
}

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
