// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"
#include "sync/profile/effective_config.h"
#include "ui/async/background.h"
#include "ui/base/translated.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace causeway {

class ErrorCard;
class Session;

/// Every setting of a profile and its tables with the layer that says so: default, `.env` file,
/// environment, profile, table row. Lets a profile that follows an `.env` file follow another one
/// beside it. Deletes itself when closed.
class EffectiveDialog final : public Translated<QDialog> {
    Q_OBJECT
public:
    /// @pre a profile is chosen. @p session outlives the dialog.
    explicit EffectiveDialog(Session& session, QWidget* parent = nullptr);

    struct TableValues {
        QString table;
        std::vector<EffectiveValue> values;
    };
    struct Shown {
        std::vector<EffectiveValue> globals;
        std::vector<TableValues> tables;
        std::optional<Error> error; ///< why the tables, or all, are missing
    };

protected:
    void languageChanged() override;

private:
    void build();
    void look();
    void fillFiles();
    void fillTree();
    void addValues(QTreeWidgetItem* group, const std::vector<EffectiveValue>& values) const;
    void followChosenFile();

    Session& m_session;
    Background m_background;
    Shown m_shown;
    ErrorCard* m_error = nullptr;
    QLabel* m_fileLabel = nullptr;
    QComboBox* m_files = nullptr;
    QPushButton* m_follow = nullptr;
    QLabel* m_note = nullptr;
    QTreeWidget* m_tree = nullptr;
};

} // namespace causeway
