// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/words.h"

#include "sync/row/row_json.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace causeway::words {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("Words", text);
}

template<typename E>
QVariantList options(std::initializer_list<E> values)
{
    QVariantList list;
    for (const E value : values)
        list.append(QVariant::fromValue(GridOption{static_cast<int>(value), of(value)}));
    return list;
}

} // namespace

QString of(Side side)
{
    return side == Side::Remote ? say(QT_TRANSLATE_NOOP("Words", "remote"))
                                : say(QT_TRANSLATE_NOOP("Words", "local"));
}

QString of(SyncType type)
{
    return type == SyncType::Full ? say(QT_TRANSLATE_NOOP("Words", "FULL"))
                                  : say(QT_TRANSLATE_NOOP("Words", "INCREMENTAL"));
}

QString of(Direction direction)
{
    switch (direction) {
    case Direction::Both:
        return say(QT_TRANSLATE_NOOP("Words", "BOTH"));
    case Direction::RemoteToLocal:
        return say(QT_TRANSLATE_NOOP("Words", "REMOTE_TO_LOCAL"));
    case Direction::LocalToRemote:
        return say(QT_TRANSLATE_NOOP("Words", "LOCAL_TO_REMOTE"));
    }
    return {};
}

QString of(Policy policy)
{
    switch (policy) {
    case Policy::RemoteWins:
        return say(QT_TRANSLATE_NOOP("Words", "REMOTE_WINS"));
    case Policy::LocalWins:
        return say(QT_TRANSLATE_NOOP("Words", "LOCAL_WINS"));
    case Policy::Skip:
        return say(QT_TRANSLATE_NOOP("Words", "SKIP"));
    case Policy::Manual:
        return say(QT_TRANSLATE_NOOP("Words", "MANUAL"));
    }
    return {};
}

QString of(RunStatus status)
{
    switch (status) {
    case RunStatus::Running:
        return say(QT_TRANSLATE_NOOP("Words", "Running"));
    case RunStatus::Success:
        return say(QT_TRANSLATE_NOOP("Words", "Success"));
    case RunStatus::Partial:
        return say(QT_TRANSLATE_NOOP("Words", "Partly done"));
    case RunStatus::Failed:
        return say(QT_TRANSLATE_NOOP("Words", "Failed"));
    case RunStatus::Cancelled:
        return say(QT_TRANSLATE_NOOP("Words", "Cancelled"));
    }
    return {};
}

QString of(TriggerSource source)
{
    switch (source) {
    case TriggerSource::Manual:
        return say(QT_TRANSLATE_NOOP("Words", "by hand"));
    case TriggerSource::Schedule:
        return say(QT_TRANSLATE_NOOP("Words", "schedule"));
    case TriggerSource::Cli:
        return say(QT_TRANSLATE_NOOP("Words", "command line"));
    }
    return {};
}

QString of(ConflictKind kind)
{
    switch (kind) {
    case ConflictKind::UpdateUpdate:
        return say(QT_TRANSLATE_NOOP("Words", "Changed on both sides"));
    case ConflictKind::UpdateDelete:
        return say(QT_TRANSLATE_NOOP("Words", "Changed on remote, deleted on local"));
    case ConflictKind::DeleteUpdate:
        return say(QT_TRANSLATE_NOOP("Words", "Deleted on remote, changed on local"));
    case ConflictKind::InsertInsert:
        return say(QT_TRANSLATE_NOOP("Words", "Added on both sides, different"));
    case ConflictKind::DeleteChildren:
        return say(QT_TRANSLATE_NOOP("Words", "Deleted, but rows still depend on it"));
    case ConflictKind::Unique:
        return say(QT_TRANSLATE_NOOP("Words", "Another row holds the same unique value"));
    case ConflictKind::Rejected:
        return say(QT_TRANSLATE_NOOP("Words", "The other side cannot hold the row"));
    }
    return {};
}

QString of(Settlement settlement)
{
    switch (settlement) {
    case Settlement::Remote:
        return say(QT_TRANSLATE_NOOP("Words", "Take remote"));
    case Settlement::Local:
        return say(QT_TRANSLATE_NOOP("Words", "Take local"));
    case Settlement::Merged:
        return say(QT_TRANSLATE_NOOP("Words", "Merged"));
    case Settlement::Agreed:
        return say(QT_TRANSLATE_NOOP("Words", "Agreed"));
    }
    return {};
}

QString of(RowAction action)
{
    switch (action) {
    case RowAction::Insert:
        return say(QT_TRANSLATE_NOOP("Words", "insert"));
    case RowAction::Update:
        return say(QT_TRANSLATE_NOOP("Words", "update"));
    case RowAction::Delete:
        return say(QT_TRANSLATE_NOOP("Words", "delete"));
    }
    return {};
}

QString of(RunPhase phase)
{
    switch (phase) {
    case RunPhase::Waiting:
        return say(QT_TRANSLATE_NOOP("Words", "Waiting"));
    case RunPhase::BackingUp:
        return say(QT_TRANSLATE_NOOP("Words", "Back up"));
    case RunPhase::Preparing:
        return say(QT_TRANSLATE_NOOP("Words", "Prepare"));
    case RunPhase::Discovering:
        return say(QT_TRANSLATE_NOOP("Words", "Compare"));
    case RunPhase::Transferring:
        return say(QT_TRANSLATE_NOOP("Words", "Transfer"));
    case RunPhase::Verifying:
        return say(QT_TRANSLATE_NOOP("Words", "Verify"));
    case RunPhase::Cleaning:
        return say(QT_TRANSLATE_NOOP("Words", "Clean up"));
    case RunPhase::Finished:
        return say(QT_TRANSLATE_NOOP("Words", "Finished"));
    }
    return {};
}

