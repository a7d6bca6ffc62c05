// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/manual.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace causeway::ctl {
namespace {

class CompletionCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(CompletionCommand)
public:
    QString name() const override { return QStringLiteral("completion"); }
    QString summary() const override
    {
        return tr("print the script that completes these commands in a shell");
    }
    QString arguments() const override { return QStringLiteral("bash|zsh|fish"); }
    int minArguments() const override { return 1; }
    int maxArguments() const override { return 1; }
    int execute(Context& context) const override;
};

int CompletionCommand::execute(Context& context) const
{
    const QString shell = context.options.arguments().first();
    const QString script = completionScript(allCommands(), shell);
    if (script.isNull())
        return context.console.fail(usageError(
            tr("there is completion for bash, zsh and fish, not for \"%1\"").arg(shell)));
    context.console.print(script);
    context.console.document(
        QJsonObject{{QStringLiteral("shell"), shell}, {QStringLiteral("script"), script}});
    return 0;
}

class ManualCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(ManualCommand)
public:
    QString name() const override { return QStringLiteral("manual"); }
    QString summary() const override
    {
        return tr("print the manual page; \"causewayctl manual | man -l -\" reads it");
    }
    int execute(Context& context) const override;
};

int ManualCommand::execute(Context& context) const
{
    const QString page = manualPage(allCommands());
    context.console.print(page);
    context.console.document(QJsonObject{{QStringLiteral("manual"), page}});
    return 0;
}

} // namespace

void addManualCommands(Commands& commands)
{
    commands.push_back(std::make_unique<CompletionCommand>());
    commands.push_back(std::make_unique<ManualCommand>());
}

} // namespace causeway::ctl
