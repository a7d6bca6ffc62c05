// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>

namespace causeway {
namespace {

const QString kEnglish = QStringLiteral("en");
const QString kChinese = QStringLiteral("zh_CN");
const QString kSetting = QStringLiteral("language");

} // namespace

Language::Language(QObject* parent)
    : QObject(parent)
    , m_code(kEnglish)
{
}

Language::~Language()
{
    removeAll();
}

QStringList Language::codes()
{
    return {kEnglish, kChinese};
}

QString Language::nameOf(const QString& code)
{
    return code == kChinese ? QStringLiteral("简体中文") : QStringLiteral("English");
}

QString Language::ofSystem()
{
    return QLocale::system().language() == QLocale::Chinese ? kChinese : kEnglish;
}

QString Language::preferred()
{
    const QString stored = QSettings().value(kSetting).toString();
    return codes().contains(stored) ? stored : ofSystem();
}

void Language::use(const QString& code, bool remember)
{
    m_code = codes().contains(code) ? code : kEnglish;
    if (remember)
        QSettings().setValue(kSetting, m_code);
    removeAll();
    QLocale::setDefault(m_code == kChinese ? QLocale(QLocale::Chinese, QLocale::China)
                                           : QLocale(QLocale::English, QLocale::UnitedStates));
    if (m_code != kEnglish) {
        install(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(QStringLiteral("causeway_sync_zh_CN"), QStringLiteral(":/i18n"));
        install(QStringLiteral("causeway_ui_zh_CN"), QStringLiteral(":/i18n"));
    }
    emit changed(m_code);
}

void Language::install(const QString& file, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

void Language::removeAll()
{
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
}

} // namespace causeway
