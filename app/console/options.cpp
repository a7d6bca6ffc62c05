// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include "app/console/manual.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace causeway {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("ConsoleOptions", text);
}

QList<QCommandLineOption> consoleOptions()
{
    return {
        {QStringLiteral("demo"),
         say(QT_TRANSLATE_NOOP("ConsoleOptions", "Prepare the demo and open it."))},
        {QStringLiteral("profile"), say(QT_TRANSLATE_NOOP("ConsoleOptions", "Open this profile.")),
         QStringLiteral("NAME")},
        {QStringLiteral("lang"),
         say(QT_TRANSLATE_NOOP("ConsoleOptions", "Language of the window: en or zh_CN.")),
         QStringLiteral("CODE")},
        {QStringLiteral("screenshots"),
         say(QT_TRANSLATE_NOOP(
             "ConsoleOptions",
             "Draw every page in every language with the demo into this folder.")),
         QStringLiteral("FOLDER")},
        {QStringLiteral("manual"),
         say(QT_TRANSLATE_NOOP("ConsoleOptions", "Print the manual page."))},
    };
}

} // namespace

bool asksForText(const QStringList& arguments)
{
    const QStringList texts{QStringLiteral("--help"),     QStringLiteral("-h"),
                            QStringLiteral("--help-all"), QStringLiteral("--version"),
                            QStringLiteral("-v"),         QStringLiteral("--manual")};
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
    const QList<QCommandLineOption> own = consoleOptions();
    parser.addOptions(own);
    parser.process(arguments);
    if (parser.isSet(QStringLiteral("manual"))) {
        std::fputs(manualPage(own).toUtf8().constData(), stdout);
        std::exit(EXIT_SUCCESS);
    }
    ConsoleOptions options;
    options.screenshots = parser.value(QStringLiteral("screenshots"));
    options.demo = parser.isSet(QStringLiteral("demo")) || !options.screenshots.isEmpty();
    options.profile = parser.value(QStringLiteral("profile"));
    options.language = parser.value(QStringLiteral("lang"));
    return options;
}

} // namespace causeway
