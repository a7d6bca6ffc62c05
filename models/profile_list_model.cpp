// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/profile_list_model.h"

#include "models/words.h"

#include <algorithm>

namespace causeway {

void ProfileListModel::setProfiles(std::vector<Profile> profiles)
{
    beginResetModel();
    m_profiles = std::move(profiles);
    endResetModel();
}

const Profile* ProfileListModel::profileAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    return &m_profiles[static_cast<std::size_t>(row)];
}

int ProfileListModel::rowOf(const QString& name) const
{
    const auto found =
        std::find_if(m_profiles.begin(), m_profiles.end(),
                     [&name](const Profile& profile) { return profile.name == name; });
    return found == m_profiles.end() ? -1 : static_cast<int>(found - m_profiles.begin());
}

QString ProfileListModel::freeName(const QString& base) const
{
    QString name = base;
    for (int n = 2; rowOf(name) >= 0; ++n)
        name = base % QLatin1Char(' ') % QString::number(n);
    return name;
}

int ProfileListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_profiles.size());
}

QVariant ProfileListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Profile& profile = m_profiles[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return profile.name;
    case Qt::AccessibleTextRole:
        return QString(profile.name % QLatin1Char(' ') % toText(profile.environment));
    case EnvironmentRole:
        return static_cast<int>(profile.environment);
    case RemotePlaceRole:
        return words::place(profile.remote);
    case LocalPlaceRole:
        return words::place(profile.local);
    case ReadOnlyRole:
        return profile.readOnly;
    default:
        return {};
    }
}

} // namespace causeway
