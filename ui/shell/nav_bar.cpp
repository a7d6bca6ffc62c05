// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/nav_bar.h"

#include "ui/shell/page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tag.h"

#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace causeway {
namespace {

constexpr int kBadgeRole = Qt::UserRole + 1;
constexpr int kItemHeight = 40;
constexpr int kIconSize = 20;
constexpr int kMinimumWidth = 168;

class NavDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override
    {
        const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
        return {text + kIconSize + 80, kItemHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const Tokens& tokens = tokensFor(option.palette);
        const bool isCurrent = option.state & QStyle::State_Selected;
        const QRect pill = option.rect.adjusted(8, 2, -8, -2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isCurrent || (option.state & QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isCurrent ? tokens.accentSoft : tokens.header);
            painter->drawRoundedRect(pill, 6, 6);
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(tokens.accent);
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        paintContent(*painter, pill, index, isCurrent ? tokens.accent : tokens.text);
        painter->restore();
    }

private:
    static void paintContent(QPainter& painter, const QRect& pill, const QModelIndex& index,
                             const QColor& ink)
    {
        const QRect icon(pill.left() + 12, pill.center().y() - kIconSize / 2 + 1, kIconSize,
                         kIconSize);
        index.data(Qt::DecorationRole).value<QIcon>().paint(&painter, icon);
        painter.setPen(ink);
        painter.drawText(pill.adjusted(12 + kIconSize + 10, 0, -8, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        const qint64 badge = index.data(kBadgeRole).toLongLong();
        if (badge <= 0)
            return;
        const Tokens& tokens = tokensOf(Scheme::Light);
        const QString text = badge > 999 ? QStringLiteral("999+") : QString::number(badge);
        const int width = pillWidth(painter.font(), text);
        drawPill(painter, pill.adjusted(pill.width() - width - 6, 0, 0, 0), text, tokens.bad,
                 tokens.onAccent);
    }
};

/// Takes the focus without choosing a page: only a person chooses.
class NavList final : public QListWidget {
public:
    using QListWidget::QListWidget;

protected:
    void focusInEvent(QFocusEvent* event) override
    {
        if (currentItem())
            return QListWidget::focusInEvent(event);
        QAbstractScrollArea::focusInEvent(event); // the view's own would choose the first page
        viewport()->update();
    }
};

} // namespace

NavBar::NavBar(QWidget* parent)
    : Translated<QWidget>(parent)
    , m_list(new NavList(this))
{
    setObjectName(QStringLiteral("navBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_list->setObjectName(QStringLiteral("navList"));
    name(m_list, QT_TR_NOOP("Pages"));
    m_list->setItemDelegate(new NavDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setStyleSheet(QStringLiteral("QListView { border: none; border-radius: 0; }"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::kOne, 1, space::kOne);
    column->addWidget(m_list, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &NavBar::chosen);
}

void NavBar::addPage(const Page& page)
{
    auto* item = new QListWidgetItem(themedIcon(page.icon()), page.title(), m_list);
    tellTitle(m_list->row(item));
    fit();
}

/// The name of the page and its badge for people who do not see them.
void NavBar::tellTitle(int index)
{
    QListWidgetItem* item = m_list->item(index);
    const qint64 badge = item->data(kBadgeRole).toLongLong();
    item->setData(Qt::AccessibleTextRole,
                  badge > 0 ? item->text() % QStringLiteral(", ") % QString::number(badge)
                            : item->text());
}

void NavBar::setCurrent(int index)
{
    m_list->setCurrentRow(index);
}

void NavBar::setTitle(int index, const QString& title)
{
    m_list->item(index)->setText(title);
    tellTitle(index);
}

void NavBar::setBadge(int index, qint64 count)
{
    m_list->item(index)->setData(kBadgeRole, count);
    tellTitle(index);
}

void NavBar::setFooter(QWidget* widget)
{
    layout()->addWidget(widget);
}

void NavBar::fit()
{
    setFixedWidth(std::max(kMinimumWidth, m_list->sizeHintForColumn(0)));
}

} // namespace causeway
