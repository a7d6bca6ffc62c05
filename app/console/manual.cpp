// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/manual.h"

#include "app/common/roff.h"

#include <QCoreApplication>

namespace causeway {
namespace {

using namespace manpage;

struct ConsoleManual {
    Q_DECLARE_TR_FUNCTIONS(ConsoleManual)
};

QString headPart()
{
    return head(QStringLiteral("causeway")) + section(ConsoleManual::tr("NAME")) +
           QLatin1String("causeway \\- ") +
           roff(ConsoleManual::tr("console that keeps a remote and a local database in step")) +
           QLatin1Char('\n') + section(ConsoleManual::tr("SYNOPSIS")) +
           QLatin1String(".B causeway\n") + roff(ConsoleManual::tr("[OPTIONS]")) +
           QLatin1Char('\n') + section(ConsoleManual::tr("DESCRIPTION")) +
           roff(ConsoleManual::tr(
               "Opens a window in which two copies of one database are compared, synchronised in "
               "both directions and watched, and conflicts are settled by eye. A second start "
               "raises the window that is there.")) +
           QLatin1Char('\n') +
           paragraph(ConsoleManual::tr("A new profile is read-only: nothing is written to a "
                                       "database that was not unlocked."));
}

QString optionsPart(const QList<QCommandLineOption>& options)
{
    QString text = section(ConsoleManual::tr("OPTIONS"));
    for (const QCommandLineOption& option : options)
        text += optionItem(option.names().constFirst(), option.valueName(), option.description());
    text += optionItem(QStringLiteral("help"), {}, ConsoleManual::tr("Print the options."));
    return text +
           optionItem(QStringLiteral("version"), {}, ConsoleManual::tr("Print the version."));
}

QString endPart()
{
    const auto italic = [](const char* text) -> QString {
        return QLatin1String("\\fI") + QLatin1String(text) + QLatin1String("\\fR");
    };
    return section(ConsoleManual::tr("FILES")) +
           item(italic("$XDG_CONFIG_HOME/causeway/profiles"),
                ConsoleManual::tr("The stored profiles; they hold no password.")) +
           item(italic("$XDG_DATA_HOME/causeway"),
                ConsoleManual::tr("The demo's servers, samples of the monitor, backups.")) +
           section(ConsoleManual::tr("SEE ALSO")) + QLatin1String(".BR causewayctl (1)\n");
}

} // namespace

QString manualPage(const QList<QCommandLineOption>& options)
{
    return headPart() + optionsPart(options) + endPart();
}

} // namespace causeway
