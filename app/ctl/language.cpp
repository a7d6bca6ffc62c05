// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/language.h"

#include "app/ctl/option_parser.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace causeway::ctl {
namespace {

/// The value of --lang, wherever it stands; null when it is not there.
QString languageOption(const QStringList& words)
{
    QString result;
    for (qsizetype at = 0; at < words.size() && words[at] != QLatin1String("--"); ++at) {
        if (words[at] == QLatin1String("--lang"))
            result = words.value(at + 1, QStringLiteral(""));
        else if (words[at].startsWith(QLatin1String("--lang=")))
            result = words[at].mid(7);
    }
    return result;
}

void install(const QString& language)
{
    for (const char* part : {"causeway_sync", "causeway_ctl"}) {
        auto* translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(QLatin1String(":/i18n/") + QLatin1String(part) + QLatin1Char('_') +
                             language))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace

Status installLanguage(const QStringList& words)
{
    const QString wanted = languageOption(words);
    const QString chinese = QStringLiteral("zh_CN");
    if (wanted.isNull()) {
        // LC_ALL, LC_MESSAGES and LANG decide, in this order, as everywhere.
        const QLocale system = QLocale::system();
        const QStringList languages = system.uiLanguages();
        if (!languages.isEmpty() && languages.first().startsWith(QLatin1String("zh")))
            install(chinese);
        return okStatus();
    }
    if (wanted.compare(chinese, Qt::CaseInsensitive) == 0 || wanted == QLatin1String("zh-CN") ||
        wanted == QLatin1String("zh")) {
        install(chinese);
        return okStatus();
    }
    if (wanted == QLatin1String("en") || wanted.startsWith(QLatin1String("en_")))
        return okStatus();
    return usageError(QCoreApplication::translate("Application", "--lang knows en and zh_CN"));
}

} // namespace causeway::ctl
