// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <QDataStream>
#include <QDir>
#include <QTemporaryFile>

#include <functional>
#include <memory>
#include <vector>

namespace causeway {

/// How a SpillingList writes and reads one element; specialised beside each element type.
template<typename T>
struct Spilled;

/// A list of any length in bounded memory: few elements are kept there, those before them are in a
/// temporary file that ends with the list.
/// Thread: like a vector. Memory: @p kInMemory elements.
template<typename T, std::size_t kInMemory>
class SpillingList final {
public:
    using Work = std::function<Status(const std::vector<T>&)>;

    /// SYS_001 when the temporary file cannot be written.
    [[nodiscard]] Status append(T&& element)
    {
        m_recent.push_back(std::move(element));
        return m_recent.size() < kInMemory ? okStatus() : spill();
    }

    /// Hands all of them to @p work, at most kInMemory at a time. An error of @p work ends it.
    [[nodiscard]] Status forEach(const Work& work) const
    {
        if (m_spilled > 0) {
            m_file->seek(0);
            QDataStream stream(m_file.get());
            for (qint64 done = 0; done < m_spilled;) {
                const std::vector<T> some = takeSome(stream, m_spilled - done);
                if (stream.status() != QDataStream::Ok)
                    return fileError();
                done += static_cast<qint64>(some.size());
                CAUSEWAY_TRY(work(some));
            }
        }
        return m_recent.empty() ? okStatus() : work(m_recent);
    }

    [[nodiscard]] qint64 size() const { return m_spilled + static_cast<qint64>(m_recent.size()); }

private:
    static std::vector<T> takeSome(QDataStream& stream, qint64 left)
    {
        std::vector<T> some;
        while (static_cast<qint64>(some.size()) < left && some.size() < kInMemory)
            some.push_back(Spilled<T>::take(stream));
        return some;
    }
    [[nodiscard]] Error fileError() const
    {
        return makeError(ErrorCode::SysDisk, QDir::tempPath(), m_file->errorString());
    }
    [[nodiscard]] Status spill()
    {
        if (!m_file) {
            m_file = std::make_unique<QTemporaryFile>();
            if (!m_file->open())
                return fileError();
        }
        m_file->seek(m_file->size());
        QDataStream stream(m_file.get());
        for (const T& element : m_recent)
            Spilled<T>::put(stream, element);
        if (stream.status() != QDataStream::Ok || !m_file->flush())
            return fileError();
        m_spilled += static_cast<qint64>(m_recent.size());
        m_recent.clear();
        return okStatus();
    }

    std::vector<T> m_recent;
    std::unique_ptr<QTemporaryFile> m_file; ///< those before the recent ones
    qint64 m_spilled = 0;
};

} // namespace causeway
