// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile/env_file.h"
#include "tests/fuzz/fuzz_targets.h"

namespace causeway::fuzz {
namespace {

qsizetype commonStart(const QByteArray& a, const QByteArray& b)
{
    qsizetype at = 0;
    while (at < qMin(a.size(), b.size()) && a[at] == b[at])
        ++at;
    return at;
}

qsizetype startOfLine(const QByteArray& content, int line)
{
    qsizetype at = 0;
    for (; line > 1; --line)
        at = content.indexOf('\n', at) + 1;
    return at;
}

/// Everything but the one value stays, byte for byte.
void editOne(const EnvFile& before, const QString& name, const QString& value)
{
    EnvFile after = before;
    expectThat(after.set(name, value).ok(), "a value can be set");
    expectThat(after.value(name) == value, "a value that was set is read back");
    expectThat(after.names() == before.names(), "setting a value keeps all names");
    const QByteArray& was = before.content();
    const QByteArray& now = after.content();
    const qsizetype line = startOfLine(was, before.lineOf(name));
    expectThat(commonStart(was, now) >= qMin(line + name.size(), was.size()) || was == now,
               "nothing before the value changes");
    const bool references = was.contains("${");
    for (const QString& other : before.names())
        expectThat(other == name || references || after.value(other) == before.value(other),
                   "other values stay");
    expectThat(after.set(name, *before.value(name)).ok() && after.value(name) == before.value(name),
               "a value can be set back");
}

} // namespace

void envFile(const QByteArray& input)
{
    auto file = EnvFile::parse(input, QStringLiteral("fuzz"));
    if (!file.ok())
        return;
    expectThat(file->content() == input, "parsing keeps every byte");
    const QString value = QString::fromUtf8(input.left(40)).remove(QChar(0));
    const QStringList names = file->names();
    for (const QString& name : names.mid(0, 4)) {
        EnvFile same = *file;
        expectThat(same.set(name, *file->value(name)).ok() && same.content() == input,
                   "setting the same value changes nothing");
        editOne(*file, name, value);
        EnvFile less = *file;
        less.remove(name);
        expectThat(!less.value(name), "a removed name is gone");
    }
    EnvFile more = *file;
    const QString fresh = QStringLiteral("CAUSEWAY_FRESH_NAME");
    if (names.contains(fresh))
        return;
    expectThat(more.set(fresh, value).ok() && more.value(fresh) == value, "a name can be added");
    expectThat(more.content().startsWith(input), "adding a name keeps every byte");
}

} // namespace causeway::fuzz
