// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/roff.h"

namespace causeway::manpage {

QString roff(const QString& text)
{
    QString result;
    for (const QChar c : text) {
        if (c == QLatin1Char('\\'))
            result += QLatin1String("\\e");
        else if (c == QLatin1Char('-'))
            result += QLatin1String("\\-");
        else
            result += c;
    }
    if (result.startsWith(QLatin1Char('.')) || result.startsWith(QLatin1Char('\'')))
        result.prepend(QLatin1String("\\&"));
    return result;
}

QString head(const QString& program)
{
    return QLatin1String(".\\\" SPDX-License-Identifier: GPL-3.0-or-later\n.TH ") +
           program.toUpper() + QLatin1String(" 1 \"\" \"Causeway ") +
           QLatin1String(CAUSEWAY_VERSION) + QLatin1String("\" \"Causeway\"\n.nh\n.ad l\n");
}

QString section(const QString& title, const QString& request)
{
    QString text = roff(title);
    text.replace(QLatin1Char('"'), QLatin1String("\\(dq"));
    return QLatin1Char('.') + request + QLatin1String(" \"") + text + QLatin1String("\"\n");
}

QString paragraph(const QString& text)
{
    return QLatin1String(".PP\n") + roff(text) + QLatin1Char('\n');
}

QString item(const QString& head, const QString& text)
{
    return QLatin1String(".TP\n") + head + QLatin1Char('\n') + roff(text) + QLatin1Char('\n');
}

QString optionItem(const QString& name, const QString& valueName, const QString& text)
{
    QString head = QLatin1String("\\fB\\-\\-") + roff(name) + QLatin1String("\\fR");
    if (!valueName.isEmpty())
        head += QLatin1String(" \\fI") + roff(valueName) + QLatin1String("\\fR");
    return item(head, text);
}

} // namespace causeway::manpage
