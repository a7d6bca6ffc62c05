// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/pair_actions.h"
#include "ui/async/background.h"
#include "ui/base/translated.h"

#include <QDialog>

#include <optional>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace causeway {

class ErrorCard;

/// Shows what undoing a run would put back on each side, and which rows it would leave; does it
/// once the profile's name is typed, and shows what came of it. Deletes itself when closed; while
/// it is at work, closing stops it first.
class UndoDialog final : public Translated<QDialog> {
    Q_OBJECT
public:
    /// @param run its moment, as the operator knows it.
    UndoDialog(const Profile& profile, const QString& runId, const QString& run,
               QWidget* parent = nullptr);

    void reject() override;

signals:
    /// Rows were put back.
    void undone();

protected:
    void languageChanged() override;

private:
    void build();
    void look();
    void showPreview(const Result<UndoReport>& preview);
    void act();
    void finish(const Result<UndoReport>& report);
    void fillTree();
    void addLeftRows(QTreeWidgetItem* item, const UndoneTable& table) const;
    void showState();
    [[nodiscard]] QString situation() const;
    [[nodiscard]] qint64 rowsToPutBack() const;
    [[nodiscard]] bool isWaiting() const; ///< for the operator's word

    Profile m_profile;
    QString m_runId;
    QString m_run;
    Background m_background;
    std::stop_source m_stop;
    std::optional<UndoReport> m_report; ///< what would be done, then what was done
    bool m_working = false;
    ErrorCard* m_error = nullptr;
    QLabel* m_situation = nullptr;
    QTreeWidget* m_tree = nullptr;
    QLabel* m_consequence = nullptr;
    QLabel* m_demand = nullptr;
    QLineEdit* m_typed = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_act = nullptr;
};

} // namespace causeway
