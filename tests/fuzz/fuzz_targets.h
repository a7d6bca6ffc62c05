// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <vector>

/// @file What is fed with arbitrary bytes: by libFuzzer (preset fuzz), and by the normal suite with
/// the corpus and a bounded number of random inputs. A target ends the program when what must hold
/// does not.

namespace causeway::fuzz {

/// Ends the program, naming the target and what did not hold, unless @p holds.
void expectThat(bool holds, const char* what);

void envFile(const QByteArray& input);       ///< parse, edit one value, remove one
void connectionUrl(const QByteArray& input); ///< parse and write again
void quoting(const QByteArray& input);       ///< identifiers, texts, bytes
void valueCodec(const QByteArray& input);    ///< literals and LOAD DATA fields of every type
void conflictRow(const QByteArray& input);   ///< stored form of rows
void rowKey(const QByteArray& input);        ///< several cells in one key
void sqlScript(const QByteArray& input);     ///< cut into statements
void jsonValue(const QByteArray& input);     ///< canonical form

struct Target {
    const char* name; ///< also its corpus folder's
    void (*run)(const QByteArray& input);
};
[[nodiscard]] const std::vector<Target>& targets();

/// Cuts @p input into cells: each begins with a byte that tells its length; 255 is NULL.
[[nodiscard]] std::vector<QByteArray> pieces(const QByteArray& input);

} // namespace causeway::fuzz
