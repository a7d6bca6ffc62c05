// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/row_model.h"

namespace causeway::test {
namespace {

using Value = RowModel::Value;

/// What the ledger holds for a side whose row was never agreed on: no row's value.
constexpr int kNever = -1;

std::optional<quint64> digest(const Value& value, quint64 salt)
{
    return value ? std::optional(static_cast<quint64>(*value) * 1000 + salt) : std::nullopt;
}

QString inWords(const Value& value)
{
    return value ? QString::number(*value) : QStringLiteral("-");
}

Value randomValue(Dice& dice)
{
    return dice.percent(25) ? Value() : Value(dice.between(1, 4));
}

} // namespace

KeyState RowModel::state(bool withEqual) const
{
    constexpr quint64 kRemoteSalt = 1;
    constexpr quint64 kLocalSalt = 2;
    KeyState result;
    result.known = known;
    result.baseTrusted = trusted;
    if (known) {
        result.baseRemote = digest(baseRemote, kRemoteSalt);
        result.baseLocal = digest(baseLocal, kLocalSalt);
    }
    result.remote = digest(remote, kRemoteSalt);
    result.local = digest(local, kLocalSalt);
    if (withEqual && remote && local)
        result.equal = remote == local;
    return result;
}

void RowModel::apply(const Decision& decision)
{
    const auto agree = [this] {
        known = remote || local;
        baseRemote = remote;
        baseLocal = local;
        trusted = true;
    };
    switch (decision.verdict) {
    case Verdict::CopyToLocal:
        local = remote;
        return agree();
    case Verdict::CopyToRemote:
        remote = local;
        return agree();
    case Verdict::Adopt:
    case Verdict::Forget:
        return agree();
    case Verdict::AcceptRemote:
        known = trusted = true;
        baseRemote = remote;
        baseLocal = kNever;
        return;
    case Verdict::AcceptLocal:
        known = trusted = true;
        baseRemote = kNever;
        baseLocal = local;
        return;
    case Verdict::Nothing:
    case Verdict::NeedValues:
    case Verdict::Leave:
    case Verdict::Queue:
        return;
    }
}

RowModel RowModel::swapped() const
{
    return {local, remote, known, trusted, baseLocal, baseRemote};
}

QString RowModel::text() const
{
    return QStringLiteral("remote %1, local %2, ledger %3%4")
        .arg(inWords(remote), inWords(local),
             known ? inWords(baseRemote) + u'/' + inWords(baseLocal) : QStringLiteral("none"),
             trusted ? QString() : QStringLiteral(" (not trusted)"));
}

RowModel randomRow(Dice& dice)
{
    RowModel row;
    row.known = dice.percent(70);
    row.trusted = dice.percent(90);
    row.baseRemote = row.baseLocal = dice.percent(90) ? Value(dice.between(1, 4)) : Value();
    if (dice.percent(10))
        row.baseLocal = randomValue(dice); // a one-way run took note of one side only
    row.remote = dice.percent(50) ? row.baseRemote : randomValue(dice);
    row.local = dice.percent(50) ? row.baseLocal : randomValue(dice);
    return row;
}

Rules randomRules(Dice& dice)
{
    return {dice.pick({SyncType::Full, SyncType::Incremental}),
            dice.pick({Direction::Both, Direction::RemoteToLocal, Direction::LocalToRemote}),
            dice.pick({Policy::RemoteWins, Policy::LocalWins, Policy::Skip, Policy::Manual})};
}

Rules swapped(const Rules& rules)
{
    Rules other = rules;
    if (rules.direction != Direction::Both)
        other.direction = rules.direction == Direction::RemoteToLocal ? Direction::LocalToRemote
                                                                      : Direction::RemoteToLocal;
    if (rules.policy == Policy::RemoteWins)
        other.policy = Policy::LocalWins;
    if (rules.policy == Policy::LocalWins)
        other.policy = Policy::RemoteWins;
    return other;
}

QString text(const Rules& rules)
{
    return toText(rules.type) + u' ' + toText(rules.direction) + u' ' + toText(rules.policy);
}

QString text(const Decision& decision)
{
    return QStringLiteral("verdict %1%2")
        .arg(static_cast<int>(decision.verdict))
        .arg(decision.conflict ? u", conflict " + toText(*decision.conflict) : QString());
}

std::vector<RowModel> simpler(const RowModel& row)
{
    std::vector<RowModel> result;
    const auto add = [&](const RowModel& candidate) {
        if (candidate != row)
            result.push_back(candidate);
    };
    RowModel change = row;
    change.known = false;
    change.baseRemote = change.baseLocal = std::nullopt;
    add(change);
    change = row;
    change.trusted = true;
    add(change);
    for (Value RowModel::*part :
         {&RowModel::remote, &RowModel::local, &RowModel::baseRemote, &RowModel::baseLocal}) {
        for (const Value& value : {Value(), Value(1), Value(2)}) {
            change = row;
            if (change.*part && (!value || *value < *(change.*part))) {
                change.*part = value;
                add(change);
            }
        }
    }
    return result;
}

} // namespace causeway::test
