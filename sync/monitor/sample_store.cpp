// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/monitor/sample_store.h"

#include "sync/dialect/sample_sql.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QThread>

#include <atomic>
#include <cmath>
#include <functional>

namespace causeway {
namespace {

constexpr int kBusy = 5;
constexpr int kCorrupt = 11;
constexpr int kAttempts = 150;
constexpr unsigned long kPause = 20; // ms
constexpr int kNotADatabase = 26;

QString nextConnectionName()
{
    static std::atomic<quint64> number = 0;
    return QLatin1String("causeway_samples_") + QString::number(++number);
}

/// One open connection to the file; closed with the object.
class Session final {
public:
    explicit Session(const QString& path)
        : m_name(nextConnectionName())
        , m_path(path)
        , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
    {
        m_database.setDatabaseName(path);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=3000"));
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session()
    {
        m_database.close();
        m_database = QSqlDatabase(); // the last copy must be gone before its name is
        QSqlDatabase::removeDatabase(m_name);
    }

    Status open();
    Status run(const QByteArray& sql)
    {
        QSqlQuery query(m_database);
        return query.exec(QString::fromUtf8(sql)) ? okStatus() : failure(query.lastError());
    }
    Status runAll(const QList<QByteArray>& statements)
    {
        for (const QByteArray& sql : statements)
            CAUSEWAY_TRY(run(sql));
        return okStatus();
    }
    Status inTransaction(const std::function<Status()>& work)
    {
        CAUSEWAY_TRY(run(samplesql::begin()));
        Status done = work();
        if (done.ok())
            done = run(samplesql::commit());
        if (!done.ok())
            static_cast<void>(run(samplesql::rollback()));
        return done;
    }
    Status insert(const std::vector<Sample>& samples);
    Result<std::vector<Sample>> select(const QByteArray& sql);

private:
    Status settle();
    Status makeTables();
    Status failure(const QSqlError& error) const
    {
        Error made = makeError(ErrorCode::SysInternal, m_path);
        made.serverMessage = error.databaseText();
        made.serverCode = error.nativeErrorCode().toInt();
        return made;
    }

    QString m_name;
    QString m_path;
    QSqlDatabase m_database;
};

Status Session::open()
{
    if (!m_database.isValid())
        return makeError(ErrorCode::SysInternal, QStringLiteral("QSQLITE"),
                         QCoreApplication::translate(
                             "causeway::SampleStore",
                             "Qt's SQLite driver is not installed (libqt6sql6-sqlite)."));
    if (!m_database.open())
        return failure(m_database.lastError());
    CAUSEWAY_TRY(settle());
    return makeTables();
}

/// The change to the other journal waits for nobody, unlike everything else: when several open a
/// new file at once, all but one are told that it is busy.
Status Session::settle()
{
    Status done = runAll(samplesql::session());
    for (int i = 1; i < kAttempts && !done.ok() && done.error().serverCode == kBusy; ++i) {
        QThread::msleep(kPause);
        done = runAll(samplesql::session());
    }
    return done;
}

Status Session::makeTables()
{
    return inTransaction([this]() -> Status {
        CAUSEWAY_TRY(runAll(samplesql::createTables()));
        for (const QByteArray& table : samplesql::tables()) {
            QSqlQuery query(m_database);
            if (!query.exec(QString::fromUtf8(samplesql::columnsOf(table))))
                return failure(query.lastError());
            QSet<QByteArray> present;
            while (query.next())
                present.insert(query.value(1).toByteArray());
            for (std::size_t i = 0; i < kMetricCount; ++i) {
                const QByteArray column = metricKey(static_cast<Metric>(i));
                if (!present.contains(column))
                    CAUSEWAY_TRY(run(samplesql::addColumn(table, column)));
            }
        }
        return okStatus();
    });
}

Status Session::insert(const std::vector<Sample>& samples)
{
    QSqlQuery query(m_database);
    if (!query.prepare(QString::fromUtf8(samplesql::insertSample())))
        return failure(query.lastError());
    for (const Sample& sample : samples) {
        query.bindValue(0, sample.at);
        for (std::size_t i = 0; i < kMetricCount; ++i)
            query.bindValue(static_cast<int>(i) + 1, std::isfinite(sample.values[i])
                                                         ? QVariant(sample.values[i])
                                                         : QVariant(QMetaType(QMetaType::Double)));
        if (!query.exec())
            return failure(query.lastError());
    }
    return okStatus();
}

Result<std::vector<Sample>> Session::select(const QByteArray& sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(QString::fromUtf8(sql)))
        return failure(query.lastError()).error();
    std::vector<Sample> samples;
    while (query.next()) {
        Sample& sample = samples.emplace_back();
        sample.at = query.value(0).toLongLong();
        for (std::size_t i = 0; i < kMetricCount; ++i) {
            const QVariant value = query.value(static_cast<int>(i) + 1);
            if (!value.isNull())
                sample.values[i] = value.toDouble();
        }
    }
    return samples;
}

bool isDamaged(const Error& error)
{
    return error.serverCode == kCorrupt || error.serverCode == kNotADatabase;
}

void putAside(const QString& path)
{
    QFile::remove(path + QLatin1String(".damaged"));
    QFile::rename(path, path + QLatin1String(".damaged"));
    QFile::remove(path + QLatin1String("-wal"));
    QFile::remove(path + QLatin1String("-shm"));
}

Status withFile(const QString& path, const std::function<Status(Session&)>& work)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return makeError(ErrorCode::SysPermission, QFileInfo(path).path());
    const auto attempt = [&]() -> Status {
        Session session(path);
        CAUSEWAY_TRY(session.open());
        return work(session);
    };
    Status done = attempt();
    if (done.ok() || !isDamaged(done.error()))
        return done;
    putAside(path);
    return attempt();
}

} // namespace

QString SampleStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QLatin1String("/causeway/monitor");
}

SampleStore::SampleStore(const QString& profile, const QString& folder)
    : m_path(
          folder + QLatin1Char('/') +
          QString::fromLatin1(QCryptographicHash::hash(profile.toUtf8(), QCryptographicHash::Sha256)
                                  .toHex()
                                  .left(24)) +
          QLatin1String(".sqlite"))
{
}

Status SampleStore::append(const std::vector<Sample>& samples) const
{
    if (samples.empty())
        return okStatus();
    return withFile(m_path, [&](Session& session) {
        return session.inTransaction([&] { return session.insert(samples); });
    });
}

Result<std::vector<Sample>> SampleStore::read(const QDateTime& from, const QDateTime& to) const
{
    std::vector<Sample> found;
    if (!QFile::exists(m_path))
        return found;
    CAUSEWAY_TRY(withFile(m_path, [&](Session& session) -> Status {
        auto samples = session.select(
            samplesql::selectSamples(from.toMSecsSinceEpoch(), to.toMSecsSinceEpoch()));
        if (!samples.ok())
            return samples.error();
        found = std::move(samples).value();
        return okStatus();
    }));
    return found;
}

Status SampleStore::trim(const QDateTime& now) const
{
    const qint64 raw = now.addSecs(-3600LL * kRawHours).toMSecsSinceEpoch();
    const qint64 minutes = now.addDays(-kMinuteDays).toMSecsSinceEpoch();
    return withFile(m_path, [&](Session& session) {
        return session.inTransaction(
            [&] { return session.runAll(samplesql::trim(raw, minutes, kMaxRawRows)); });
    });
}

} // namespace causeway
