// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conflicts/conflict_queue.h"

#include "models/words.h"
#include "ui/base/widget_tools.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/grid.h"

#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace causeway {

ConflictQueue::ConflictQueue(ConflictListModel& model, QWidget* parent)
    : Translated(parent)
    , m_model(model)
    , m_grid(new GridView("conflictQueue", this))
    , m_loaded(plainLabel(this, "muted"))
{
    m_grid->setModel(&model);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    m_grid->setWidths({84, 112, 150, 140, 92}, ConflictListModel::Kind);
    m_grid->setColumnHidden(ConflictListModel::Found, true);
    m_grid->remember();
    name(m_grid, QT_TR_NOOP("Open conflicts"));
    for (const auto& [key, way] : {std::pair(Qt::Key_N, 1), std::pair(Qt::Key_P, -1)}) {
        auto* keys = new QShortcut(key, m_grid, nullptr, nullptr, Qt::WidgetShortcut);
        connect(keys, &QShortcut::activated, this, [this, by = way] { stepUndecided(by); });
    }
    m_loaded->setObjectName(QStringLiteral("loadedNote"));
    auto* column = tight(new QVBoxLayout(this), space::kOne);
    column->addWidget(m_grid, 1);
    column->addWidget(m_loaded);
    connect(m_grid, &GridView::currentRowChanged, this, &ConflictQueue::currentChanged);
}

const ConflictRow* ConflictQueue::current() const
{
    return m_model.conflictAt(m_grid->currentSourceRow());
}

void ConflictQueue::select(qint64 id)
{
    m_grid->selectSourceRow(std::max(0, m_model.rowOf(id)));
}

void ConflictQueue::step(int by)
{
    m_grid->selectSourceRow(m_grid->currentSourceRow() + by);
}

void ConflictQueue::stepUndecided(int by)
{
    for (int row = m_grid->currentSourceRow() + by; m_model.conflictAt(row); row += by) {
        if (!m_model.stagedFor(m_model.conflictAt(row)->id))
            return m_grid->selectSourceRow(row);
    }
}

bool ConflictQueue::selectNextUndecided()
{
    const int row = m_grid->currentSourceRow() + 1;
    const int next = m_model.nextUndecided(row < m_model.rowCount() ? row : 0);
    if (next >= 0)
        m_grid->selectSourceRow(next);
    return next >= 0;
}

void ConflictQueue::showLoaded(qint64 open)
{
    m_loaded->setVisible(m_model.hasMore());
    m_loaded->setText(tr("%1 listed of %2 open; scroll for more.")
                          .arg(words::number(m_model.rowCount()), words::conflicts(open)));
}

} // namespace causeway
