// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/conflict_fields_model.h"
#include "sync/run/table_facts.h"
#include "ui/async/background.h"
#include "ui/base/translated.h"

class QCheckBox;
class QPushButton;
class QSortFilterProxyModel;

namespace causeway {

class FieldDiff;
class ParentPreview;
class GridView;

/// One conflict side by side: per column base, remote, local and result; equal columns folded away.
class ConflictReview final : public Translated<QWidget> {
    Q_OBJECT
public:
    explicit ConflictReview(QWidget* parent = nullptr);

    /// Names the sides in the headings: "remote · shop@db1".
    void setSides(const QString& remote, const QString& local);
    void showConflict(const ConflictRow& conflict, const ConflictDecision* decision,
                      const QString& problem);
    void clear();
    [[nodiscard]] ConflictFieldsModel& fields() { return *m_fields; }
    [[nodiscard]] const ConflictFieldsModel& fields() const { return *m_fields; }
    void setLocked(bool locked);

    /// Takes a side for the field that is current in the table, else for the whole row.
    void take(Side side);
    void takeField(Side side);
    /// As take(), for what was agreed last; for the current field or the whole row.
    void takeBase();
    /// Finds out, once per table, what it is like on both sides: what its columns take, and which
    /// of them refer to other rows. Until that is known every value fits, and the servers have the
    /// last word.
    void describe(const Profile& profile, const QString& table);
    /// The next describe() asks again: it is about another pair.
    void forgetTable();
    [[nodiscard]] bool isBusy() const;
    void setNull();
    [[nodiscard]] bool isFieldFocused() const;

signals:
    void remoteWanted();
    void localWanted();
    void baseWanted();
    void clearWanted();
    void acceptWanted();

protected:
    void languageChanged() override;

private:
    void build();
    void showTexts();
    void fold();
    void showDiff();
    void showParents();
    void setTable(const std::optional<TableFacts>& facts);

    ConflictFieldsModel* m_fields = nullptr;
    QSortFilterProxyModel* m_folded = nullptr;
    GridView* m_grid = nullptr;
    FieldDiff* m_diff = nullptr;
    ParentPreview* m_parents = nullptr;
    QStringList m_references; ///< columns of foreign keys
    Background m_background;
    Profile m_profile;
    QString m_described; ///< table that is known, or asked about
    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_problem = nullptr;
    QCheckBox* m_showEqual = nullptr;
    QPushButton* m_takeRemote = nullptr;
    QPushButton* m_takeLocal = nullptr;
    QPushButton* m_takeBase = nullptr;
    QPushButton* m_clear = nullptr;
    QPushButton* m_accept = nullptr;
    QString m_problemText; ///< of the last try to apply
    QString m_remoteName;
    QString m_localName;
    bool m_isLocked = false;
};

} // namespace causeway
