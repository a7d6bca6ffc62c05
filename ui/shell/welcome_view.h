// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/translated.h"

namespace causeway {

class EmptyState;
class Navigator;

/// The first page of a console without profiles: demo, import, or start from blank.
class WelcomeView final : public Translated<QWidget> {
    Q_OBJECT
public:
    explicit WelcomeView(Navigator& navigator, QWidget* parent = nullptr);

private:
    EmptyState* m_state = nullptr;
};

} // namespace causeway
