// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedule/alert_dialog.h"

#include "models/words.h"
#include "sync/alert/alert_text.h"
#include "ui/base/widget_tools.h"
#include "ui/session/alert_service.h"
#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>

namespace causeway {
namespace {

constexpr int kWidth = 680;
constexpr int kArgumentsHeight = 72;

std::size_t indexOf(AlertRule rule)
{
    return static_cast<std::size_t>(rule);
}

} // namespace

AlertDialog::AlertDialog(AlertService& service, QWidget* parent)
    : Translated<QDialog>(parent)
    , m_service(service)
{
    setObjectName(QStringLiteral("alertDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(kWidth);
    build();
    load(m_service.view().settings);
    connectAll();
    showTarget();
    showRules();
}

void AlertDialog::build()
{
    say([this] { setWindowTitle(tr("Alerts")); });
    auto* heading = plainLabel(this, "heading");
    say(heading, QT_TR_NOOP("Alerts"));
    auto* remark = wrappedLabel(this, "muted");
    say(remark, QT_TR_NOOP("Looked at each minute and after each run. An alert is raised once, and "
                           "again only after it has cleared."));
    auto* grid = tight(new QGridLayout, space::kOne);
    grid->setHorizontalSpacing(space::kTwo);
    grid->setColumnStretch(2, 1);
    buildRules(grid);
    m_message = wrappedLabel(this);
    m_message->setObjectName(QStringLiteral("alertMessage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kTwo);
    column->addWidget(heading);
    column->addWidget(remark);
    column->addLayout(grid);
    column->addWidget(buildTarget());
    column->addWidget(m_message);
    column->addLayout(buildButtons());
}

void AlertDialog::buildRules(QGridLayout* grid)
{
    for (const AlertRule rule : kAlertRules) {
        Line& line = m_lines[indexOf(rule)];
        const QString name = toText(rule);
        line.on = new QCheckBox(this);
        line.on->setObjectName(QStringLiteral("alertOn_") % name);
        line.limit = new QSpinBox(this);
        line.limit->setObjectName(QStringLiteral("alertLimit_") % name);
        line.limit->setRange(1, qRound(greatestLimit(rule)));
        line.limit->setMinimumWidth(140);
        line.state = wrappedLabel(this, "muted");
        line.state->setObjectName(QStringLiteral("alertState_") % name);
        line.unmute = button(this, qPrintable(QStringLiteral("alertUnmute_") % name));
        say(line.unmute, QT_TR_NOOP("Unmute"));
        say([this, rule, line] {
            const bool isLeast = rule == AlertRule::DiskFree;
            line.on->setText(isLeast ? tr("%1, less than").arg(alertTitle(rule))
                                     : tr("%1, from").arg(alertTitle(rule)));
            line.limit->setAccessibleName(alertTitle(rule));
            line.limit->setSuffix(suffixOf(rule));
        });
        const int row = grid->rowCount();
        grid->addWidget(line.on, row, 0);
        grid->addWidget(line.limit, row, 1);
        grid->addWidget(line.state, row, 2);
        grid->addWidget(line.unmute, row, 3);
    }
}

QString AlertDialog::suffixOf(AlertRule rule)
{
    switch (rule) {
    case AlertRule::FailureRate:
        return QStringLiteral(" %");
    case AlertRule::Duration:
        return tr(" s");
    case AlertRule::Consistency:
        return tr(" h");
    case AlertRule::DiskFree:
        return QStringLiteral(" MB");
    case AlertRule::OpenConflicts:
        break;
    }
    return {};
}

QWidget* AlertDialog::buildTarget()
{
    auto* card = new QFrame(this);
    setLook(card, "card");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(space::kTwo, space::kTwo, space::kTwo, space::kTwo);
    column->setSpacing(space::kOne);
    m_target = new QComboBox(card);
    m_target->setObjectName(QStringLiteral("alertTarget"));
    m_target->addItems({QString(), QString(), QString()});
    say([this] {
        m_target->setItemText(Nobody, tr("nobody else"));
        m_target->setItemText(Program, tr("a program on this machine"));
        m_target->setItemText(WebAddress, tr("a web address"));
    });
    name(m_target, QT_TR_NOOP("Besides the console, tell"));
    auto* label = plainLabel(card);
    say(label, QT_TR_NOOP("Besides the console, tell"));
    label->setBuddy(m_target);
    m_timeout = new QSpinBox(card);
    m_timeout->setObjectName(QStringLiteral("alertTimeout"));
    m_timeout->setRange(1, static_cast<int>(AlertHook::kLongest.count()));
    say([this] { m_timeout->setSuffix(tr(" s at most")); });
    name(m_timeout, QT_TR_NOOP("Seconds that it may take"));
    m_test = button(card, "alertTest", QStringLiteral("next"));
    say(m_test, QT_TR_NOOP("Send a test"));
    auto* row = tight(new QHBoxLayout, space::kOne);
    row->addWidget(label);
    row->addWidget(m_target, 1);
    auto* below = tight(new QHBoxLayout, space::kOne);
    below->addStretch(1);
    below->addWidget(m_timeout);
    below->addWidget(m_test);
    m_targets = new QStackedWidget(card);
    m_targets->addWidget(new QWidget(m_targets));
    m_targets->addWidget(buildProgram());
    m_targets->addWidget(buildAddress());
    column->addLayout(row);
    column->addWidget(m_targets);
    column->addLayout(below);
    return card;
}

QWidget* AlertDialog::buildProgram()
{
    auto* page = new QWidget(this);
    auto* column = tight(new QVBoxLayout(page), space::kOne);
    m_program = new QLineEdit(page);
    m_program->setObjectName(QStringLiteral("alertProgram"));
    name(m_program, QT_TR_NOOP("Program"));
    hintIn(m_program, QT_TR_NOOP("/usr/local/bin/tell-us"));
    m_arguments = new QPlainTextEdit(page);
    m_arguments->setObjectName(QStringLiteral("alertArguments"));
    m_arguments->setTabChangesFocus(true);
    m_arguments->setFixedHeight(kArgumentsHeight);
    name(m_arguments, QT_TR_NOOP("Arguments, one in each line"));
    say([this] { m_arguments->setPlaceholderText(tr("Arguments, one in each line")); });
    auto* remark = wrappedLabel(page, "muted");
    say(remark, QT_TR_NOOP("Run without a shell. It gets the alert as JSON on its standard input, "
                           "and as CAUSEWAY_ALERT_TEXT, _RULE, _VALUE, _LIMIT and _PROFILE in its "
                           "environment."));
    column->addWidget(m_program);
    column->addWidget(m_arguments);
    column->addWidget(remark);
    return page;
}

QWidget* AlertDialog::buildAddress()
{
    auto* page = new QWidget(this);
    auto* column = tight(new QVBoxLayout(page), space::kOne);
    m_address = new QLineEdit(page);
    m_address->setObjectName(QStringLiteral("alertAddress"));
    name(m_address, QT_TR_NOOP("Web address"));
    hintIn(m_address, QT_TR_NOOP("https://chat.example/hooks/…"));
    auto* remark = wrappedLabel(page, "muted");
    say(remark, QT_TR_NOOP("Gets the alert as JSON, sent by POST. The address is kept in a file "
                           "that only you can read."));
    column->addWidget(m_address);
    column->addWidget(remark);
    column->addStretch(1);
    return page;
}

QLayout* AlertDialog::buildButtons()
{
    auto* cancel = button(this, "dialogCancel");
    say(cancel, QT_TR_NOOP("Cancel"));
    m_save = button(this, "alertSave", QStringLiteral("save"), "primary");
    say(m_save, QT_TR_NOOP("Save"));
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

void AlertDialog::connectAll()
{
    for (const AlertRule rule : kAlertRules) {
        const Line& line = m_lines[indexOf(rule)];
        connect(line.on, &QCheckBox::toggled, line.limit, &QWidget::setEnabled);
        connect(line.unmute, &QPushButton::clicked, &m_service,
                [this, rule] { m_service.unmute(rule); });
    }
    connect(m_target, &QComboBox::currentIndexChanged, this, &AlertDialog::showTarget);
    connect(m_test, &QPushButton::clicked, this, &AlertDialog::test);
    connect(m_save, &QPushButton::clicked, this, &AlertDialog::save);
    connect(&m_service, &AlertService::tested, this, &AlertDialog::showTested);
    connect(&m_service, &AlertService::changed, this, &AlertDialog::showRules);
}

void AlertDialog::load(const AlertSettings& settings)
{
    m_loaded = settings.limits;
    const AlertLimits defaults;
    for (const AlertRule rule : kAlertRules) {
        const auto limit = settings.limits.of(rule);
        Line& line = m_lines[indexOf(rule)];
        line.on->setChecked(limit.has_value());
        line.limit->setEnabled(limit.has_value());
        line.limit->setValue(qRound(limit.value_or(defaults.of(rule).value_or(1))));
    }
    const AlertHook& hook = settings.hook;
    m_target->setCurrentIndex(!hook.command.isEmpty()   ? Program
                              : !hook.webhook.isEmpty() ? WebAddress
                                                        : Nobody);
    m_program->setText(hook.command.value(0));
    m_arguments->setPlainText(hook.command.mid(1).join(QLatin1Char('\n')));
    m_address->setText(hook.webhook);
    m_timeout->setValue(static_cast<int>(hook.timeout.count()));
}

AlertHook AlertDialog::hook() const
{
    AlertHook hook;
    hook.timeout = std::chrono::seconds(m_timeout->value());
    if (m_target->currentIndex() == Program) {
        hook.command << m_program->text().trimmed();
        const QString arguments = m_arguments->toPlainText();
        if (!arguments.isEmpty())
            hook.command << arguments.split(QLatin1Char('\n'));
    } else if (m_target->currentIndex() == WebAddress) {
        hook.webhook = m_address->text().trimmed();
    }
    return hook;
}

AlertSettings AlertDialog::settings() const
{
    AlertSettings settings;
    for (const AlertRule rule : kAlertRules) {
        const Line& line = m_lines[indexOf(rule)];
        const auto loaded = m_loaded.of(rule);
        std::optional<double> limit;
        if (line.on->isChecked()) // a part of a number that is not shown here stays
            limit =
                loaded && qRound(*loaded) == line.limit->value() ? *loaded : line.limit->value();
        settings.limits.set(rule, limit);
    }
    settings.hook = hook();
    return settings;
}

void AlertDialog::showTarget()
{
    const int target = m_target->currentIndex();
    m_targets->setCurrentIndex(target);
    m_targets->setVisible(target != Nobody);
    m_timeout->setVisible(target != Nobody);
    m_test->setVisible(target != Nobody);
    showMessage({});
}

void AlertDialog::showRules()
{
    const AlertState& state = m_service.view().state;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const AlertRule rule : kAlertRules) {
        const Line& line = m_lines[indexOf(rule)];
        const bool isMuted = state.isMuted(rule, now);
        QStringList sentences;
        if (const ActiveAlert* alert = state.find(rule)) {
            sentences << tr("Now %1.").arg(alertValueText(rule, alert->value));
            if (alert->acknowledged)
                sentences << tr("Acknowledged.");
            if (!alert->delivery.error.isEmpty())
                sentences << tr("Not delivered: %1").arg(alert->delivery.error);
        }
        for (const AlertMute& mute : state.mutes) {
            if (mute.rule == rule && isMuted)
                sentences << (mute.until ? tr("Muted until %1.").arg(words::moment(*mute.until))
                                         : tr("Muted."));
        }
        line.state->setText(words::sentences(sentences));
        line.unmute->setVisible(isMuted);
    }
}

void AlertDialog::save()
{
    const Status saved = m_service.saveSettings(settings());
    if (saved.ok())
        return accept();
    showMessage(saved.error().message(), "bad");
}

void AlertDialog::showMessage(const QString& text, const char* tone)
{
    setStyleProperty(m_message, "tone", tone ? QVariant(QLatin1String(tone)) : QVariant());
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    fit();
}

/// Wrapped sentences get the height that they need at this width.
void AlertDialog::fit()
{
    layout()->activate();
    const int height = layout()->totalHeightForWidth(width());
    setMinimumHeight(height);
    resize(width(), height);
}

void AlertDialog::showEvent(QShowEvent* event)
{
    Translated<QDialog>::showEvent(event);
    fit();
}

void AlertDialog::test()
{
    m_test->setEnabled(false);
    showMessage(tr("Sending…"));
    m_service.test(hook());
}

void AlertDialog::showTested(const Status& status)
{
    m_test->setEnabled(true);
    QStringList sentences{status.ok() ? tr("✓ The test was delivered.")
                                      : tr("✗ The test was not delivered.")};
    if (!status.ok())
        sentences << status.error().message() << status.error().serverMessage;
    showMessage(words::sentences(sentences), status.ok() ? "good" : "bad");
}

void AlertDialog::languageChanged()
{
    showRules();
    fit();
}

} // namespace causeway
