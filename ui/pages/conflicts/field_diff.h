// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/translated.h"

#include <QFrame>

namespace causeway {

/// The two values of one column in full, below each other, with the characters marked in which
/// they differ: coloured by side and underlined.
class FieldDiff final : public Translated<QFrame> {
    Q_OBJECT
public:
    explicit FieldDiff(QWidget* parent = nullptr);

    /// @param remote, @param local  as they read in the table.
    void showValues(const QString& remote, const QString& local);
    void clear();

protected:
    void languageChanged() override;

private:
    QString m_remoteValue;
    QString m_localValue;
    QLabel* m_remote = nullptr;
    QLabel* m_local = nullptr;
};

} // namespace causeway
