// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace causeway::test {
namespace {

/// A misspelt option would quietly test something else.
const QStringList& knownOptions()
{
    static const QStringList options =
        QStringLiteral("start pairs from type direction policy status equal mass_delete says "
                       "to_remote to_local resolve")
            .split(u' ');
    return options;
}

} // namespace

CaseFolder::CaseFolder(const QString& path)
    : m_path(path)
{
    const QByteArrayList settings =
        has("options") ? lines(QStringLiteral("options")) : QByteArrayList();
    for (const QByteArray& line : settings) {
        const QString text = QString::fromUtf8(line);
        const QString key = text.section(u'=', 0, 0).trimmed();
        if (!knownOptions().contains(key))
            qFatal("%s: unknown option %s", qUtf8Printable(path), qUtf8Printable(key));
        m_options[key] = text.section(u'=', 1).trimmed();
    }
}

QString CaseFolder::name() const
{
    return QFileInfo(m_path).fileName();
}

QString CaseFolder::file(const char* fileName) const
{
    return QDir(m_path).filePath(QString::fromLatin1(fileName));
}

bool CaseFolder::has(const char* fileName) const
{
    return QFile::exists(file(fileName));
}

QString CaseFolder::option(const char* key, const char* fallback) const
{
    return m_options.value(QString::fromLatin1(key), QString::fromLatin1(fallback));
}

QByteArrayList CaseFolder::lines(const QString& fileName) const
{
    QFile file(QDir(m_path).filePath(fileName));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qUtf8Printable(file.fileName()));
    QByteArrayList result = file.readAll().split('\n');
    if (result.last().isEmpty())
        result.removeLast(); // behind the last line's end
    return result;
}

QList<ExpectedTable> CaseFolder::expectedTables() const
{
    QList<ExpectedTable> result;
    const QStringList files = QDir(m_path).entryList({QStringLiteral("expect_*.tsv")});
    for (const QString& fileName : files) {
        if (fileName == QLatin1String("expect_conflicts.tsv") ||
            fileName == QLatin1String("expect_settled.tsv"))
            continue;
        ExpectedTable expected;
        expected.table = fileName.mid(7).chopped(4);
        for (const Side side : {Side::Remote, Side::Local}) {
            const QString suffix = u'.' + toText(side);
            if (!expected.table.endsWith(suffix))
                continue;
            expected.table.chop(suffix.size());
            expected.side = side;
        }
        QByteArrayList content = lines(fileName);
        expected.columns = content.takeFirst().split('\t');
        std::sort(content.begin(), content.end());
        expected.rows = content;
        result += expected;
    }
    return result;
}

QByteArrayList CaseFolder::expectedLines(const char* fileName) const
{
    if (!has(fileName))
        return {};
    QByteArrayList result = lines(QString::fromLatin1(fileName));
    std::sort(result.begin(), result.end());
    return result;
}

QList<CaseFolder> CaseFolder::rounds() const
{
    QList<CaseFolder> result{*this};
    for (int number = 2;; ++number) {
        const QString path = QDir(m_path).filePath(QStringLiteral("round%1").arg(number));
        if (!QFileInfo::exists(path))
            return result;
        result += CaseFolder(path);
    }
}

bool CaseFolder::beginsApart() const
{
    return has("create_remote.sql") || has("create_local.sql");
}

std::pair<QString, QString> CaseFolder::expectedError() const
{
    if (!has("expect_error"))
        return {};
    const QString text = QString::fromUtf8(lines(QStringLiteral("expect_error")).value(0));
    return {text.section(u' ', 0, 0), text.section(u' ', 1)};
}

} // namespace causeway::test
