// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/error.h"
#include "ui/base/translated.h"

#include <QDialog>

#include <optional>

class QProgressBar;

namespace causeway {

class DemoController;

/// Shows how the preparation of the demo goes on; appears and goes with it.
class DemoDialog final : public Translated<QDialog> {
    Q_OBJECT
public:
    explicit DemoDialog(DemoController& demo, QWidget* parent = nullptr);

private:
    void begin();
    void end(const std::optional<Error>& error);

    DemoController& m_demo;
    QLabel* m_step = nullptr;
    QProgressBar* m_bar = nullptr;
};

} // namespace causeway
