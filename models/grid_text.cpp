// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid_text.h"

#include "models/record_table_model.h"
#include "sync/dialect/export_sql.h"

#include <QAbstractItemModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace causeway {
namespace {

QString textOf(const QModelIndex& index, bool raw)
{
    const QVariant stored = raw ? index.data(RawRole) : QVariant();
    if (stored.isValid())
        return stored.toString();
    const QString text = index.data().toString();
    const QVariant check = index.data(Qt::CheckStateRole);
    if (!text.isEmpty() || !check.isValid())
        return text;
    return check.toInt() == Qt::Checked ? QStringLiteral("1") : QStringLiteral("0");
}

QString headingOf(const QAbstractItemModel& model, int column, bool raw)
{
    const QVariant name =
        raw ? model.headerData(column, Qt::Horizontal, FieldNameRole) : QVariant();
    return (name.isValid() ? name : model.headerData(column, Qt::Horizontal)).toString();
}

QString csvField(const QString& text)
{
    static const QString special = QStringLiteral(",\"\n\r");
    const bool isPlain =
        std::none_of(text.begin(), text.end(), [](QChar c) { return special.contains(c); });
    if (isPlain)
        return text;
    QString quoted = text;
    return QLatin1Char('"') % quoted.replace(u'"', QStringLiteral("\"\"")) % QLatin1Char('"');
}

QString markdownField(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\"));
    text.replace(u'|', QStringLiteral("\\|"));
    return text.replace(u'\n', QStringLiteral("<br>"));
}

/// A tab or line end inside of a value would move every value behind it.
QString tsvField(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

template<typename Field>
QString line(const QStringList& fields, const QString& separator, Field field)
{
    QStringList written;
    for (const QString& text : fields)
        written << field(text);
    return written.join(separator);
}

QString csv(const GridText& text)
{
    QStringList lines{line(text.headings, QStringLiteral(","), csvField)};
    for (const QStringList& row : text.rows)
        lines << line(row, QStringLiteral(","), csvField);
    return lines.join(QStringLiteral("\r\n"));
}

QString tsv(const GridText& text)
{
    QStringList lines;
    for (const QStringList& row : text.rows)
        lines << line(row, QStringLiteral("\t"), tsvField);
    return lines.join(u'\n');
}

QString markdown(const GridText& text)
{
    const auto framed = [](const QString& inside) -> QString { return u"| " % inside % u" |"; };
    QStringList lines{framed(line(text.headings, QStringLiteral(" | "), markdownField))};
    const QStringList rule(text.headings.size(), QStringLiteral("---"));
    lines << framed(rule.join(QStringLiteral(" | ")));
    for (const QStringList& row : text.rows)
        lines << framed(line(row, QStringLiteral(" | "), markdownField));
    return lines.join(u'\n');
}

QString json(const GridText& text)
{
    QJsonArray rows;
    for (const QStringList& row : text.rows) {
        QJsonObject object;
        for (qsizetype i = 0; i < row.size(); ++i)
            object.insert(text.headings.value(i), row[i]);
        rows.append(object);
    }
    return QString::fromUtf8(QJsonDocument(rows).toJson()).trimmed();
}

} // namespace

GridText gridText(const QModelIndexList& rows, const QList<int>& columns, bool raw)
{
    GridText text;
    if (rows.isEmpty())
        return text;
    const QAbstractItemModel* model = rows.first().model();
    for (const int column : columns)
        text.headings << headingOf(*model, column, raw);
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells << textOf(row.siblingAtColumn(column), raw);
        text.rows.push_back(std::move(cells));
    }
    return text;
}

QString toText(const GridText& text, TextFormat format, const QString& name)
{
    switch (format) {
    case TextFormat::Csv:
        return csv(text);
    case TextFormat::Json:
        return json(text);
    case TextFormat::Sql:
        return insertStatements(name, text.headings, text.rows);
    case TextFormat::Markdown:
        return markdown(text);
    case TextFormat::Tsv:
        break;
    }
    return tsv(text);
}

} // namespace causeway
