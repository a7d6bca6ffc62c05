// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/application.h"

#include "app/ctl/display_text.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/pair_source.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace causeway::ctl {
namespace {

struct ApplicationText {
    Q_DECLARE_TR_FUNCTIONS(ApplicationText)
};

QString padded(const QString& text, int width)
{
    return text + QString(std::max(1, width - displayWidth(text)), QLatin1Char(' '));
}

QString listOf(const std::vector<OptionSpec>& options)
{
    QString result;
    for (const OptionSpec& option : options) {
        const QString name =
            QLatin1String("--") + option.name +
            (option.valueName.isEmpty() ? QString() : QLatin1Char(' ') + option.valueName);
        result += QLatin1String("  ") + padded(name, 26) + option.help + QLatin1Char('\n');
    }
    return result;
}

} // namespace

std::vector<OptionSpec> globalOptions()
{
    std::vector<OptionSpec> options = pairOptions();
    options.push_back({QStringLiteral("json"), QString(),
                       ApplicationText::tr("one JSON document on standard output, nothing else")});
    options.push_back({QStringLiteral("lang"), QStringLiteral("en|zh_CN"),
                       ApplicationText::tr("language of messages")});
    options.push_back({QStringLiteral("help"), QString(), ApplicationText::tr("show this help")});
    options.push_back(
        {QStringLiteral("version"), QString(), ApplicationText::tr("show the version")});
    return options;
}

Application::Application(Console& console, std::stop_token stop)
    : m_console(console)
    , m_stop(std::move(stop))
{
    addPairCommands(m_commands);
    addConfigCommands(m_commands);
    addConflictCommands(m_commands);
    addSchedulerCommands(m_commands);
    addLogCommands(m_commands);
    addProfileCommands(m_commands);
    addDemoCommands(m_commands);
}

const Command* Application::find(const QString& name) const
{
    const auto found =
        std::find_if(m_commands.begin(), m_commands.end(),
                     [&name](const auto& command) { return command->name() == name; });
    return found == m_commands.end() ? nullptr : found->get();
}

bool Application::isGroup(const QString& word) const
{
    return std::any_of(m_commands.begin(), m_commands.end(), [&word](const auto& command) {
        return command->name().startsWith(word + QLatin1Char(' '));
    });
}

/// Takes the words of the command's name out of @p words; null when there is none.
Result<const Command*> Application::takeCommand(QStringList& words) const
{
    const OptionParser globals(globalOptions());
    const qsizetype first = globals.firstArgument(words);
    if (first < 0)
        return static_cast<const Command*>(nullptr);
    QString name = words.takeAt(first);
    if (isGroup(name)) {
        const qsizetype second = globals.firstArgument(words);
        if (second < 0) {
            return usageError(
                words.contains(QLatin1String("--help"))
                    ? QString()
                    : ApplicationText::tr("\"%1\" needs one of its sub-commands").arg(name));
        }
        name += QLatin1Char(' ') + words.takeAt(second);
    }
    const Command* command = find(name);
    if (command == nullptr)
        return usageError(ApplicationText::tr("there is no command \"%1\"").arg(name));
    return command;
}

Status Application::checkArguments(const Command& command, const QStringList& arguments) const
{
    if (arguments.size() < command.minArguments()) {
        return usageError(ApplicationText::tr("\"%1\" needs more arguments: %2")
                              .arg(command.name(), command.arguments()));
    }
    if (command.maxArguments() >= 0 && arguments.size() > command.maxArguments())
        return usageError(ApplicationText::tr("\"%1\" takes no argument \"%2\"")
                              .arg(command.name(), arguments[command.maxArguments()]));
    return okStatus();
}

int Application::fail(const Error& error)
{
    return m_console.fail(error);
}

int Application::runCommand(const Command& command, const QStringList& words)
{
    std::vector<OptionSpec> specs = globalOptions();
    const std::vector<OptionSpec> own = command.options();
    specs.insert(specs.end(), own.begin(), own.end());
    const auto options = OptionParser(specs).parse(words);
    if (!options)
        return fail(options.error());
    if (options->has(QStringLiteral("help"))) {
        m_console.setJson(false);
        m_console.print(helpOf(command));
        return 0;
    }
    if (const Status checked = checkArguments(command, options->arguments()); !checked)
        return fail(checked.error());
    Context context{m_console, *options, m_stop};
    const int code = command.execute(context);
    return m_stop.stop_requested() && code != 0 ? Interrupt::kExitCode : code;
}

int Application::run(const QStringList& words)
{
    QStringList rest = words;
    const auto command = takeCommand(rest);
    if (!command && command.error().what.isEmpty()) {
        m_console.print(help());
        return 0;
    }
    if (!command)
        return fail(command.error());
    if (*command != nullptr)
        return runCommand(**command, rest);
    const auto options = OptionParser(globalOptions()).parse(rest);
    if (!options)
        return fail(options.error());
    const QString version = QStringLiteral(CAUSEWAY_VERSION);
    if (options->has(QStringLiteral("version"))) {
        m_console.print(QLatin1String("causewayctl ") + version);
        m_console.document(QJsonObject{{QStringLiteral("version"), version}});
        return 0;
    }
    if (!options->has(QStringLiteral("help")))
        return fail(usageError(ApplicationText::tr("a command is missing")));
    m_console.setJson(false);
    m_console.print(help());
    return 0;
}

QString Application::help() const
{
    QString text = ApplicationText::tr("causewayctl keeps a remote and a local database in step.") +
                   QLatin1String("\n\n") +
                   ApplicationText::tr("Usage: causewayctl [OPTIONS] COMMAND [ARGUMENTS]") +
                   QLatin1String("\n\n") + ApplicationText::tr("Commands:") + QLatin1Char('\n');
    for (const auto& command : m_commands)
        text += QLatin1String("  ") + padded(command->name(), 20) + command->summary() +
                QLatin1Char('\n');
    text += QLatin1Char('\n') + ApplicationText::tr("Options of all commands:") +
            QLatin1Char('\n') + listOf(globalOptions()) + QLatin1Char('\n');
    text += ApplicationText::tr(
                "Passwords come from CAUSEWAY_REMOTE_PASSWORD and CAUSEWAY_LOCAL_PASSWORD, "
                "from standard "
                "input, from the keychain or from the .env file; none need stand on the "
                "command line.") +
            QLatin1Char('\n');
    text +=
        ApplicationText::tr("Exit codes: 0 done, 1 done but a person is needed, 2 configuration, 3 "
                            "connection, 4 sync, "
                            "5 system, 130 interrupted.") +
        QLatin1Char('\n');
    return text;
}

QString Application::helpOf(const Command& command) const
{
    QString text =
        command.summary() + QLatin1String("\n\n") + ApplicationText::tr("Usage: causewayctl") +
        QLatin1Char(' ') + command.name() +
        (command.options().empty()
             ? QString()
             : QLatin1String(" [") + ApplicationText::tr("OPTIONS") + QLatin1Char(']')) +
        (command.arguments().isEmpty() ? QString() : QLatin1Char(' ') + command.arguments()) +
        QLatin1Char('\n');
    if (!command.options().empty())
        text += QLatin1Char('\n') + ApplicationText::tr("Options:") + QLatin1Char('\n') +
                listOf(command.options());
    return text + QLatin1Char('\n') + ApplicationText::tr("Options of all commands:") +
           QLatin1Char('\n') + listOf(globalOptions());
}

} // namespace causeway::ctl
