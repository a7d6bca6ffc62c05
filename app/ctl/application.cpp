// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/application.h"

#include "app/ctl/display_text.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/manual.h"
#include "app/ctl/pair_source.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <numeric>

namespace causeway::ctl {
namespace {

struct ApplicationText {
    Q_DECLARE_TR_FUNCTIONS(ApplicationText)
};

QString padded(const QString& text, int width)
{
    return text + QString(std::max(1, width - displayWidth(text)), QLatin1Char(' '));
}

/// Letters to insert, drop or change until @p first is @p second.
qsizetype editDistance(const QString& first, const QString& second)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(second.size()) + 1);
    std::iota(row.begin(), row.end(), qsizetype{0});
    for (qsizetype i = 0; i < first.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool same = first[i] == second[static_cast<qsizetype>(j) - 1];
            const qsizetype changed = diagonal + (same ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({changed, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row.back();
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
    options.push_back({QStringLiteral("no-input"), QString(),
                       ApplicationText::tr("ask nothing, even on a terminal")});
    options.push_back({QStringLiteral("lang"), QStringLiteral("en|zh_CN"),
                       ApplicationText::tr("language of messages")});
    options.push_back({QStringLiteral("help"), QString(), ApplicationText::tr("show this help")});
    options.push_back(
        {QStringLiteral("version"), QString(), ApplicationText::tr("show the version")});
    return options;
}

Commands allCommands()
{
    Commands commands;
    addPairCommands(commands);
    addConfigCommands(commands);
    addConflictCommands(commands);
    addSchedulerCommands(commands);
    addEnvCommands(commands);
    addLogCommands(commands);
    addDoctorCommands(commands);
    addMonitorCommands(commands);
    addAlertCommands(commands);
    addProfileCommands(commands);
    addBackupCommands(commands);
    addSelfTestCommands(commands);
    addDemoCommands(commands);
    addManualCommands(commands);
    return commands;
}

Application::Application(Console& console, std::stop_token stop)
    : m_console(console)
    , m_stop(std::move(stop))
    , m_commands(allCommands())
{
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
        // Some groups are a command of their own too: "backup", "backup list".
        const bool isWhole =
            find(name) != nullptr &&
            (second < 0 || find(name + QLatin1Char(' ') + words[second]) == nullptr);
        if (isWhole)
            return find(name);
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
        return usageError(unknownCommand(name));
    return command;
}

/// Says so, and what was probably meant.
QString Application::unknownCommand(const QString& name) const
{
    const QString sentence = ApplicationText::tr("there is no command \"%1\"").arg(name);
    QString nearest;
    qsizetype least = 3;
    for (const auto& command : m_commands) {
        const qsizetype distance = editDistance(name, command->name());
        if (distance < least) {
            least = distance;
            nearest = command->name();
        }
    }
    return nearest.isEmpty() ? sentence
                             : sentence + QLatin1Char(' ') +
                                   ApplicationText::tr("(did you mean \"%1\"?)").arg(nearest);
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
    m_console.setMayAsk(!options->has(QStringLiteral("no-input")));
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
    QString text = programSummary() + QLatin1String("\n\n") +
                   ApplicationText::tr("Usage: causewayctl [OPTIONS] COMMAND [ARGUMENTS]") +
                   QLatin1String("\n\n") + ApplicationText::tr("Commands:") + QLatin1Char('\n');
    for (const auto& command : m_commands)
        text += QLatin1String("  ") + padded(command->name(), 20) + command->summary() +
                QLatin1Char('\n');
    text += QLatin1Char('\n') + ApplicationText::tr("Options of all commands:") +
            QLatin1Char('\n') + listOf(globalOptions()) + QLatin1Char('\n');
    text += passwordsText() + QLatin1Char('\n');
    text += exitCodesText() + QLatin1Char('\n');
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
