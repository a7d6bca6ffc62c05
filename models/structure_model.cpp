// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/structure_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace causeway {
namespace {

constexpr std::array<const char*, StructureModel::ColumnCount> kTitles{
    QT_TRANSLATE_NOOP("StructureModel", "Part"), QT_TRANSLATE_NOOP("StructureModel", "Name"),
    QT_TRANSLATE_NOOP("StructureModel", "remote"), QT_TRANSLATE_NOOP("StructureModel", "local"),
    QT_TRANSLATE_NOOP("StructureModel", "Difference")};

QString say(const char* text)
{
    return QCoreApplication::translate("StructureModel", text);
}

QString wordOf(StructurePart::Kind kind)
{
    switch (kind) {
    case StructurePart::Kind::Column:
        return say(QT_TRANSLATE_NOOP("StructureModel", "column"));
    case StructurePart::Kind::Key:
        return say(QT_TRANSLATE_NOOP("StructureModel", "key"));
    default:
        return say(QT_TRANSLATE_NOOP("StructureModel", "foreign key"));
    }
}

QString differenceOf(const StructurePart& part)
{
    if (!part.differs())
        return say(QT_TRANSLATE_NOOP("StructureModel", "same"));
    if (part.local.isNull())
        return say(QT_TRANSLATE_NOOP("StructureModel", "only on remote"));
    if (part.remote.isNull())
        return say(QT_TRANSLATE_NOOP("StructureModel", "only on local"));
    return part.matters ? say(QT_TRANSLATE_NOOP("StructureModel", "differs"))
                        : say(QT_TRANSLATE_NOOP("StructureModel", "differs, harmless"));
}

Tone toneOf(const StructurePart& part)
{
    if (!part.differs())
        return Tone::Plain;
    return part.matters ? Tone::Bad : Tone::Warning;
}

QString textOf(const StructurePart& part, int column)
{
    switch (column) {
    case StructureModel::KindColumn:
        return wordOf(part.kind);
    case StructureModel::Name:
        return part.name;
    case StructureModel::RemoteText:
        return part.remote.isNull() ? QStringLiteral("—") : part.remote;
    case StructureModel::LocalText:
        return part.local.isNull() ? QStringLiteral("—") : part.local;
    default:
        return differenceOf(part);
    }
}

} // namespace

void StructureModel::setParts(std::vector<StructurePart> parts)
{
    beginResetModel();
    m_parts = std::move(parts);
    endResetModel();
}

int StructureModel::differences() const
{
    return static_cast<int>(std::count_if(
        m_parts.begin(), m_parts.end(), [](const StructurePart& part) { return part.differs(); }));
}

QVariant StructureModel::cell(int row, int column, int role) const
{
    const StructurePart& part = m_parts[static_cast<std::size_t>(row)];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(part, column);
    case ToneRole:
        return static_cast<int>(column >= RemoteText ? toneOf(part) : Tone::Plain);
    case RecordIdRole:
        return row;
    default:
        return {};
    }
}

QString StructureModel::title(int column) const
{
    return say(kTitles[static_cast<std::size_t>(column)]);
}

} // namespace causeway
