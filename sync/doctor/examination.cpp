// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/doctor/examination.h"

#include "sync/control/control_schema.h"
#include "sync/dialect/session_sql.h"
#include "sync/dialect/state_sql.h"
#include "sync/run/pair_lock.h"

#include <algorithm>

namespace causeway::doctor {

Examination::Examination(const Profile& examined, const DoctorOptions& wishes,
                         std::stop_token stopping)
    : profile(examined)
    , options(wishes)
    , stop(std::move(stopping))
{
}

const std::vector<TestStep>& Examination::steps(Side side)
{
    std::optional<std::vector<TestStep>>& steps = of(side).steps;
    if (!steps)
        steps = testConnection(profile.side(side), side, stop);
    return *steps;
}

Connection* Examination::connection(Side side)
{
    std::optional<Connection>& connection = of(side).connection;
    if (connection)
        return &*connection;
    const auto chosen = [](const TestStep& step) {
        return step.passed && step.id == QLatin1String("database");
    };
    const std::vector<TestStep>& tried = steps(side);
    if (std::none_of(tried.begin(), tried.end(), chosen))
        return nullptr;
    ConnectionOptions patience;
    patience.timeouts.read = std::chrono::seconds(120);
    auto opened = Connection::open(profile.side(side), side, patience);
    if (opened)
        connection.emplace(std::move(*opened));
    return connection ? &*connection : nullptr;
}

Result<QStringList> Examination::ownTables(Side side)
{
    Connection* reached = connection(side);
    return reached ? firstColumn(*reached, statesql::controlTables())
                   : Result<QStringList>(QStringList());
}

bool Examination::hasControlTables()
{
    for (const Side side : {Side::Remote, Side::Local}) {
        const auto there = ownTables(side);
        if (!there)
            return false;
        const QStringList wanted = controlTableNames(side);
        if (!std::all_of(wanted.begin(), wanted.end(), [&there](const QString& name) {
                return there->contains(name, Qt::CaseInsensitive);
            }))
            return false;
    }
    return true;
}

Result<bool> Examination::isRunning()
{
    Connection* local = connection(Side::Local);
    if (local == nullptr)
        return false;
    auto holder = local->query(sessionsql::lockHolder(pairLockName(local->config().database)));
    CAUSEWAY_TRY(holder);
    return holder->rows.at(0).at(0).has_value();
}

QDateTime Examination::now() const
{
    return options.now.isValid() ? options.now : QDateTime::currentDateTimeUtc();
}

Result<QStringList> firstColumn(Connection& connection, const QByteArray& sql)
{
    auto rows = connection.query(sql);
    CAUSEWAY_TRY(rows);
    QStringList column;
    for (const Cells& row : rows->rows)
        column << cellText(row, 0);
    return column;
}

QString cellText(const Cells& row, std::size_t column)
{
    return QString::fromUtf8(row.at(column).value_or(QByteArray()));
}

} // namespace causeway::doctor
