// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/first_run_dialog.h"

#include "ui/base/widget_tools.h"
#include "ui/shell/language.h"
#include "ui/shell/page.h"
#include "ui/theme/appearance.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/picture.h"

#include <QFrame>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace causeway {
namespace {

enum PageIndex { Looks, Beginnings };

const QString kSeen = QStringLiteral("firstRunSeen");

struct SchemeText {
    SchemeChoice scheme;
    const char* name;
    const char* text;
};
constexpr std::array<SchemeText, 3> kSchemes{
    SchemeText{SchemeChoice::System, "schemeSystem",
               QT_TRANSLATE_NOOP("causeway::FirstRunDialog", "As the system")},
    SchemeText{SchemeChoice::Light, "schemeLight",
               QT_TRANSLATE_NOOP("causeway::FirstRunDialog", "Light")},
    SchemeText{SchemeChoice::Dark, "schemeDark",
               QT_TRANSLATE_NOOP("causeway::FirstRunDialog", "Dark")}};

} // namespace

FirstRunDialog::FirstRunDialog(Language& language, Appearance& appearance, Navigator& navigator,
                               QWidget* parent)
    : Translated<QDialog>(parent)
    , m_language(language)
    , m_appearance(appearance)
    , m_navigator(navigator)
    , m_pages(new QStackedWidget(this))
    , m_heading(plainLabel(this, "heading"))
    , m_back(button(this, "firstRunBack"))
    , m_next(button(this, "firstRunNext", {}, "primary"))
    , m_skip(button(this, "firstRunSkip"))
{
    setObjectName(QStringLiteral("firstRunDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(560);
    build();
    connect(m_back, &QPushButton::clicked, this, [this] { turnTo(Looks); });
    connect(m_next, &QPushButton::clicked, this, [this] { turnTo(Beginnings); });
    connect(m_skip, &QPushButton::clicked, this, &QDialog::reject);
    turnTo(Looks);
}

bool FirstRunDialog::isDue()
{
    return !QSettings().value(kSeen).toBool();
}

void FirstRunDialog::noteSeen()
{
    QSettings().setValue(kSeen, true);
}

void FirstRunDialog::build()
{
    say([this] { setWindowTitle(tr("First steps")); });
    m_heading->setObjectName(QStringLiteral("firstRunHeading"));
    m_pages->addWidget(buildLooks());
    m_pages->addWidget(buildBeginnings());
    say(m_back, QT_TR_NOOP("Back"));
    say(m_next, QT_TR_NOOP("Next"));
    auto* buttons = tight(new QHBoxLayout, space::kOne);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_skip);
    buttons->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kThree, space::kThree, space::kThree, space::kTwo);
    column->setSpacing(space::kTwo);
    column->addWidget(m_heading);
    column->addWidget(m_pages, 1);
    column->addLayout(buttons);
}

QWidget* FirstRunDialog::buildLooks()
{
    auto* page = new QWidget(m_pages);
    auto* column = tight(new QVBoxLayout(page), space::kTwo);
    auto* words = wrappedLabel(page, "muted");
    say(words, QT_TR_NOOP("Causeway keeps two databases in step: a remote one and a local one. "
                          "Both choices below can be changed at any time."));
    auto* choices = tight(new QHBoxLayout, space::kThree);
    auto* languages = tight(new QVBoxLayout, space::kOne);
    auto* schemes = tight(new QVBoxLayout, space::kOne);
    addLanguages(languages);
    addSchemes(schemes);
    choices->addLayout(languages, 1);
    choices->addLayout(schemes, 1);
    column->addWidget(words);
    column->addLayout(choices);
    column->addStretch(1);
    return page;
}

/// Each in a group of its own: radio buttons exclude each other among the children of one widget.
void FirstRunDialog::addLanguages(QVBoxLayout* column)
{
    auto* head = plainLabel(this, "muted");
    say(head, QT_TR_NOOP("Language"));
    column->addWidget(head);
    auto* group = new QWidget(this);
    auto* inside = tight(new QVBoxLayout(group), space::kOne);
    for (const QString& code : Language::codes()) {
        auto* choice = new QRadioButton(Language::nameOf(code), group);
        choice->setObjectName(QStringLiteral("language_") % code);
        choice->setChecked(m_language.code() == code);
        connect(choice, &QRadioButton::clicked, this, [this, code] { m_language.use(code, true); });
        inside->addWidget(choice);
    }
    column->addWidget(group);
    column->addStretch(1);
}

void FirstRunDialog::addSchemes(QVBoxLayout* column)
{
    auto* head = plainLabel(this, "muted");
    say(head, QT_TR_NOOP("Colours"));
    column->addWidget(head);
    auto* group = new QWidget(this);
    auto* inside = tight(new QVBoxLayout(group), space::kOne);
    for (const SchemeText& scheme : kSchemes) {
        auto* choice = new QRadioButton(group);
        choice->setObjectName(QLatin1String(scheme.name));
        say(choice, scheme.text);
        choice->setChecked(m_appearance.choice() == scheme.scheme);
        connect(choice, &QRadioButton::clicked, this,
                [this, wanted = scheme.scheme] { m_appearance.useScheme(wanted); });
        inside->addWidget(choice);
    }
    column->addWidget(group);
    column->addStretch(1);
}

QWidget* FirstRunDialog::buildBeginnings()
{
    auto* page = new QWidget(m_pages);
    auto* column = tight(new QVBoxLayout(page), space::kOne + 4);
    addBeginning(column, {"firstRunDemo", QStringLiteral("demo"), QT_TR_NOOP("Try the demo"),
                          QT_TR_NOOP("Two private servers with a sample shop, changes on both "
                                     "sides and a few conflicts. Nothing of yours is touched."),
                          &Navigator::startDemo});
    addBeginning(column, {"firstRunImport", QStringLiteral("import"), QT_TR_NOOP("Import .env…"),
                          QT_TR_NOOP("Takes both databases from the file of your application. "
                                     "Nothing connects before you say so."),
                          &Navigator::importEnv});
    addBeginning(column, {"firstRunProfile", QStringLiteral("add"), QT_TR_NOOP("New profile"),
                          QT_TR_NOOP("Name a remote and a local database yourself. A new profile "
                                     "is read-only until you unlock it."),
                          &Navigator::newProfile});
    column->addStretch(1);
    return page;
}

void FirstRunDialog::addBeginning(QVBoxLayout* column, const Beginning& beginning)
{
    auto* card = new QFrame(this);
    setLook(card, "card");
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(space::kTwo, space::kOne + 4, space::kTwo, space::kOne + 4);
    row->setSpacing(space::kTwo);
    auto* text = wrappedLabel(card);
    auto* choose = button(card, beginning.objectName);
    choose->setMinimumWidth(140);
    say(text, beginning.words);
    say(choose, beginning.verb);
    row->addWidget(new Picture(beginning.icon, 28, card));
    row->addWidget(text, 1);
    row->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, [this, begin = beginning.begin] {
        accept();
        (m_navigator.*begin)();
    });
    column->addWidget(card);
}

void FirstRunDialog::turnTo(int page)
{
    m_pages->setCurrentIndex(page);
    m_back->setVisible(page == Beginnings);
    m_next->setVisible(page == Looks);
    m_next->setDefault(page == Looks);
    languageChanged();
}

void FirstRunDialog::languageChanged()
{
    const bool isFirst = m_pages->currentIndex() == Looks;
    m_heading->setText(isFirst ? tr("Welcome to Causeway") : tr("How do you want to begin?"));
    m_skip->setText(isFirst ? tr("Skip") : tr("Later"));
}

} // namespace causeway
