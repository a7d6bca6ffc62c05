// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/apply/planned_write.h"

#include <iterator>

namespace causeway {
namespace {

template<typename T>
void append(std::vector<T>& to, std::vector<T>&& from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

void WriteOutcome::operator+=(WriteOutcome&& other)
{
    written += other.written;
    append(moved, std::move(other.moved));
    append(blocked, std::move(other.blocked));
    append(refused, std::move(other.refused));
}

} // namespace causeway
