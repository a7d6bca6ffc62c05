// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/priority_order.h"

#include <algorithm>
#include <optional>

namespace causeway {
namespace {

using Numbers = std::vector<int>;

/// The moved one just above the one below it; those above are pushed up as far as needed.
Numbers pushedUp(Numbers numbers, std::size_t moved, int minimum)
{
    numbers[moved] = moved + 1 < numbers.size() ? numbers[moved + 1] + 1 : minimum;
    for (std::size_t i = moved; i > 0 && numbers[i - 1] <= numbers[i]; --i)
        numbers[i - 1] = numbers[i] + 1;
    return numbers;
}

/// The moved one just below the one above it; those below are pushed down as far as needed.
Numbers pushedDown(Numbers numbers, std::size_t moved, int maximum)
{
    numbers[moved] = moved > 0 ? numbers[moved - 1] - 1 : maximum;
    for (std::size_t i = moved; i + 1 < numbers.size() && numbers[i + 1] >= numbers[i]; ++i)
        numbers[i + 1] = numbers[i] - 1;
    return numbers;
}

bool fits(const Numbers& numbers, int minimum, int maximum)
{
    return std::all_of(numbers.begin(), numbers.end(), [minimum, maximum](int number) {
        return number >= minimum && number <= maximum;
    });
}

std::size_t changes(const Numbers& before, const Numbers& after)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < before.size(); ++i)
        count += before[i] == after[i] ? 0 : 1;
    return count;
}

/// Every number anew, the same distance between all.
Numbers spread(std::size_t count, int minimum, int maximum)
{
    const int places = static_cast<int>(count);
    if (places > maximum - minimum + 1)
        return {};
    const int step = std::max(1, (maximum - minimum) / (places + 1));
    Numbers numbers;
    for (int place = 0; place < places; ++place)
        numbers.push_back(std::min(maximum, minimum + step * places) - step * place);
    return numbers;
}

} // namespace

std::vector<int> prioritiesAfterMove(const std::vector<int>& priorities, int moved, int minimum,
                                     int maximum)
{
    const auto place = static_cast<std::size_t>(moved);
    if (moved < 0 || place >= priorities.size())
        return {};
    std::optional<Numbers> best;
    std::vector<Numbers> ways{pushedUp(priorities, place, minimum),
                              pushedDown(priorities, place, maximum)};
    if (place == 0 || place + 1 == priorities.size()) // at an end the neighbour's number is enough
        std::rotate(ways.begin(), ways.begin() + (place == 0 ? 0 : 1), ways.end());
    for (const Numbers& way : ways) {
        if (fits(way, minimum, maximum) &&
            (!best || changes(priorities, way) < changes(priorities, *best)))
            best = way;
    }
    return best ? *best : spread(priorities.size(), minimum, maximum);
}

} // namespace causeway
