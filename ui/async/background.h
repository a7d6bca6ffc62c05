// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QtConcurrent>

#include <memory>
#include <stop_token>
#include <type_traits>

namespace causeway {

/// Runs blocking work of one widget on threads of its own and brings the answer back.
///
/// Requests carry a slot name: a newer request of the same slot stops the older one and its answer
/// is dropped, so an answer that is delivered is always the latest asked for.
///
/// Thread:    lives in the GUI thread; @p work runs on a pool thread, @p deliver in the GUI thread.
/// Ownership: the destructor asks all work to stop and waits for it; nothing is delivered after.
class Background final : public QObject {
    Q_OBJECT
public:
    explicit Background(QObject* parent = nullptr);
    ~Background() override;

    /// @param work     callable `R(std::stop_token)`; must not touch widgets and must not throw.
    /// @param deliver  callable `void(R)`.
    template<typename Work, typename Deliver>
    void run(const QString& slot, Work work, Deliver deliver)
    {
        const Ticket ticket = begin(slot);
        static_cast<void>(QtConcurrent::run(&m_pool, [this, ticket, work = std::move(work),
                                                      deliver = std::move(deliver)]() mutable {
            using R = std::invoke_result_t<Work, std::stop_token>;
            auto answer = std::make_shared<R>(work(ticket.stop.get_token()));
            QMetaObject::invokeMethod(
                this,
                [this, ticket, answer, deliver = std::move(deliver)]() mutable {
                    if (end(ticket))
                        deliver(std::move(*answer));
                },
                Qt::QueuedConnection);
        }));
    }
    /// Stops the work of @p slot and drops its answer.
    void drop(const QString& slot);
    /// Work is going whose answer will be delivered.
    [[nodiscard]] bool isBusy() const { return !m_current.isEmpty(); }
    [[nodiscard]] bool isBusy(const QString& slot) const { return m_current.contains(slot); }

signals:
    void busyChanged(bool busy);

private:
    struct Ticket {
        QString slot;
        quint64 number = 0;
        std::stop_source stop;
    };
    Ticket begin(const QString& slot);
    /// @return the answer of @p ticket is still wanted.
    bool end(const Ticket& ticket);

    QThreadPool m_pool;
    QHash<QString, Ticket> m_current;
    quint64 m_lastNumber = 0;
};

} // namespace causeway
