// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backup/gzip_stream.h"

#include <QCryptographicHash>

#include <zlib.h>

namespace causeway {
namespace {

constexpr int kGzip = 15 + 16; // the largest window, and gzip's header and trailer
constexpr int kLevel = 3;      // dumps compress well; a live server should not wait for us
constexpr qsizetype kChunk = 262'144;

Bytef* bytesOf(const char* data)
{
    // zlib's interface is without const; it only reads its input.
    return reinterpret_cast<Bytef*>(const_cast<char*>(data));
}

Error writeError(const QFile& file)
{
    Error error = makeError(file.error() == QFileDevice::ResourceError ? ErrorCode::SysDisk
                                                                       : ErrorCode::SysInternal,
                            file.fileName());
    error.serverMessage = file.errorString();
    return error;
}

} // namespace

class GzipWriter::Impl {
public:
    explicit Impl(QFile& target)
        : file(target)
    {
        ready = deflateInit2(&stream, kLevel, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) == Z_OK;
    }
    ~Impl() { deflateEnd(&stream); }
    Status put(const char* data, qsizetype size, int flush);

    QFile& file;
    z_stream stream{};
    QByteArray buffer = QByteArray(kChunk, Qt::Uninitialized);
    bool ready = false;
};

Status GzipWriter::Impl::put(const char* data, qsizetype size, int flush)
{
    if (!ready)
        return makeError(ErrorCode::SysMemory, file.fileName());
    stream.next_in = bytesOf(data);
    stream.avail_in = static_cast<uInt>(size);
    do {
        stream.next_out = bytesOf(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        deflate(&stream, flush);
        const qint64 made = buffer.size() - qint64{stream.avail_out};
        if (file.write(buffer.constData(), made) != made)
            return writeError(file);
    } while (stream.avail_out == 0);
    return okStatus();
}

GzipWriter::GzipWriter(QFile& file)
    : m_impl(std::make_unique<Impl>(file))
{
}
GzipWriter::~GzipWriter() = default;

Status GzipWriter::write(const char* data, qsizetype size)
{
    while (size > 0) {
        const qsizetype part = qMin(size, qsizetype{1} << 30);
        CAUSEWAY_TRY(m_impl->put(data, part, Z_NO_FLUSH));
        data += part;
        size -= part;
    }
    return okStatus();
}

Status GzipWriter::finish()
{
    return m_impl->put(nullptr, 0, Z_FINISH);
}

class GzipReader::Impl {
public:
    explicit Impl(QFile& source)
        : file(source)
    {
        ready = inflateInit2(&stream, kGzip) == Z_OK;
    }
    ~Impl() { inflateEnd(&stream); }
    [[nodiscard]] Error damaged() const
    {
        Error error = makeError(ErrorCode::SysBackup, file.fileName());
        if (stream.msg)
            error.serverMessage = QString::fromLatin1(stream.msg);
        return error;
    }

    QFile& file;
    z_stream stream{};
    QByteArray input;
    bool ready = false;
    bool ended = false;
};

GzipReader::GzipReader(QFile& file)
    : m_impl(std::make_unique<Impl>(file))
{
}
GzipReader::~GzipReader() = default;

Result<QByteArray> GzipReader::read()
{
    Impl& impl = *m_impl;
    if (impl.ended)
        return QByteArray();
    QByteArray output(kChunk, Qt::Uninitialized);
    impl.stream.next_out = bytesOf(output.data());
    impl.stream.avail_out = static_cast<uInt>(output.size());
    while (impl.ready && impl.stream.avail_out == static_cast<uInt>(output.size())) {
        if (impl.stream.avail_in == 0) {
            impl.input = impl.file.read(kChunk);
            impl.stream.next_in = bytesOf(impl.input.constData());
            impl.stream.avail_in = static_cast<uInt>(impl.input.size());
        }
        const int state = inflate(&impl.stream, Z_NO_FLUSH);
        if (state == Z_STREAM_END) {
            impl.ended = true;
            break;
        }
        if (state != Z_OK)
            return impl.damaged();
    }
    if (!impl.ready)
        return makeError(ErrorCode::SysMemory, impl.file.fileName());
    output.truncate(output.size() - qsizetype{impl.stream.avail_out});
    return output;
}

Result<QString> fileDigest(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        Error error = makeError(ErrorCode::CfgFile, path);
        error.serverMessage = file.errorString();
        return error;
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace causeway
