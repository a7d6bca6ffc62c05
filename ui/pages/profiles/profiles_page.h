// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/profile.h"
#include "ui/shell/page.h"

class QListView;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace causeway {

class ConnectionTestView;
class EmptyState;
class ProfileForm;
class ProfileImporter;

/// The profiles: list, form, test, import, remove.
class ProfilesPage final : public Page {
    Q_OBJECT
public:
    explicit ProfilesPage(const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Profiles"); }
    void refresh() override;
    [[nodiscard]] bool isBusy() const override;

    void newProfile();
    void importEnv();
    /// Reads @p path and opens it as a new profile.
    void importEnvFile(const QString& path);

protected:
    void languageChanged() override;

private:
    void build();
    QWidget* buildList();
    QWidget* buildEditor();
    void addActions();
    void duplicate();
    void importUrls();
    void openImported(const Profile& profile);
    void edit(const Profile& profile, const QString& storedName);
    void editSelected();
    void leaveEdits(std::function<void()> goOn);
    void showState();
    void save();
    void revert();
    void removeSelected();
    void test();
    void testCurrent();
    void showSteps();
    void selectRow(const QString& name);
    [[nodiscard]] QString problem() const;

    Session& m_session;
    ActionRegistry& m_actions;
    Navigator& m_navigator;
    ProfileImporter* m_importer = nullptr;
    QListView* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    ProfileForm* m_form = nullptr;
    ConnectionTestView* m_steps = nullptr;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_revert = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_duplicate = nullptr;
    QPushButton* m_remove = nullptr;
    QString m_storedName; ///< empty: a new profile
    bool m_isEditing = false;
    bool m_isDirty = false;
};

} // namespace causeway
