// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file How mysqldump and mariadb-dump begin the lines by which a dump is understood.

namespace causeway::dumpmarks {

inline constexpr char kInsert[] = "INSERT INTO ";
inline constexpr char kLock[] = "LOCK TABLES `";
inline constexpr char kLockEnd[] = "` WRITE;";
inline constexpr char kUnlock[] = "UNLOCK TABLES;";
inline constexpr char kEnd[] = "-- Dump completed";
inline constexpr char kDelimiter[] = "DELIMITER ";
inline constexpr char kUsualDelimiter[] = "DELIMITER ;";
inline constexpr char kValues[] = "VALUES";

} // namespace causeway::dumpmarks
