// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/application.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/language.h"
#include "sync/core/memory.h"

#include <QCoreApplication>

using namespace causeway;

int main(int argc, char* argv[])
{
    giveLargeMemoryBack();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("causewayctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CAUSEWAY_VERSION));
    const QStringList words = QCoreApplication::arguments().mid(1);
    ctl::Console console;
    console.setJson(words.contains(QLatin1String("--json")));
    if (const Status language = ctl::installLanguage(words); !language)
        return console.fail(language.error());
    const ctl::Interrupt interrupt([&console] {
        if (console.hasTerminal()) {
            console.note(QCoreApplication::translate(
                "Application",
                "Stopping at the next safe point. Press Ctrl+C again to stop at once."));
        }
    });
    return ctl::Application(console, interrupt.token()).run(words);
}
