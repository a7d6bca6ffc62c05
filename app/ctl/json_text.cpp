// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/json_text.h"

namespace causeway::ctl {

QJsonValue timeToJson(const std::optional<QDateTime>& time)
{
    if (!time || !time->isValid())
        return QJsonValue::Null;
    const bool hasMilliseconds = time->time().msec() != 0;
    return time->toUTC().toString(hasMilliseconds ? Qt::ISODateWithMs : Qt::ISODate);
}

QJsonValue textToJson(const QString& text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString localTimeText(const std::optional<QDateTime>& time)
{
    if (!time || !time->isValid())
        return {};
    return time->toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace causeway::ctl
