// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/manual.h"

#include "app/common/roff.h"
#include "app/ctl/application.h"

#include <QCoreApplication>

namespace causeway::ctl {
namespace {

using namespace manpage;

struct ManualText {
    Q_DECLARE_TR_FUNCTIONS(ManualText)
};

QString optionItem(const OptionSpec& option)
{
    return manpage::optionItem(option.name, option.valueName, option.help);
}

QString commandPart(const Command& command)
{
    QString title = command.name();
    if (!command.arguments().isEmpty())
        title += QLatin1Char(' ') + command.arguments();
    QString text =
        section(title, QStringLiteral("SS")) + roff(command.summary()) + QLatin1Char('\n');
    for (const OptionSpec& option : command.options())
        text += optionItem(option);
    return text;
}

QString headPart()
{
    return head(QStringLiteral("causewayctl")) + section(ManualText::tr("NAME")) +
           QLatin1String("causewayctl \\- ") +
           roff(ManualText::tr("keep a remote and a local "
                               "database in step")) +
           QLatin1Char('\n') + section(ManualText::tr("SYNOPSIS")) +
           QLatin1String(".B causewayctl\n") +
           roff(ManualText::tr("[OPTIONS] COMMAND [ARGUMENTS]")) + QLatin1Char('\n') +
           section(ManualText::tr("DESCRIPTION")) + roff(programSummary()) + QLatin1Char('\n') +
           paragraph(passwordsText());
}

QString environmentPart()
{
    const auto name = [](const char* text) -> QString {
        return QLatin1String("\\fB") + QLatin1String(text) + QLatin1String("\\fR");
    };
    return section(ManualText::tr("ENVIRONMENT")) +
           item(name("CAUSEWAY_REMOTE_PASSWORD\\fR, \\fBCAUSEWAY_LOCAL_PASSWORD"),
                ManualText::tr("The passwords; they win over keychain and .env file.")) +
           item(name("DB_REMOTE_*\\fR, \\fBDB_LOCAL_*\\fR, \\fBDB_SYNC_*"),
                ManualText::tr("The pair and its defaults, when no option names one.")) +
           item(name("NO_COLOR"), ManualText::tr("When set, messages have no colour.")) +
           item(name("LC_ALL\\fR, \\fBLC_MESSAGES\\fR, \\fBLANG"),
                ManualText::tr("The language of messages, unless --lang is given."));
}

QString endPart()
{
    return section(ManualText::tr("EXIT STATUS")) + roff(exitCodesText()) + QLatin1Char('\n') +
           environmentPart() + section(ManualText::tr("FILES")) +
           item(QStringLiteral("\\fI$XDG_CONFIG_HOME/causeway/profiles\\fR"),
                ManualText::tr("The stored profiles; they hold no password."));
}

} // namespace

QString programSummary()
{
    return ManualText::tr("causewayctl keeps a remote and a local database in step.");
}

QString passwordsText()
{
    return ManualText::tr("Passwords come from CAUSEWAY_REMOTE_PASSWORD and "
                          "CAUSEWAY_LOCAL_PASSWORD, from standard input, from the keychain or from "
                          "the .env file; none need stand on the command line.");
}

QString exitCodesText()
{
    return ManualText::tr("Exit codes: 0 done, 1 done but a person is needed, 2 configuration, 3 "
                          "connection, 4 sync, 5 system, 130 interrupted.");
}

QString manualPage(const Commands& commands)
{
    QString text = headPart() + section(ManualText::tr("COMMANDS"));
    for (const auto& command : commands)
        text += commandPart(*command);
    text += section(ManualText::tr("OPTIONS"));
    for (const OptionSpec& option : globalOptions())
        text += optionItem(option);
    return text + endPart();
}

} // namespace causeway::ctl
