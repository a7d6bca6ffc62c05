// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/profile.h"
#include "ui/base/translated.h"
#include "ui/session/password_resolver.h"

#include <QFrame>

class QComboBox;
class QGridLayout;
class QSpinBox;

namespace causeway {

/// The fields of one side of a profile.
class SideForm final : public Translated<QFrame> {
    Q_OBJECT
public:
    explicit SideForm(Side side, QWidget* parent = nullptr);

    void setConfig(const SideConfig& config);
    /// What the fields say; the password is the typed one, empty when none was typed.
    [[nodiscard]] SideConfig config() const;
    /// Tells where the password is known from.
    void setPasswordOrigin(SecretOrigin origin);
    /// Why it cannot be saved, translated; empty when it can.
    [[nodiscard]] QString problem() const;

signals:
    void changed();

protected:
    void languageChanged() override;

private:
    void build();
    void addRow(QGridLayout* form, const char* text, QWidget* field);
    void addPasswordEye();
    void browseCa();
    void checkFields();
    void showOrigin();

    Side m_side;
    SecretOrigin m_origin = SecretOrigin::None;
    QLabel* m_title = nullptr;
    QLineEdit* m_host = nullptr;
    QSpinBox* m_port = nullptr;
    QLineEdit* m_socket = nullptr;
    QLineEdit* m_database = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_password = nullptr;
    QLabel* m_passwordNote = nullptr;
    QComboBox* m_tls = nullptr;
    QLineEdit* m_ca = nullptr;
};

} // namespace causeway
