// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/dialect/create_table_collation.h"

#include <QRegularExpression>

#include <array>

namespace causeway {
namespace {

/// A language as MySQL's UCA 9.0.0 collations and MariaDB's UCA 14.0.0 collations call it.
struct Language {
    const char* mySql;
    const char* mariaDb;
};
/// A name that occurs twice is translated back by its first row.
constexpr std::array<Language, 24> kLanguages{{
    {"cs", "czech"},     {"da", "danish"},        {"de_pb", "german2"}, {"eo", "esperanto"},
    {"es", "spanish"},   {"es_trad", "spanish2"}, {"et", "estonian"},   {"hr", "croatian"},
    {"hu", "hungarian"}, {"is", "icelandic"},     {"la", "roman"},      {"lt", "lithuanian"},
    {"lv", "latvian"},   {"pl", "polish"},        {"ro", "romanian"},   {"sk", "slovak"},
    {"sl", "slovenian"}, {"sv", "swedish"},       {"tr", "turkish"},    {"vi", "vietnamese"},
    {"nb", "danish"},    {"nn", "danish"},        {"bs", "croatian"},   {"gl", "spanish"},
}};

QString mariaDbLanguage(const QString& mySql)
{
    for (const Language& language : kLanguages) {
        if (mySql == QLatin1String(language.mySql))
            return QLatin1String(language.mariaDb);
    }
    return {};
}

QString mySqlLanguage(const QString& mariaDb)
{
    for (const Language& language : kLanguages) {
        if (mariaDb == QLatin1String(language.mariaDb))
            return QLatin1String(language.mySql);
    }
    return {};
}

/// @p parts that are not empty, joined by '_'.
QString joined(const QStringList& parts)
{
    QStringList present = parts;
    present.removeAll(QString());
    return present.join(QLatin1Char('_'));
}

/// "ai_ci" -> the nearest MariaDB collation that does not pad and knows no language.
QString mariaDbNoPad(const QString& language, const QString& sensitivity, int version)
{
    if (version >= 101001) // the release that brought UCA 14.0.0
        return joined(
            {QStringLiteral("utf8mb4_uca1400"), language, QStringLiteral("nopad"), sensitivity});
    return sensitivity == QLatin1String("ai_ci") ? QStringLiteral("utf8mb4_unicode_520_nopad_ci")
                                                 : QStringLiteral("utf8mb4_nopad_bin");
}

CharsetAndCollation toMariaDb(const CharsetAndCollation& source, const ServerInfo& to)
{
    const QString name = source.collation;
    const QString utf8mb4 = QStringLiteral("utf8mb4");
    static const QRegularExpression uca9(
        QStringLiteral("^utf8mb4_(?:([a-z]+(?:_[a-z]+)?)_)?0900_(a[is]_c[is])(?:_ks)?$"));
    if (name == QLatin1String("utf8mb4_0900_bin"))
        return {utf8mb4, QStringLiteral("utf8mb4_nopad_bin")};
    if (const auto match = uca9.match(name); match.hasMatch())
        return {utf8mb4, mariaDbNoPad(mariaDbLanguage(match.captured(1)), match.captured(2),
                                      to.versionNumber)};
    if (source.charset == QLatin1String("gb18030"))
        return {utf8mb4, name.endsWith(QLatin1String("_bin"))
                             ? QStringLiteral("utf8mb4_bin")
                             : QStringLiteral("utf8mb4_unicode_520_ci")};
    if (name == QLatin1String("utf8mb3_tolower_ci"))
        return {source.charset, QStringLiteral("utf8mb3_general_ci")};
    if (name.endsWith(QLatin1String("_croatian_ci")))
        return {source.charset, source.charset + QLatin1String("_croatian_mysql561_ci")};
    return source;
}

/// MariaDB's UCA 14.0.0 collation of utf8mb4 as one of MySQL's.
QString mySqlUca(const QString& mariaDbName, bool noPad, const QString& sensitivity)
{
    const QString language = mySqlLanguage(mariaDbName);
    const bool isFolding = sensitivity == QLatin1String("ai_ci");
    if (!noPad && isFolding)
        return language.isEmpty()
                   ? QStringLiteral("utf8mb4_unicode_520_ci")
                   : joined({QStringLiteral("utf8mb4"), mariaDbName, QStringLiteral("ci")});
    if (sensitivity == QLatin1String("as_ci")) // MySQL has it for no language, and never padded
        return QStringLiteral("utf8mb4_0900_as_ci");
    if (!noPad)
        return QStringLiteral("utf8mb4_bin");
    return joined({QStringLiteral("utf8mb4"), language, QStringLiteral("0900"),
                   isFolding ? sensitivity : QStringLiteral("as_cs")});
}

/// A collation that only MariaDB has, in a charset other than utf8mb4: MySQL pads all of those.
QString mySqlPadded(const QString& charset, const QString& name)
{
    if (name.contains(QLatin1String("_uca1400_")))
        return charset + (name.endsWith(QLatin1String("_ai_ci")) ? QLatin1String("_unicode_520_ci")
                                                                 : QLatin1String("_bin"));
    return QString(name).remove(QLatin1String("_nopad"));
}

CharsetAndCollation toMySql(const CharsetAndCollation& source)
{
    const QString& charset = source.charset;
    const QString& name = source.collation;
    static const QRegularExpression uca14(
        QStringLiteral("^utf8mb4_uca1400(?:_([a-z0-9]+?))?(_nopad)?_(a[is]_c[is])$"));
    if (name.endsWith(QLatin1String("_croatian_mysql561_ci")))
        return {charset, charset + QLatin1String("_croatian_ci")};
    if (name.endsWith(QLatin1String("_myanmar_ci")) || name.endsWith(QLatin1String("_thai_520_w2")))
        return {charset, charset + QLatin1String("_unicode_520_ci")};
    if (const auto match = uca14.match(name); match.hasMatch()) {
        const bool named = match.captured(1) != QLatin1String("nopad");
        const bool noPad = !named || !match.captured(2).isEmpty();
        return {charset, mySqlUca(named ? match.captured(1) : QString(), noPad, match.captured(3))};
    }
    if (charset != QLatin1String("utf8mb4"))
        return {charset, mySqlPadded(charset, name)};
    if (name == QLatin1String("utf8mb4_nopad_bin"))
        return {charset, QStringLiteral("utf8mb4_0900_bin")};
    if (name.endsWith(QLatin1String("_nopad_ci")))
        return {charset, QStringLiteral("utf8mb4_0900_ai_ci")};
    return source;
}

} // namespace

CharsetAndCollation translatedCollation(const CharsetAndCollation& collation, ServerFamily from,
                                        const ServerInfo& to)
{
    if (from == to.family)
        return collation;
    return to.family == ServerFamily::MariaDb ? toMariaDb(collation, to) : toMySql(collation);
}

} // namespace causeway
