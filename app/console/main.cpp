// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"
#include "app/console/screenshots.h"
#include "app/console/single_instance.h"
#include "sync/core/memory.h"
#include "ui/shell/console.h"
#include "ui/shell/language.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace {

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("causeway"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CAUSEWAY_VERSION));
    QCoreApplication::setOrganizationName(QStringLiteral("causeway"));
}

/// Answers --help and --version where there is no display, too; else returns.
void answerInText(int argc, char* argv[])
{
    using namespace causeway;
    QStringList given;
    for (int i = 1; i < argc; ++i)
        given << QString::fromLocal8Bit(argv[i]);
    if (!asksForText(given))
        return;
    const QCoreApplication app(argc, argv);
    const QString wanted = languageIn(given);
    Language language;
    language.use(wanted.isEmpty() ? Language::preferred() : wanted, false);
    static_cast<void>(readOptions(QCoreApplication::arguments()));
}

} // namespace

int main(int argc, char* argv[])
{
    causeway::giveLargeMemoryBack();
    using namespace causeway;
    nameProgram();
    answerInText(argc, argv);
    QApplication app(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.causeway.Causeway"));
    const ConsoleOptions options = readOptions(QCoreApplication::arguments());
    const bool isGallery = !options.screenshots.isEmpty();
    SingleInstance instance(SingleInstance::defaultFolder());
    if (!isGallery &&
        instance.claim(QCoreApplication::arguments()) == SingleInstance::Claim::HandedOver)
        return 0;
    // The gallery shows a fresh installation, whatever profiles this user has.
    const QTemporaryDir gallery;
    if (isGallery) {
        qputenv("XDG_DATA_HOME", gallery.filePath(QStringLiteral("data")).toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", gallery.filePath(QStringLiteral("config")).toLocal8Bit());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, gallery.path());
    }
    Console console(isGallery ? ProfileStore(gallery.filePath(QStringLiteral("profiles")))
                              : ProfileStore());
    if (isGallery) {
        console.appearance().useScheme(SchemeChoice::Light, false);
        console.demo().setFolder(gallery.filePath(QStringLiteral("demo")));
    }
    console.language().use(options.language.isEmpty() ? Language::preferred() : options.language,
                           false);
    console.start(options.profile);
    QObject::connect(&instance, &SingleInstance::argumentsReceived, &console.window(),
                     [&console](const QStringList& arguments) {
                         const ConsoleOptions later = readOptions(arguments);
                         console.come(later.profile, later.demo);
                     });
    console.window().show();
    if (options.demo && !isGallery)
        console.navigator().startDemo();
    else if (!isGallery)
        console.greet();
    std::unique_ptr<Screenshots> screenshots;
    if (isGallery)
        screenshots = std::make_unique<Screenshots>(console, options.screenshots);
    return QApplication::exec();
}
