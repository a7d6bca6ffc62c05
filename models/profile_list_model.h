// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/profile/profile.h"

#include <QAbstractListModel>

#include <vector>

namespace causeway {

/// The profiles of this user by name. Display is the name; further roles carry the rest.
class ProfileListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { EnvironmentRole = Qt::UserRole + 1, RemotePlaceRole, LocalPlaceRole, ReadOnlyRole };

    using QAbstractListModel::QAbstractListModel;

    void setProfiles(std::vector<Profile> profiles);
    [[nodiscard]] const std::vector<Profile>& profiles() const { return m_profiles; }
    /// nullptr when @p row is out of range.
    [[nodiscard]] const Profile* profileAt(int row) const;
    /// -1 when there is none of that name.
    [[nodiscard]] int rowOf(const QString& name) const;
    /// @p base, or the first of "base 2", "base 3", … that no profile bears.
    [[nodiscard]] QString freeName(const QString& base) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Profile> m_profiles;
};

} // namespace causeway
