// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/server_error.h"

#include <algorithm>
#include <array>

namespace causeway {
namespace {

// What a class of server errors means; the columns are those of ServerErrorTraits.
constexpr ServerErrorTraits kNoConnection{ErrorCode::ConnFailed, false, true, false, false};
constexpr ServerErrorTraits kConnectTimeout{ErrorCode::ConnTimeout, false, true, false, false};
constexpr ServerErrorTraits kLogin{ErrorCode::ConnAuth, false, true, false, false};
constexpr ServerErrorTraits kNoDatabase{ErrorCode::ConnNoDatabase, false, false, false, false};
constexpr ServerErrorTraits kInsecure{ErrorCode::ConnInsecure, false, true, false, false};
constexpr ServerErrorTraits kLost{ErrorCode::ConnFailed, false, true, true, false};
constexpr ServerErrorTraits kNetwork{ErrorCode::ConnFailed, true, true, false, false};
constexpr ServerErrorTraits kNetworkTimeout{ErrorCode::ConnTimeout, true, true, false, false};
constexpr ServerErrorTraits kTransient{ErrorCode::SyncServer, true, false, false, false};
constexpr ServerErrorTraits kKilledQuery{ErrorCode::SyncInterrupted, true, false, false, false};
constexpr ServerErrorTraits kDuplicate{ErrorCode::SyncDuplicateKey, false, false, false, true};
constexpr ServerErrorTraits kForeignKey{ErrorCode::SyncForeignKey, false, false, false, true};
constexpr ServerErrorTraits kRow{ErrorCode::SyncRowRejected, false, false, false, true};
constexpr ServerErrorTraits kPacket{ErrorCode::SyncRowRejected, false, true, false, true};
constexpr ServerErrorTraits kStructure{ErrorCode::SyncStructure, false, false, false, false};
constexpr ServerErrorTraits kPermission{ErrorCode::SysPermission, false, false, false, false};
constexpr ServerErrorTraits kDisk{ErrorCode::SysDisk, false, false, false, false};
constexpr ServerErrorTraits kMemory{ErrorCode::SysMemory, false, false, false, false};

struct Entry {
    int code;
    ServerErrorTraits traits;
};

// Ascending by code: looked up by bisection.
constexpr std::array kTable{
    Entry{1020, kTransient},      // record changed since last read (snapshot isolation)
    Entry{1021, kDisk},           // disk full
    Entry{1026, kDisk},           // error writing file
    Entry{1037, kMemory},         // out of memory
    Entry{1038, kMemory},         // out of sort memory
    Entry{1040, kNoConnection},   // too many connections
    Entry{1041, kMemory},         // out of resources
    Entry{1044, kLogin},          // no access to the database
    Entry{1045, kLogin},          // wrong user or password
    Entry{1048, kRow},            // column cannot be NULL
    Entry{1049, kNoDatabase},     // unknown database
    Entry{1053, kLost},           // server shutdown in progress
    Entry{1054, kStructure},      // unknown column
    Entry{1062, kDuplicate},      // duplicate entry
    Entry{1114, kDisk},           // table is full
    Entry{1118, kRow},            // row size too large
    Entry{1129, kNoConnection},   // host is blocked
    Entry{1130, kLogin},          // host is not allowed to connect
    Entry{1136, kStructure},      // column count does not match
    Entry{1142, kPermission},     // command denied on a table
    Entry{1143, kPermission},     // command denied on a column
    Entry{1146, kStructure},      // table does not exist
    Entry{1153, kPacket},         // packet larger than max_allowed_packet; the server hangs up
    Entry{1158, kNetwork},        // communication packet read error
    Entry{1159, kNetworkTimeout}, // time-out reading packets
    Entry{1160, kNetwork},        // communication packet write error
    Entry{1161, kNetworkTimeout}, // time-out writing packets
    Entry{1169, kDuplicate},      // unique constraint
    Entry{1203, kNoConnection},   // too many connections of this user
    Entry{1205, kTransient},      // lock wait time-out
    Entry{1213, kTransient},      // deadlock
    Entry{1216, kForeignKey},     // child without parent
    Entry{1217, kForeignKey},     // parent with children
    Entry{1226, kNoConnection},   // user exceeded a resource limit
    Entry{1227, kPermission},     // privilege needed
    Entry{1263, kRow},            // NULL supplied to a NOT NULL column
    Entry{1264, kRow},            // out of range
    Entry{1265, kRow},            // data truncated
    Entry{1290, kPermission},     // server runs read-only
    Entry{1292, kRow},            // incorrect value
    Entry{1300, kRow},            // invalid character string
    Entry{1317, kKilledQuery},    // query was interrupted
    Entry{1364, kRow},            // no default value
    Entry{1366, kRow},            // incorrect string or number
    Entry{1367, kRow},            // illegal value
    Entry{1370, kPermission},     // routine denied
    Entry{1406, kRow},            // data too long
    Entry{1411, kRow},            // incorrect value for a function
    Entry{1412, kStructure},      // table definition has changed
    Entry{1416, kRow},            // cannot get geometry object
    Entry{1451, kForeignKey},     // parent with children
    Entry{1452, kForeignKey},     // child without parent
    Entry{1526, kRow},            // no partition for the value
    Entry{1557, kForeignKey},     // foreign key would lead to a duplicate
    Entry{1586, kDuplicate},      // duplicate entry, with key name
    Entry{1644, kRow},            // a trigger refused the row (SIGNAL)
    Entry{1690, kRow},            // value out of range
    Entry{1698, kLogin},          // access denied, no password
    Entry{1761, kDuplicate},      // foreign key would lead to a duplicate in the child
    Entry{1762, kDuplicate},      // the same, child unknown
    Entry{1792, kPermission},     // read-only transaction
    Entry{1820, kLogin},          // password must be changed
    Entry{1836, kPermission},     // read-only mode
    Entry{1862, kLogin},          // password expired
    Entry{1906, kRow},            // value for a generated column (MariaDB)
    Entry{1927, kLost},           // connection was killed (MariaDB)
    Entry{1932, kStructure},      // table does not exist in engine
    Entry{1969, kTransient},      // statement time exceeded (MariaDB)
    Entry{2002, kNoConnection},   // cannot connect through the socket (or at all)
    Entry{2003, kNoConnection},   // cannot connect to the host
    Entry{2005, kNoConnection},   // unknown host
    Entry{2006, kLost},           // server has gone away
    Entry{2007, kNoConnection},   // protocol mismatch
    Entry{2008, kMemory},         // client ran out of memory
    Entry{2012, kLost},           // error in server handshake
    Entry{2013, kLost},           // lost connection during query
    Entry{2020, kPacket},         // packet larger than the client allows
    Entry{2026, kInsecure},       // TLS error
    Entry{2027, kLost},           // malformed packet
    Entry{2055, kLost},           // lost connection at a known step
    Entry{2058, kLogin},          // authentication plug-in not found by name
    Entry{2059, kLogin},          // authentication plug-in cannot be loaded
    Entry{2061, kLogin},          // authentication plug-in failed
    Entry{3024, kTransient},      // statement time exceeded (MySQL)
    Entry{3037, kRow},            // invalid geometry data
    Entry{3100, kTransient},      // replication plug-in refused the commit
    Entry{3101, kTransient},      // rolled back by group replication certification
    Entry{3105, kRow},            // value for a generated column (MySQL)
    Entry{3118, kLogin},          // account is locked
    Entry{3140, kRow},            // invalid JSON text
    Entry{3159, kInsecure},       // the server demands TLS
    Entry{3169, kLost},           // session was killed (MySQL)
    Entry{3616, kRow},            // longitude out of range
    Entry{3617, kRow},            // latitude out of range
    Entry{3643, kRow},            // geometry of another SRID
    Entry{3819, kRow},            // check constraint (MySQL)
    Entry{4025, kRow},            // check constraint (MariaDB)
    Entry{4031, kLost},           // disconnected for inactivity
    Entry{4151, kLogin},          // account is locked (MariaDB)
};

constexpr bool ascending(const Entry& left, const Entry& right)
{
    return left.code < right.code;
}
static_assert(std::is_sorted(kTable.begin(), kTable.end(), ascending));

// Connector/C tells a time-out while connecting only by the system's error number (110, ETIMEDOUT)
// at the end of its text.
bool timedOutConnecting(int serverCode, const QString& serverMessage)
{
    const QString text = serverMessage.trimmed();
    if (serverCode == 2013)
        return text.endsWith(QLatin1String("system error: 110"));
    return (serverCode == 2002 || serverCode == 2003) && text.endsWith(QLatin1String("(110)"));
}

} // namespace

ServerErrorTraits serverErrorTraits(int serverCode)
{
    const auto found =
        std::lower_bound(kTable.begin(), kTable.end(), Entry{serverCode, {}}, ascending);
    return found != kTable.end() && found->code == serverCode ? found->traits : ServerErrorTraits{};
}

Error serverError(int serverCode, const QString& sqlState, const QString& serverMessage,
                  const QString& what)
{
    const ServerErrorTraits traits = timedOutConnecting(serverCode, serverMessage)
                                         ? kConnectTimeout
                                         : serverErrorTraits(serverCode);
    Error error;
    error.code = traits.code;
    error.what = what;
    error.serverMessage = serverMessage;
    error.serverCode = serverCode;
    error.sqlState = sqlState;
    return error;
}

} // namespace causeway
