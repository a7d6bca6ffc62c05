// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/control_store.h"
#include "ui/base/translated.h"

#include <QTimer>

class QComboBox;
class QPushButton;

namespace causeway {

/// Which runs the history shows: text, status, table, direction, time.
class HistoryFilters final : public Translated<QWidget> {
    Q_OBJECT
public:
    explicit HistoryFilters(QWidget* parent = nullptr);

    /// The tables to choose from; the one that is chosen stays, also when it is gone.
    void setTables(const QStringList& tables);
    /// Narrows @p filter to what is chosen at this moment.
    void narrow(LogFilter& filter) const;
    [[nodiscard]] bool isNarrow() const;
    /// Shows everything again; says so by changed() when it did not before.
    void clear();
    void focusSearch();

signals:
    void changed();

protected:
    void languageChanged() override;

private:
    void build();
    void fill();
    void tell();

    QTimer m_typing; ///< until nobody types any more
    QStringList m_names;
    QLineEdit* m_search = nullptr;
    QComboBox* m_status = nullptr;
    QComboBox* m_table = nullptr;
    QComboBox* m_direction = nullptr;
    QComboBox* m_days = nullptr;
    QPushButton* m_clear = nullptr;
};

} // namespace causeway
