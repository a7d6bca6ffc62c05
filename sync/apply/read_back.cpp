// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/read_back.h"

#include "sync/core/fault_point.h"
#include "sync/core/portions.h"
#include "sync/row/row_json.h"

#include <QCoreApplication>

namespace causeway {
namespace {

constexpr std::size_t kKeysPerQuery = 1000;

Error notAsWritten(const TableTarget& target, const KeyBytes& key)
{
    const RowImage image = target.sql.shape().keyImage(key);
    QStringList parts;
    for (qsizetype i = 0; i < image.columns.size(); ++i)
        parts << image.columns[i] + u'=' + cellToDisplay(image.cells[static_cast<std::size_t>(i)]);
    return makeError(ErrorCode::SyncRowRejected, target.sql.shape().table,
                     QCoreApplication::translate("causeway::Apply",
                                                 "the server changed the row %1 while storing it")
                         .arg(parts.join(u", ")));
}

Status checkByValue(const TableTarget& target, const std::vector<KeyBytes>& keys,
                    const FetchedRows& source)
{
    return inPortions(keys, kKeysPerQuery, [&](const auto& some) -> Status {
        auto rows = fetchRows(target.connection(), target.own(), some);
        CAUSEWAY_TRY(rows);
        for (const KeyBytes& key : some) {
            const auto stored = rows->find(key);
            if (stored == rows->end() ||
                !rowsEqual(target.sql.shape(), stored->second.cells, source.at(key).cells))
                return notAsWritten(target, key);
        }
        return okStatus();
    });
}

} // namespace

Result<KeyDigests> readBack(const TableTarget& target, const std::vector<KeyBytes>& keys,
                            const FetchedRows& source)
{
    reach(FaultPoint::ReadBackBefore);
    KeyDigests stored;
    CAUSEWAY_TRY(inPortions(keys, kKeysPerQuery, [&](const auto& some) -> Status {
        auto digests =
            readDigests(target.connection(), target.own(), target.own().digestsByKey(some));
        CAUSEWAY_TRY(digests);
        stored.merge(*digests);
        return okStatus();
    }));
    std::vector<KeyBytes> unclear;
    for (const KeyBytes& key : keys) {
        const auto found = stored.find(key);
        if (found == stored.end() || found->second != source.at(key).digest)
            unclear.push_back(key);
    }
    if (!unclear.empty())
        CAUSEWAY_TRY(checkByValue(target, unclear, source));
    reach(FaultPoint::ReadBackAfter);
    return stored;
}

} // namespace causeway