QString of(TlsMode mode)
{
    switch (mode) {
    case TlsMode::Disabled:
        return say(QT_TRANSLATE_NOOP("Words", "DISABLED: never encrypted"));
    case TlsMode::Preferred:
        return say(QT_TRANSLATE_NOOP("Words", "PREFERRED: encrypted if possible"));
    case TlsMode::Required:
        return say(QT_TRANSLATE_NOOP("Words", "REQUIRED: encrypted or not at all"));
    case TlsMode::VerifyCa:
        return say(QT_TRANSLATE_NOOP("Words", "VERIFY_CA: certificate checked"));
    case TlsMode::VerifyIdentity:
        return say(QT_TRANSLATE_NOOP("Words", "VERIFY_IDENTITY: certificate and host checked"));
    }
    return {};
}

QVariantList syncTypeOptions()
{
    return options({SyncType::Incremental, SyncType::Full});
}

QVariantList directionOptions()
{
    return options({Direction::Both, Direction::RemoteToLocal, Direction::LocalToRemote});
}

QVariantList policyOptions()
{
    return options({Policy::Manual, Policy::RemoteWins, Policy::LocalWins, Policy::Skip});
}

QString place(const SideConfig& config)
{
    const QString where = config.socket.isEmpty() ? config.host : QStringLiteral("localhost");
    return config.database % QLatin1Char('@') % where;
}

QString sideName(Side side, const SideConfig& config)
{
    return of(side) % QStringLiteral(" · ") % place(config);
}

QString message(const LogRow& row)
{
    if (!row.errorCode.isEmpty())
        return row.errorMessage;
    static const QRegularExpression note(
        QStringLiteral("^(\\d+) conflicts? (waits?|was|were) [\\w ]+$"));
    const QRegularExpressionMatch match = note.match(row.errorMessage);
    if (!match.hasMatch())
        return row.errorMessage;
    const QString text = match.capturedView(2).startsWith(u"wait")
                             ? say(QT_TRANSLATE_NOOP("Words", "%1 to decide"))
                             : say(QT_TRANSLATE_NOOP("Words", "%1 settled by policy"));
    return text.arg(conflicts(match.captured(1).toLongLong()));
}

QString moment(const QDateTime& utc)
{
    if (!utc.isValid())
        return QStringLiteral("—");
    return utc.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString duration(std::chrono::milliseconds span)
{
    const qint64 ms = span.count();
    if (ms < 1000)
        return say(QT_TRANSLATE_NOOP("Words", "%1 ms")).arg(ms);
    if (ms < 60'000)
        return say(QT_TRANSLATE_NOOP("Words", "%1 s"))
            .arg(QLocale().toString(static_cast<double>(ms) / 1000.0, 'f', 1));
    const qint64 seconds = ms / 1000;
    if (seconds < 3600)
        return say(QT_TRANSLATE_NOOP("Words", "%1 min %2 s")).arg(seconds / 60).arg(seconds % 60);
    return say(QT_TRANSLATE_NOOP("Words", "%1 h %2 min"))
        .arg(seconds / 3600)
        .arg(seconds % 3600 / 60);
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString rows(qint64 count)
{
    return count == 1 ? say(QT_TRANSLATE_NOOP("Words", "1 row"))
                      : say(QT_TRANSLATE_NOOP("Words", "%1 rows")).arg(number(count));
}

QString tables(qint64 count)
{
    return count == 1 ? say(QT_TRANSLATE_NOOP("Words", "1 table"))
                      : say(QT_TRANSLATE_NOOP("Words", "%1 tables")).arg(number(count));
}

QString conflicts(qint64 count)
{
    return count == 1 ? say(QT_TRANSLATE_NOOP("Words", "1 conflict"))
                      : say(QT_TRANSLATE_NOOP("Words", "%1 conflicts")).arg(number(count));
}

QString sentences(const QStringList& parts)
{
    QString text;
    for (const QString& part : parts) {
        if (!text.isEmpty() && !part.isEmpty() && !text.endsWith(u'。'))
            text += QLatin1Char(' ');
        text += part;
    }
    return text;
}

QString counts(const ChangeCounts& counts)
{
    QStringList parts;
    if (counts.inserted > 0)
        parts << QLatin1Char('+') % number(counts.inserted);
    if (counts.updated > 0)
        parts << QLatin1Char('~') % number(counts.updated);
    if (counts.deleted > 0)
        parts << QStringLiteral("−") % number(counts.deleted);
    return parts.isEmpty() ? QStringLiteral("—") : parts.join(QStringLiteral("  "));
}

QString key(const RowImage& key)
{
    QStringList parts;
    for (qsizetype i = 0; i < key.columns.size(); ++i)
        parts << key.columns.at(i) % QStringLiteral(" = ") %
                     cellToDisplay(key.cells[static_cast<std::size_t>(i)]);
    return parts.isEmpty() ? say(QT_TRANSLATE_NOOP("Words", "(no key)"))
                           : parts.join(QStringLiteral(", "));
}

} // namespace causeway::words
