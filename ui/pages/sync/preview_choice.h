// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/run/skipped_kinds.h"
#include "sync/run/sync_report.h"
#include "ui/base/translated.h"

#include <vector>

class QCheckBox;

namespace causeway {

/// Which kinds of changes the run takes: a tick for each kind and direction that there is.
class PreviewChoice final : public Translated<QWidget> {
    Q_OBJECT
public:
    explicit PreviewChoice(QWidget* parent = nullptr);

    /// Everything that the preview itself took is ticked.
    /// @param skipped of the preview: not to be ticked
    void showReport(const SyncReport& preview, const SkippedKinds& skipped);
    /// What the preview skipped, and what is not ticked.
    [[nodiscard]] SkippedKinds skipped() const;

signals:
    void changed();

protected:
    void languageChanged() override;

private:
    struct Tick {
        Side target = Side::Local;
        RowAction kind = RowAction::Insert;
        QCheckBox* box = nullptr;
        qint64 rows = 0;
    };
    void showTexts();

    SkippedKinds m_before;
    std::vector<Tick> m_ticks;
    std::vector<QLabel*> m_heads; ///< to local, to remote
};

} // namespace causeway
