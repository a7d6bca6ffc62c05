// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/control/control_store.h"

#include "sync/control/control_records.h"
#include "sync/control/control_session.h"
#include "sync/dialect/control_sql.h"

namespace causeway {

class ControlStore::Impl {
public:
    explicit Impl(std::unique_ptr<ControlSession> session)
        : m_session(std::move(session))
    {
    }

    template<typename Row>
    Result<std::vector<Row>> rows(const QByteArray& sql, Result<Row> (*read)(const QSqlQuery&))
    {
        std::vector<Row> found;
        CAUSEWAY_TRY(m_session->select(sql, [&](const QSqlQuery& query) -> Status {
            Result<Row> row = read(query);
            if (!row.ok())
                return row.error();
            found.push_back(std::move(row).value());
            return okStatus();
        }));
        return found;
    }

    Status save(const TableConfig& config)
    {
        const Result<qint64> found = m_session->execute(controlsql::updateConfig(config));
        if (!found.ok())
            return found.error();
        return *found > 0 ? okStatus() : Status(makeError(ErrorCode::CfgNoTable, config.table));
    }

    std::unique_ptr<ControlSession> m_session;
};

ControlStore::ControlStore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}
ControlStore::ControlStore(ControlStore&&) noexcept = default;
ControlStore& ControlStore::operator=(ControlStore&&) noexcept = default;
ControlStore::~ControlStore() = default;

Result<ControlStore> ControlStore::open(const SideConfig& local, const Timeouts& timeouts)
{
    Result<std::unique_ptr<ControlSession>> session = ControlSession::open(local, timeouts);
    if (!session.ok())
        return session.error();
    return ControlStore(std::make_unique<Impl>(std::move(session).value()));
}

Result<std::vector<TableConfig>> ControlStore::configs()
{
    return m_impl->rows(controlsql::selectConfigs(), readConfig);
}

Status ControlStore::saveConfigs(const std::vector<TableConfig>& rows)
{
    return m_impl->m_session->transaction([&]() -> Status {
        for (const TableConfig& config : rows)
            CAUSEWAY_TRY(m_impl->save(config));
        return okStatus();
    });
}

Result<std::vector<LogRow>> ControlStore::log(const LogFilter& filter)
{
    return m_impl->rows(controlsql::selectLog(filter), readLogRow);
}

Result<qint64> ControlStore::pruneLog(const QDateTime& before, bool dryRun)
{
    return dryRun ? m_impl->m_session->count(controlsql::countOldLog(before))
                  : m_impl->m_session->execute(controlsql::deleteOldLog(before));
}

Result<std::vector<ConflictRow>> ControlStore::conflicts(const ConflictFilter& filter)
{
    return m_impl->rows(controlsql::selectConflicts(filter), readConflict);
}

Result<std::vector<ConflictRow>> ControlStore::conflictsById(const std::vector<qint64>& ids)
{
    return m_impl->rows(controlsql::selectConflictsById(ids), readConflict);
}

Result<qint64> ControlStore::openConflictCount()
{
    return m_impl->m_session->count(controlsql::countOpenConflicts());
}

} // namespace causeway
