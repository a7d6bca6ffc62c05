// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/proof_book.h"

#include <QSettings>
#include <QUrl>

namespace causeway {
namespace {

/// A name may hold slashes, which are groups to QSettings.
QString keyOf(const QString& profile)
{
    return QStringLiteral("proofs/") % QLatin1String(QUrl::toPercentEncoding(profile));
}

} // namespace

Proof proofOf(const CompareReport& report, const QDateTime& at)
{
    Proof proof;
    proof.at = at;
    proof.equal = report.equal;
    for (const TableComparison& table : report.tables) {
        proof.rows += table.onlyRemote + table.onlyLocal + table.different;
        proof.tables += table.equal || table.error ? 0 : 1;
        proof.notCompared += table.error ? 1 : 0;
    }
    return proof;
}

std::optional<Proof> keptProof(const QString& profile)
{
    const QVariantList kept = QSettings().value(keyOf(profile)).toList();
    if (kept.size() != 5)
        return std::nullopt;
    return Proof{kept[0].toDateTime(), kept[1].toBool(), kept[2].toLongLong(), kept[3].toInt(),
                 kept[4].toInt()};
}

void keepProof(const QString& profile, const Proof& proof)
{
    QSettings().setValue(keyOf(profile), QVariantList{proof.at, proof.equal, proof.rows,
                                                      proof.tables, proof.notCompared});
}

} // namespace causeway
