// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

namespace causeway::test {

/// How a column is read for a comparison that owes nothing to the engine's way of reading.
enum class ReadAs {
    Bytes,    ///< what the column stores, byte for byte
    Float,    ///< all digits of a FLOAT or DOUBLE; MariaDB has no negative zero
    Bits,     ///< the number that the bits make
    Spatial,  ///< SRID and well-known binary, as stored
    Document, ///< JSON by value: the server compares it with the sample
};

/// A column type with its extremes and its awkward values, NULL aside.
struct TypeSamples {
    QByteArray type;       ///< as CREATE TABLE takes it, on every server
    QByteArrayList values; ///< SQL expressions, all different once stored
    ReadAs readAs = ReadAs::Bytes;
    bool mariaDbOnly = false;
    bool mayBeKey = false; ///< the values stay different in a primary key on every server
};

/// Every column type that both servers have.
[[nodiscard]] QList<TypeSamples> typeSamples();

/// SQL that reads @p column as text for the comparison; for a Document whether it equals @p sample.
[[nodiscard]] QByteArray readForComparison(ReadAs readAs, const QByteArray& column,
                                           const QByteArray& sample, bool mySql);

} // namespace causeway::test
