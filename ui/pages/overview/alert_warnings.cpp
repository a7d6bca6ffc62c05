// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/alert_warnings.h"

#include "models/words.h"
#include "sync/alert/alert_text.h"
#include "ui/session/alert_service.h"

#include <QCoreApplication>
#include <QCursor>
#include <QMenu>

#include <array>

namespace causeway {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AlertWarnings)
};

const char* nameOf(AlertRule rule)
{
    constexpr std::array<const char*, kAlertRuleCount> kNames{"alertFailureRate", "alertDuration",
                                                              "alertConsistency", "alertDiskFree",
                                                              "alertOpenConflicts"};
    return kNames[static_cast<std::size_t>(rule)];
}

void askForHowLong(AlertService& service, AlertRule rule, QWidget* parent)
{
    auto* menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("muteMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](const QString& text, int hours) {
        QObject::connect(menu->addAction(text), &QAction::triggered, &service,
                         [&service, rule, hours] { service.mute(rule, hours); });
    };
    offer(Text::tr("For 1 hour"), 1);
    offer(Text::tr("For 8 hours"), 8);
    offer(Text::tr("For a week"), 7 * 24);
    offer(Text::tr("Until it is unmuted (Schedule, Alerts…)"), 0);
    menu->popup(QCursor::pos());
}

} // namespace

void addAlertWarnings(std::vector<Warning>& warnings, AlertService& service, QWidget* parent)
{
    const AlertState& state = service.view().state;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const ActiveAlert& alert : state.active) {
        if (!state.wantsAttention(alert, now))
            continue;
        const AlertRule rule = alert.rule;
        warnings.push_back(
            {nameOf(rule),
             words::sentences(
                 {alertText(alert), Text::tr("Since %1.").arg(words::moment(alert.since))}),
             Text::tr("Acknowledge"), [&service, rule] { service.acknowledge(rule); },
             Text::tr("Mute…"),
             [&service, rule, parent] { askForHowLong(service, rule, parent); }});
    }
    if (service.view().error)
        warnings.push_back({"alertError",
                            Text::tr("Alerts do not work: %1").arg(service.view().error->message()),
                            {},
                            {}});
}

} // namespace causeway
