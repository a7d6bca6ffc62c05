// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/control/prune_preview.h"
#include "ui/async/background.h"
#include "ui/base/translated.h"

#include <QDialog>
#include <QTimer>

class QPushButton;
class QSpinBox;

namespace causeway {

class ErrorCard;

/// Removes old rows from the log: how many days stay is chosen, what would go is shown first.
/// Deletes itself when closed.
class PruneDialog final : public Translated<QDialog> {
    Q_OBJECT
public:
    explicit PruneDialog(const Profile& profile, QWidget* parent = nullptr);

signals:
    void pruned();

protected:
    void languageChanged() override;

private:
    void build();
    void look();
    void showPreview(const Result<PrunePreview>& preview);
    void act();
    void finish(const Result<qint64>& removed);
    void showState();
    [[nodiscard]] QString situation() const;

    Profile m_profile;
    Background m_background;
    QTimer m_choosing;  ///< until the number stands still
    QDateTime m_before; ///< UTC; of the preview that is shown, and of what is then removed
    std::optional<PrunePreview> m_preview;
    std::optional<qint64> m_removed;
    ErrorCard* m_error = nullptr;
    QSpinBox* m_days = nullptr;
    QLabel* m_situation = nullptr;
    QLabel* m_kept = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_act = nullptr;
};

} // namespace causeway
