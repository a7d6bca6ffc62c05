// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/error_advice.h"

#include <QCoreApplication>

#include <array>

namespace causeway {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("ErrorAdvice", text);
}

struct Button {
    const char* objectName;
    const char* text;
};

constexpr std::array<Button, 9> kButtons{
    Button{"remedyPreviewDeletes", QT_TRANSLATE_NOOP("ErrorAdvice", "Preview these deletes")},
    Button{"remedyAllowDeletes", QT_TRANSLATE_NOOP("ErrorAdvice", "Allow these deletes…")},
    Button{"remedyShowTable", QT_TRANSLATE_NOOP("ErrorAdvice", "Show the table")},
    Button{"remedyLeaveOut", QT_TRANSLATE_NOOP("ErrorAdvice", "Leave this table out…")},
    Button{"remedyTestConnection", QT_TRANSLATE_NOOP("ErrorAdvice", "Test both connections")},
    Button{"remedyRunAgain", QT_TRANSLATE_NOOP("ErrorAdvice", "Compare again")},
    Button{"remedySetUp", QT_TRANSLATE_NOOP("ErrorAdvice", "Set this pair up…")},
    Button{"remedyAllowWriting", QT_TRANSLATE_NOOP("ErrorAdvice", "Allow writing…")},
    Button{"remedyRepairPair", QT_TRANSLATE_NOOP("ErrorAdvice", "Repair this pair…")}};
static_assert(kButtons.size() == static_cast<std::size_t>(Remedy::RepairPair) + 1);

} // namespace

QString safetyAfter(const Error& error)
{
    switch (error.code) {
    case ErrorCode::SyncGuard:
    case ErrorCode::SyncStructure:
    case ErrorCode::SyncTypes:
    case ErrorCode::SyncNoKey:
    case ErrorCode::SyncUnsupportedTable:
        return say(QT_TRANSLATE_NOOP(
            "ErrorAdvice", "No row of this table was touched. The other tables go on without it."));
    case ErrorCode::SyncFenced:
    case ErrorCode::SyncWentBack:
        return say(QT_TRANSLATE_NOOP(
            "ErrorAdvice",
            "Nothing was written any more once this was noticed, and nothing is taken for deleted "
            "or changed because of it."));
    case ErrorCode::SyncBusy:
        return say(QT_TRANSLATE_NOOP(
            "ErrorAdvice", "Nothing was written: the run ended before it touched a table."));
    case ErrorCode::SyncInterrupted:
    case ErrorCode::ConnFailed:
    case ErrorCode::ConnTimeout:
        return say(QT_TRANSLATE_NOOP(
            "ErrorAdvice",
            "Batches that were written are complete. If one was cut off, the next run puts it "
            "right by itself."));
    case ErrorCode::SyncConflictMoved:
        return say(QT_TRANSLATE_NOOP("ErrorAdvice",
                                     "Both rows are as they were: the decision was not applied."));
    default:
        return {};
    }
}

std::vector<Remedy> remediesFor(const Error& error)
{
    switch (error.code) {
    case ErrorCode::SyncGuard:
        return {Remedy::PreviewDeletes, Remedy::AllowDeletes};
    case ErrorCode::SyncStructure:
    case ErrorCode::SyncTypes:
    case ErrorCode::SyncNoKey:
    case ErrorCode::SyncUnsupportedTable:
        return {Remedy::ShowTable, Remedy::LeaveOut};
    case ErrorCode::SyncBusy:
    case ErrorCode::SyncInterrupted:
        return {Remedy::RunAgain};
    case ErrorCode::SyncFenced:
    case ErrorCode::SyncWentBack:
        return {Remedy::RepairPair, Remedy::TestConnection, Remedy::RunAgain};
    case ErrorCode::ConnFailed:
    case ErrorCode::ConnTimeout:
    case ErrorCode::ConnAuth:
    case ErrorCode::ConnNoDatabase:
    case ErrorCode::ConnInsecure:
        return {Remedy::TestConnection, Remedy::RunAgain};
    case ErrorCode::CfgNotInitialised:
        return {Remedy::SetUp};
    case ErrorCode::CfgReadOnly:
        return {Remedy::AllowWriting};
    default:
        return {};
    }
}

QString textOf(Remedy remedy)
{
    return say(kButtons[static_cast<std::size_t>(remedy)].text);
}

QString objectNameOf(Remedy remedy)
{
    return QLatin1String(kButtons[static_cast<std::size_t>(remedy)].objectName);
}

} // namespace causeway
