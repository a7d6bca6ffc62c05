// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/result.h"

#include <QByteArray>
#include <QFile>

#include <memory>

namespace causeway {

/// Compresses into an open file. Thread: any, one at a time.
class GzipWriter final {
public:
    explicit GzipWriter(QFile& file);
    GzipWriter(const GzipWriter&) = delete;
    GzipWriter& operator=(const GzipWriter&) = delete;
    ~GzipWriter();

    /// Errors: SYS_001 when the disk is full, SYS_005 else.
    [[nodiscard]] Status write(const char* data, qsizetype size);
    /// Writes what is left and the end of the format. The last call.
    [[nodiscard]] Status finish();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Reads what GzipWriter (or gzip) wrote. Thread: any, one at a time.
class GzipReader final {
public:
    explicit GzipReader(QFile& file);
    GzipReader(const GzipReader&) = delete;
    GzipReader& operator=(const GzipReader&) = delete;
    ~GzipReader();

    /// The next bytes; empty at the proper end. Errors: SYS_007 when the file is damaged or cut.
    [[nodiscard]] Result<QByteArray> read();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Hexadecimal SHA-256 of the whole file. Errors: CFG_007 when it cannot be read.
[[nodiscard]] Result<QString> fileDigest(const QString& path);

} // namespace causeway
