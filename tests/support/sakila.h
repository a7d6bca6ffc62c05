// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/two_sided_fixture.h"

namespace causeway::test {

/// Loads the Sakila sample database (tests/data/sakila) into the fixture's database of @p side: 16
/// tables, views, triggers, procedures and functions. Ends the program when a statement fails.
void loadSakila(TwoSidedFixture& fixture, Side side);

} // namespace causeway::test
