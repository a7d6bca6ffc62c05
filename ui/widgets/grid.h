// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStyledItemDelegate>
#include <QTableView>

namespace causeway {

/// Draws cells by their Tone and staged state, and edits them by their type: a list for
/// OptionsRole, a spin box for numbers, a line else. NULL and empty text look different.
class GridDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Column that shows its words as a pill (a status); -1: none.
    void setPillColumn(int column) { m_pillColumn = column; }
    void setRange(int minimum, int maximum);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    int m_pillColumn = -1;
    int m_minimum = 0;
    int m_maximum = 1000;
};

/// A table as every page shows it: rows of one height, no vertical header, whole rows selected.
class GridView final : public QTableView {
    Q_OBJECT
public:
    explicit GridView(const char* objectName, QWidget* parent = nullptr);

    [[nodiscard]] GridDelegate& delegate() { return *m_delegate; }
    /// Initial widths by column; the column @p stretched takes what is left.
    void setWidths(const QList<int>& widths, int stretched);
    /// Widens every column that offers choices until what was chosen can be read in full.
    void fitChoices();
    /// Row of the model behind proxies that is current; -1 for none.
    [[nodiscard]] int currentSourceRow() const;
    void selectSourceRow(int row);
    /// Name of the table that the rows are of, for copying them as SQL; empty: of none.
    void setRecordName(const QString& name) { m_recordName = name; }
    [[nodiscard]] const QString& recordName() const { return m_recordName; }
    /// From now on widths, order, visibility and sorting of the columns are kept for the next
    /// start; those of last time come back. After the columns were set up as usual.
    void remember();
    /// Back to the columns as they were when remember() was called.
    void forget();
    /// Shows or hides a column because the operator wants so.
    void showColumnIf(int column, bool show);

signals:
    void currentRowChanged();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void store();
    [[nodiscard]] QString settingsKey() const;

    GridDelegate* m_delegate = nullptr;
    QString m_recordName;
    QByteArray m_usual; ///< the header's state before anything was remembered
};

} // namespace causeway
