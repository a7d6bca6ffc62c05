// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conflicts/parent_preview.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"

#include <QVBoxLayout>

namespace causeway {
namespace {

/// Versions of a row refer to at most three rows through one key; more keys of a column are rare.
constexpr std::size_t kMostLines = 6;

bool isThereOnBoth(const ParentLookUp& lookUp)
{
    return lookUp.remote.exists && lookUp.local.exists;
}

} // namespace

ParentPreview::ParentPreview(QWidget* parent)
    : Translated<QFrame>(parent)
    , m_head(plainLabel(this, "muted"))
{
    setObjectName(QStringLiteral("parentPreview"));
    setLook(this, "card");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kOne + 4, space::kOne, space::kOne + 4, space::kOne);
    column->setSpacing(space::kHalf);
    column->addWidget(m_head);
    for (std::size_t i = 0; i < kMostLines; ++i) {
        m_lines.push_back(wrappedLabel(this));
        m_lines.back()->setObjectName(QStringLiteral("parentLine%1").arg(i));
        column->addWidget(m_lines.back());
    }
    clear();
}

void ParentPreview::clear()
{
    m_background.drop(QStringLiteral("parents"));
    m_question.reset();
    m_answer.reset();
    hide();
}

void ParentPreview::ask(const Question& question)
{
    if (m_question == question)
        return;
    m_question = question;
    m_answer.reset();
    m_background.run(
        QStringLiteral("parents"),
        [question](const std::stop_token& stop) {
            return lookUpParents(question.profile, question.table, question.column,
                                 question.versions, stop);
        },
        [this](Result<std::vector<ParentLookUp>> answer) {
            m_answer = std::move(answer);
            showAnswer();
        });
    showAnswer();
}

QString ParentPreview::describe(const ParentOnSide& parent)
{
    return parent.exists ? words::key(parent.row) : tr("not there");
}

/// "product_id = 3 → products. remote: id = 3, name = Cup. local: not there."
QString ParentPreview::sentence(const ParentLookUp& lookUp) const
{
    const RowImage reference{lookUp.columns, lookUp.values};
    if (isThereOnBoth(lookUp) && lookUp.remote.row == lookUp.local.row)
        return tr("%1 → %2. On both sides: %3.")
            .arg(words::key(reference), lookUp.table, describe(lookUp.local));
    return tr("%1 → %2. Remote: %3. Local: %4.")
        .arg(words::key(reference), lookUp.table, describe(lookUp.remote), describe(lookUp.local));
}

void ParentPreview::showAnswer()
{
    const auto* found = m_answer && m_answer->ok() ? &m_answer->value() : nullptr;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool isUsed = found && i < found->size();
        m_lines[i]->setVisible(isUsed);
        if (!isUsed)
            continue;
        m_lines[i]->setText(sentence((*found)[i]));
        setLook(m_lines[i], isThereOnBoth((*found)[i]) ? "" : "bad");
    }
    if (!m_answer)
        m_head->setText(tr("Looking for the row it refers to…"));
    else if (!found)
        m_head->setText(
            tr("The row it refers to could not be read. %1").arg(m_answer->error().message()));
    else
        m_head->setText(found->empty() ? tr("It refers to no row: a part of the key is NULL.")
                                       : tr("Refers to:"));
    setVisible(m_question.has_value());
}

void ParentPreview::languageChanged()
{
    showAnswer();
}

} // namespace causeway
