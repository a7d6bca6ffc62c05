// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/row/row_image.h"
#include "ui/base/translated.h"

#include <QFrame>

#include <optional>

class QComboBox;

namespace causeway {

/// The two values of one column in full, below each other, with the characters marked in which
/// they differ: coloured by side and underlined. As text, as indented JSON or as bytes.
class FieldDiff final : public Translated<QFrame> {
    Q_OBJECT
public:
    explicit FieldDiff(QWidget* parent = nullptr);

    /// nullopt: no row or no such column on that side.
    void showValues(const std::optional<Cell>& remote, const std::optional<Cell>& local);
    void clear();

protected:
    void languageChanged() override;

private:
    enum View { AsText, AsJson, AsHex };
    void showNow();
    [[nodiscard]] QString textOf(const std::optional<Cell>& cell) const;

    std::optional<Cell> m_remoteValue;
    std::optional<Cell> m_localValue;
    QLabel* m_remote = nullptr;
    QLabel* m_local = nullptr;
    QComboBox* m_view = nullptr;
};

} // namespace causeway
