// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/profile.h"
#include "ui/base/translated.h"
#include "ui/session/password_resolver.h"

class QCheckBox;
class QComboBox;

namespace causeway {

class SideForm;

/// Name, environment, lock and both sides of a profile.
class ProfileForm final : public Translated<QWidget> {
    Q_OBJECT
public:
    explicit ProfileForm(QWidget* parent = nullptr);

    void setProfile(const Profile& profile);
    /// What the fields say, on top of what the profile holds that has no field here.
    [[nodiscard]] Profile profile() const;
    /// The same with the passwords that are known where none was typed: for a test.
    [[nodiscard]] Profile profileWithPasswords() const;
    void setKnown(const ResolvedProfile& known);
    [[nodiscard]] bool keepPasswords() const;
    [[nodiscard]] QString typedName() const;
    /// Why it cannot be saved, translated; empty when it can.
    [[nodiscard]] QString problem() const;

signals:
    void changed();

protected:
    void languageChanged() override;

private:
    void build();

    Profile m_profile;
    ResolvedProfile m_known;
    QLineEdit* m_name = nullptr;
    QComboBox* m_environment = nullptr;
    QComboBox* m_direction = nullptr;
    QComboBox* m_type = nullptr;
    QCheckBox* m_readOnly = nullptr;
    QCheckBox* m_keep = nullptr;
    SideForm* m_remote = nullptr;
    SideForm* m_local = nullptr;
};

} // namespace causeway
