// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "sync/alert/alert_watch.h"

#include <QJsonObject>

namespace causeway::ctl {

/// The pair that the options name, as far as its alerts need it.
struct AlertPair {
    QString name; ///< what messages call it
    AlertStore store;
};
/// Needs no password when the pair is a stored profile. Errors: as resolvePair().
[[nodiscard]] Result<AlertPair> alertPairOf(Context& context);
/// The same of a pair that was resolved before.
[[nodiscard]] AlertPair alertPairOf(const Context& context, const Profile& profile);

/// The rules that the arguments name; all of them with --all.
/// Errors: CFG_002 for a word that is none, CFG_006 when nothing is named.
[[nodiscard]] Result<std::vector<AlertRule>> rulesOf(const ParsedOptions& options);
[[nodiscard]] OptionSpec allRulesOption();

/// Shows what stands and what is muted. @return the exit code: 1 when an alert wants attention.
int showAlerts(const AlertState& state, const AlertSettings& settings, Context& context);
/// Limits and hook, as `alerts set` shows them; a web address without what may be secret in it.
[[nodiscard]] QJsonObject settingsToJson(const AlertSettings& settings);

} // namespace causeway::ctl
