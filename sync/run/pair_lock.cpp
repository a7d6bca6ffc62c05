// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/run/pair_lock.h"

#include <QCryptographicHash>

namespace causeway {

QString pairLockName(const QString& database)
{
    const QByteArray hash = QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha256);
    return QLatin1String("causeway.") + QString::fromLatin1(hash.toHex().left(40));
}

} // namespace causeway
