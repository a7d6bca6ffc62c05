// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/skipped_kinds.h"

#include <algorithm>

namespace causeway {
namespace {

constexpr std::array kKinds{RowAction::Insert, RowAction::Update, RowAction::Delete};
constexpr std::array kSides{Side::Remote, Side::Local};

std::size_t place(Side side)
{
    return side == Side::Remote ? 0 : 1;
}

std::size_t place(RowAction kind)
{
    return static_cast<std::size_t>(std::find(kKinds.begin(), kKinds.end(), kind) - kKinds.begin());
}

QString wordOf(RowAction kind)
{
    switch (kind) {
    case RowAction::Insert:
        return QStringLiteral("inserts");
    case RowAction::Update:
        return QStringLiteral("updates");
    case RowAction::Delete:
        return QStringLiteral("deletes");
    }
    Q_UNREACHABLE();
}

QString wordOf(RowAction kind, Side side)
{
    return wordOf(kind) +
           (side == Side::Remote ? QLatin1String("-on-remote") : QLatin1String("-on-local"));
}

} // namespace

void SkippedKinds::set(Side target, RowAction kind, bool skipped)
{
    m_skipped[place(target)][place(kind)] = skipped;
}

bool SkippedKinds::skips(Side target, RowAction kind) const
{
    return m_skipped[place(target)][place(kind)];
}

bool SkippedKinds::any() const
{
    return anyOn(Side::Remote) || anyOn(Side::Local);
}

bool SkippedKinds::anyOn(Side target) const
{
    const auto& kinds = m_skipped[place(target)];
    return std::find(kinds.begin(), kinds.end(), true) != kinds.end();
}

bool SkippedKinds::add(const QString& word)
{
    bool known = false;
    for (const RowAction kind : kKinds) {
        for (const Side side : kSides) {
            if (word != wordOf(kind) && word != wordOf(kind, side))
                continue;
            set(side, kind, true);
            known = true;
        }
    }
    return known;
}

QStringList SkippedKinds::words() const
{
    QStringList words;
    for (const RowAction kind : kKinds) {
        if (skips(Side::Remote, kind) && skips(Side::Local, kind)) {
            words << wordOf(kind);
            continue;
        }
        for (const Side side : kSides) {
            if (skips(side, kind))
                words << wordOf(kind, side);
        }
    }
    return words;
}

QStringList SkippedKinds::allWords()
{
    QStringList words;
    for (const RowAction kind : kKinds)
        words << wordOf(kind) << wordOf(kind, Side::Remote) << wordOf(kind, Side::Local);
    return words;
}

} // namespace causeway
