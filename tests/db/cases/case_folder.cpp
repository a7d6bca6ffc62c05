// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace causeway::test {

CaseFolder::CaseFolder(const QString& path)
    : m_path(path)
{
    if (!has("create.sql"))
        qFatal("%s is no case folder", qUtf8Printable(path));
    const QByteArrayList settings =
        has("options") ? lines(QStringLiteral("options")) : QByteArrayList();
    for (const QByteArray& line : settings) {
        const QString text = QString::fromUtf8(line);
        m_options[text.section(u'=', 0, 0).trimmed()] = text.section(u'=', 1).trimmed();
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
        if (fileName == QLatin1String("expect_conflicts.tsv"))
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

QByteArrayList CaseFolder::expectedConflicts() const
{
    if (!has("expect_conflicts.tsv"))
        return {};
    QByteArrayList result = lines(QStringLiteral("expect_conflicts.tsv"));
    std::sort(result.begin(), result.end());
    return result;
}

std::pair<QString, QString> CaseFolder::expectedError() const
{
    if (!has("expect_error"))
        return {};
    const QString text = QString::fromUtf8(lines(QStringLiteral("expect_error")).value(0));
    return {text.section(u' ', 0, 0), text.section(u' ', 1)};
}

} // namespace causeway::test
