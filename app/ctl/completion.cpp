// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/application.h"
#include "app/ctl/manual.h"

#include <QRegularExpression>

#include <algorithm>

namespace causeway::ctl {
namespace {

/// The words that an option takes, where it takes fixed ones: "FULL|INCREMENTAL".
QStringList choicesOf(const OptionSpec& option)
{
    return option.valueName.contains(QLatin1Char('|')) ? option.valueName.split(QLatin1Char('|'))
                                                       : QStringList();
}

bool takesFile(const OptionSpec& option)
{
    return option.valueName == QLatin1String("FILE") || option.valueName == QLatin1String("DIR");
}

/// The words that an argument may be: "[remote|local]".
QStringList argumentChoices(const Command& command)
{
    static const QRegularExpression fixed(QStringLiteral("^\\[?([a-z]+(?:\\|[a-z]+)+)\\]?$"));
    const auto match = fixed.match(command.arguments());
    return match.hasMatch() ? match.captured(1).split(QLatin1Char('|')) : QStringList();
}

QString quoted(QString text)
{
    text.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

/// First words, and what may follow each.
QStringList firstWords(const Commands& commands)
{
    QStringList words;
    for (const auto& command : commands) {
        const QString first = command->name().section(QLatin1Char(' '), 0, 0);
        if (!words.contains(first))
            words << first;
    }
    return words;
}

QStringList secondWords(const Commands& commands, const QString& first)
{
    QStringList words;
    for (const auto& command : commands) {
        if (command->name().startsWith(first + QLatin1Char(' ')))
            words << command->name().section(QLatin1Char(' '), 1);
    }
    return words;
}

/// The options of the command that has the name of a group, as "backup" has.
std::vector<OptionSpec> ownOptions(const Commands& commands, const QString& group)
{
    for (const auto& command : commands) {
        if (command->name() == group)
            return command->options();
    }
    return {};
}

QStringList optionWords(const std::vector<OptionSpec>& options)
{
    QStringList words;
    for (const OptionSpec& option : options)
        words << QLatin1String("--") + option.name;
    return words;
}

/// Options by name, each once: of several commands that share a name the first counts.
std::vector<OptionSpec> everyOption(const Commands& commands)
{
    std::vector<OptionSpec> all = globalOptions();
    const auto isThere = [&all](const OptionSpec& option) {
        return std::any_of(all.begin(), all.end(), [&option](const OptionSpec& other) {
            return other.name == option.name && other.valueName == option.valueName;
        });
    };
    for (const auto& command : commands) {
        for (const OptionSpec& option : command->options()) {
            if (!isThere(option))
                all.push_back(option);
        }
    }
    return all;
}

const char* const kProfiles = "causewayctl profile list --json 2>/dev/null | sed -n "
                              "'s/.*\"name\": \"\\(.*\\)\",\\{0,1\\}$/\\1/p'";

QString line(const QString& text)
{
    return text + QLatin1Char('\n');
}

// --- bash ---------------------------------------------------------------------------------------

QString bashValues(const Commands& commands)
{
    QString text;
    for (const OptionSpec& option : everyOption(commands)) {
        if (option.valueName.isEmpty())
            continue;
        const QString pattern = QLatin1String("        --") + option.name + QLatin1String(") ");
        if (!choicesOf(option).isEmpty())
            text += line(pattern + QLatin1String("COMPREPLY=($(compgen -W ") +
                         quoted(choicesOf(option).join(QLatin1Char(' '))) +
                         QLatin1String(" -- \"$cur\")); return ;;"));
        else if (takesFile(option))
            text +=
                line(pattern + QLatin1String("COMPREPLY=($(compgen -f -- \"$cur\")); return ;;"));
        else if (option.name == QLatin1String("profile"))
            text += line(pattern + QLatin1String("COMPREPLY=($(compgen -W \"$(") +
                         QLatin1String(kProfiles) + QLatin1String(")\" -- \"$cur\")); return ;;"));
        else
            text += line(pattern + QLatin1String("return ;;"));
    }
    return text;
}

QString bashWords(const Commands& commands)
{
    const QString globals = optionWords(globalOptions()).join(QLatin1Char(' '));
    QString text;
    const auto row = [&text](const QString& pattern, const QStringList& words) {
        text += line(QLatin1String("        ") + quoted(pattern) + QLatin1String(") words=") +
                     quoted(words.join(QLatin1Char(' '))) + QLatin1String(" ;;"));
    };
    row(QString(), firstWords(commands) + QStringList{globals});
    for (const QString& first : firstWords(commands)) {
        if (const QStringList seconds = secondWords(commands, first); !seconds.isEmpty())
            row(first, seconds + optionWords(ownOptions(commands, first)) + QStringList{globals});
    }
    for (const auto& command : commands) {
        if (secondWords(commands, command->name()).isEmpty())
            row(command->name(),
                argumentChoices(*command) + optionWords(command->options()) + QStringList{globals});
    }
    return text;
}

QString valueOptionPattern(const Commands& commands)
{
    QStringList names;
    for (const OptionSpec& option : everyOption(commands)) {
        const QString name = QLatin1String("--") + option.name;
        if (!option.valueName.isEmpty() && !names.contains(name))
            names << name;
    }
    return names.join(QLatin1Char('|'));
}

QString groupPattern(const Commands& commands)
{
    QStringList groups;
    for (const QString& first : firstWords(commands)) {
        if (!secondWords(commands, first).isEmpty())
            groups << first;
    }
    return groups.join(QLatin1Char('|'));
}

/// Body and end of a loop over the words typed so far, for bash and zsh alike: which command it is.
QString commandSoFar(const Commands& commands)
{
    return QLatin1String("        case $word in\n"
                         "            ") +
           valueOptionPattern(commands) +
           QLatin1String(") skip=1 ;;\n"
                         "            -*) ;;\n"
                         "            *) case $name in\n"
                         "                '') name=$word ;;\n"
                         "                ") +
           groupPattern(commands) +
           QLatin1String(") name=\"$name $word\" ;;\n"
                         "            esac ;;\n"
                         "        esac\n"
                         "    done\n");
}

QString bash(const Commands& commands)
{
    return QLatin1String(
               "# bash completion for causewayctl\n"
               "_causewayctl() {\n"
               "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
               "    local i word name= words= skip=\n"
               "    COMPREPLY=()\n"
               "    case $prev in\n") +
           bashValues(commands) +
           QLatin1String("    esac\n"
                         "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
                         "        word=${COMP_WORDS[i]}\n"
                         "        if [ -n \"$skip\" ]; then skip=; continue; fi\n") +
           commandSoFar(commands) + QLatin1String("    case $name in\n") + bashWords(commands) +
           QLatin1String("    esac\n"
                         "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
                         "    [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- \"$cur\"))\n"
                         "}\n"
                         "complete -F _causewayctl causewayctl\n");
}

// --- zsh ----------------------------------------------------------------------------------------

QString zshText(QString text)
{
    for (const char* mark : {"\\", ":", "[", "]"})
        text.replace(QLatin1String(mark), QLatin1Char('\\') + QLatin1String(mark));
    return text;
}

QString zshOption(const OptionSpec& option)
{
    QString spec = (option.repeatable ? QLatin1String("*--") : QLatin1String("--")) + option.name +
                   QLatin1Char('[') + zshText(option.help) + QLatin1Char(']');
    if (!option.valueName.isEmpty()) {
        spec += QLatin1Char(':') + zshText(option.valueName) + QLatin1Char(':');
        if (takesFile(option))
            spec += QLatin1String("_files");
        else if (option.name == QLatin1String("profile"))
            spec += QLatin1String("_causewayctl_profiles");
        else if (!choicesOf(option).isEmpty())
            spec += QLatin1Char('(') + choicesOf(option).join(QLatin1Char(' ')) + QLatin1Char(')');
    }
    return quoted(spec);
}

QString zshOptions(const std::vector<OptionSpec>& options)
{
    QStringList specs;
    for (const OptionSpec& option : options)
        specs << zshOption(option);
    return specs.join(QLatin1Char(' '));
}

QString zshDescribed(const Commands& commands, const QString& first)
{
    QStringList words;
    for (const auto& command : commands) {
        const QString& name = command->name();
        if (first.isEmpty() ? !name.contains(QLatin1Char(' '))
                            : name.startsWith(first + QLatin1Char(' ')))
            words << quoted(zshText(first.isEmpty() ? name : name.section(QLatin1Char(' '), 1)) +
                            QLatin1Char(':') + zshText(command->summary()));
    }
    if (first.isEmpty()) {
        for (const QString& group : firstWords(commands)) {
            const QStringList seconds = secondWords(commands, group);
            if (!seconds.isEmpty())
                words << quoted(group + QLatin1Char(':') + seconds.join(QLatin1String(", ")));
        }
    }
    return words.join(QLatin1Char(' '));
}

QString zshCases(const Commands& commands)
{
    QString text;
    for (const QString& first : firstWords(commands)) {
        if (!secondWords(commands, first).isEmpty())
            text += line(QLatin1String("        ") + quoted(first) + QLatin1String(") list=(") +
                         zshDescribed(commands, first) +
                         QLatin1String("); _describe command list; _arguments ") +
                         zshOptions(ownOptions(commands, first)) + QLatin1String(" $globals ;;"));
    }
    for (const auto& command : commands) {
        if (!secondWords(commands, command->name()).isEmpty())
            continue;
        const QStringList choices = argumentChoices(*command);
        const QString arguments =
            choices.isEmpty()
                ? QStringLiteral("'*: :_files'")
                : QLatin1String("'*: :(") + choices.join(QLatin1Char(' ')) + QLatin1String(")'");
        text += line(QLatin1String("        ") + quoted(command->name()) +
                     QLatin1String(") _arguments ") + zshOptions(command->options()) +
                     QLatin1String(" $globals ") + arguments + QLatin1String(" ;;"));
    }
    return text;
}

QString zsh(const Commands& commands)
{
    return QLatin1String("#compdef causewayctl\n"
                         "_causewayctl_profiles() {\n"
                         "    local -a names; names=(${(f)\"$(") +
           QLatin1String(kProfiles) +
           QLatin1String(")\"}); compadd -a names\n"
                         "}\n"
                         "_causewayctl() {\n"
                         "    local -a globals=(") +
           zshOptions(globalOptions()) +
           QLatin1String(")\n"
                         "    local -a typed=(\"${(@)words[2,CURRENT-1]}\") list\n"
                         "    local name= skip= word\n"
                         "    for word in $typed; do\n"
                         "        if [[ -n $skip ]]; then skip=; continue; fi\n") +
           commandSoFar(commands) +
           QLatin1String("    case $name in\n"
                         "        '') list=(") +
           zshDescribed(commands, QString()) +
           QLatin1String("); _describe command list; _arguments $globals ;;\n") +
           zshCases(commands) +
           QLatin1String("    esac\n"
                         "}\n"
                         "_causewayctl \"$@\"\n");
}

// --- fish ---------------------------------------------------------------------------------------

QString fishQuoted(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    text.replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

QString fishOption(const OptionSpec& option, const QString& condition)
{
    QString text = QLatin1String("complete -c causewayctl") + condition + QLatin1String(" -l ") +
                   option.name + QLatin1String(" -d ") + fishQuoted(option.help);
    if (option.valueName.isEmpty())
        return line(text);
    text += takesFile(option) ? QLatin1String(" -r -F") : QLatin1String(" -x");
    if (!choicesOf(option).isEmpty())
        text += QLatin1String(" -a ") + fishQuoted(choicesOf(option).join(QLatin1Char(' ')));
    else if (option.name == QLatin1String("profile"))
        text += QLatin1String(" -a \"(__causewayctl_profiles)\"");
    return line(text);
}

QString fishCommand(const Command& command)
{
    const QString first = command.name().section(QLatin1Char(' '), 0, 0);
    const QString second = command.name().section(QLatin1Char(' '), 1);
    const QString isFirst = QLatin1String("__fish_seen_subcommand_from ") + first;
    const QString here =
        QLatin1String(" -n \"") +
        (second.isEmpty()
             ? isFirst
             : isFirst + QLatin1String("; and __fish_seen_subcommand_from ") + second) +
        QLatin1Char('"');
    QString text =
        second.isEmpty()
            ? line(QLatin1String("complete -c causewayctl -f -n __fish_use_subcommand -a ") +
                   first + QLatin1String(" -d ") + fishQuoted(command.summary()))
            : line(QLatin1String("complete -c causewayctl -f -n __fish_use_subcommand -a ") +
                   first) +
                  line(QLatin1String("complete -c causewayctl -f -n \"") + isFirst +
                       QLatin1String("\" -a ") + second + QLatin1String(" -d ") +
                       fishQuoted(command.summary()));
    for (const QString& choice : argumentChoices(command))
        text += line(QLatin1String("complete -c causewayctl -f") + here + QLatin1String(" -a ") +
                     choice);
    for (const OptionSpec& option : command.options())
        text += fishOption(option, here);
    return text;
}

QString fish(const Commands& commands)
{
    QString text = QLatin1String("# fish completion for causewayctl\n"
                                 "function __causewayctl_profiles\n    ") +
                   QLatin1String(kProfiles) + QLatin1String("\nend\n");
    for (const OptionSpec& option : globalOptions())
        text += fishOption(option, QString());
    for (const auto& command : commands)
        text += fishCommand(*command);
    return text;
}

} // namespace

QString completionScript(const Commands& commands, const QString& shell)
{
    if (shell == QLatin1String("bash"))
        return bash(commands);
    if (shell == QLatin1String("zsh"))
        return zsh(commands);
    return shell == QLatin1String("fish") ? fish(commands) : QString();
}

} // namespace causeway::ctl
