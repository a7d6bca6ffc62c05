// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

namespace causeway {

/// Which colours the operator wants.
enum class SchemeChoice { System, Light, Dark };

/// The console's colours and font size: applied to the whole application, remembered for the next
/// start. Thread: GUI.
class Appearance final : public QObject {
    Q_OBJECT
public:
    static constexpr int kDefaultPoints = 10;
    static constexpr int kMinPoints = 7;
    static constexpr int kMaxPoints = 18;

    /// Reads what was chosen last time and applies it.
    explicit Appearance(QObject* parent = nullptr);

    [[nodiscard]] SchemeChoice choice() const { return m_choice; }
    /// The scheme in use: what System means on this desktop, else the choice.
    [[nodiscard]] Scheme scheme() const;
    [[nodiscard]] int points() const { return m_points; }

    /// @param remember  as the choice for the next start.
    void useScheme(SchemeChoice choice, bool remember = true);
    /// Font size in points, kept within the limits; remembered.
    void usePoints(int points);

signals:
    void changed();

private:
    void apply();

    SchemeChoice m_choice = SchemeChoice::System;
    int m_points = kDefaultPoints;
};

} // namespace causeway
