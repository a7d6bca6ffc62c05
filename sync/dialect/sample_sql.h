// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// @file Statements for the file of samples, which SQLite keeps.

namespace causeway::samplesql {

/// Settings of a connection: a journal that lets others read meanwhile, and a bounded wait for
/// other writers.
[[nodiscard]] QList<QByteArray> session();
[[nodiscard]] QByteArray begin();
[[nodiscard]] QByteArray commit();
[[nodiscard]] QByteArray rollback();

/// The tables with every metric as a column, when they are not there.
[[nodiscard]] QList<QByteArray> createTables();
/// One row per column of the table @p table: its second column is the name.
[[nodiscard]] QByteArray columnsOf(const QByteArray& table);
[[nodiscard]] QByteArray addColumn(const QByteArray& table, const QByteArray& column);
[[nodiscard]] QList<QByteArray> tables();

/// To be prepared: a moment and every metric in its order are bound.
[[nodiscard]] QByteArray insertSample();
/// Averages by minute and samples of [@p from, @p to], by time: moment, every metric.
[[nodiscard]] QByteArray selectSamples(qint64 from, qint64 to);

/// Averages of the whole minutes before @p rawBefore, the removal of what they stand for, and of
/// averages before @p minutesBefore; at most @p maxRows samples stay.
[[nodiscard]] QList<QByteArray> trim(qint64 rawBefore, qint64 minutesBefore, int maxRows);

} // namespace causeway::samplesql
