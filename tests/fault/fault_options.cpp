// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/fault_options.h"

#include <QRandomGenerator>

#include <algorithm>

namespace causeway::test {

FaultOptions FaultOptions::taken(QStringList& arguments, int count)
{
    FaultOptions options;
    options.count = count;
    options.seed = QRandomGenerator::global()->bounded(1'000'000'000);
    const auto take = [&](const QString& name, auto& value) {
        const auto at = arguments.indexOf(name);
        if (at < 0 || at + 1 >= arguments.size())
            return;
        value = static_cast<std::remove_reference_t<decltype(value)>>(
            arguments.at(at + 1).toLongLong());
        arguments.remove(at, 2);
    };
    take(QStringLiteral("--seed"), options.seed);
    take(QStringLiteral("--count"), options.count);
    take(QStringLiteral("--minutes"), options.minutes);
    if (const auto at = arguments.indexOf(QStringLiteral("--point")); at >= 0) {
        options.only = arguments.value(at + 1);
        arguments.remove(at, std::min<qsizetype>(2, arguments.size() - at));
    }
    return options;
}

} // namespace causeway::test
