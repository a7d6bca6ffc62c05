// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/error_text.h"

#include "sync/core/server_error.h"

#include <QCoreApplication>

#include <array>

namespace causeway {
namespace {

// In the order of ErrorCode.
constexpr std::array kTexts{
    ErrorText{"DB_CONN_001", QT_TRANSLATE_NOOP("causeway::Error", "Cannot connect to %1."),
              QT_TRANSLATE_NOOP(
                  "causeway::Error",
                  "Check that the server runs, that host and port (or the socket) are right, and "
                  "that no firewall stands between.")},
    ErrorText{"DB_CONN_002", QT_TRANSLATE_NOOP("causeway::Error", "%1 did not answer in time."),
              QT_TRANSLATE_NOOP("causeway::Error",
                                "Check the network and the server's load, then try again.")},
    ErrorText{
        "DB_CONN_003", QT_TRANSLATE_NOOP("causeway::Error", "%1 refused the login."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Check user name and password, and that this user may log in from this "
                          "machine.")},
    ErrorText{"DB_CONN_004",
              QT_TRANSLATE_NOOP("causeway::Error", "The database of %1 does not exist."),
              QT_TRANSLATE_NOOP(
                  "causeway::Error",
                  "Check the database name for typing errors, or create the database first.")},
    ErrorText{
        "DB_CONN_005",
        QT_TRANSLATE_NOOP("causeway::Error", "The connection to %1 is not as secure as demanded."),
        QT_TRANSLATE_NOOP(
            "causeway::Error",
            "Switch TLS on at the server, correct the CA file or the host name, or choose "
            "another TLS mode for this side.")},
    ErrorText{
        "DB_CONN_006", QT_TRANSLATE_NOOP("causeway::Error", "%1 leads to more than one server."),
        QT_TRANSLATE_NOOP(
            "causeway::Error",
            "Give the address of one server, the primary, not that of a load balancer: a replica "
            "that lags behind looks as if rows had been deleted. Nothing was changed.")},
    ErrorText{
        "SYNC_001",
        QT_TRANSLATE_NOOP("causeway::Error", "The structure of %1 differs between the two sides."),
        QT_TRANSLATE_NOOP(
            "causeway::Error",
            "Alter the table on one side so that columns and keys match; a table that is "
            "missing on one side is made by \"causewayctl init --create-missing\".")},
    ErrorText{
        "SYNC_002",
        QT_TRANSLATE_NOOP("causeway::Error", "A row of %1 has the same key as another row there."),
        QT_TRANSLATE_NOOP(
            "causeway::Error",
            "Change the value on one side so that it is unique again, then run the sync "
            "once more.")},
    ErrorText{
        "SYNC_003",
        QT_TRANSLATE_NOOP("causeway::Error", "The data types of %1 differ between the two sides."),
        QT_TRANSLATE_NOOP(
            "causeway::Error",
            "Give the column the same type on both sides, or leave the table out of the "
            "sync.")},
    ErrorText{"SYNC_004", QT_TRANSLATE_NOOP("causeway::Error", "A row of %1 breaks a foreign key."),
              QT_TRANSLATE_NOOP(
                  "causeway::Error",
                  "Sync the parent table as well, or correct the row that points nowhere.")},
    ErrorText{"SYNC_005", QT_TRANSLATE_NOOP("causeway::Error", "%1 was interrupted."),
              QT_TRANSLATE_NOOP(
                  "causeway::Error",
                  "Nothing is left half done: run the sync again and it goes on from there.")},
    ErrorText{"SYNC_006",
              QT_TRANSLATE_NOOP("causeway::Error", "%1 has no key that identifies a row."),
              QT_TRANSLATE_NOOP(
                  "causeway::Error",
                  "Add a primary key, or a UNIQUE key over NOT NULL columns, on both sides.")},
    ErrorText{
        "SYNC_007",
        QT_TRANSLATE_NOOP("causeway::Error", "%1 was stopped before anything was written to it."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Look at the numbers. If so many deletes are intended, confirm them "
                          "(--allow-mass-delete on the command line) and run the sync again.")},
    ErrorText{"SYNC_008",
              QT_TRANSLATE_NOOP("causeway::Error",
                                "%1 is in use by another console, or is not the database that was "
                                "recorded for this pair."),
              QT_TRANSLATE_NOOP(
                  "causeway::Error",
                  "Check that both sides of the profile point at the right servers, and that no "
                  "other console works on them. If they do, \"causewayctl repair\" shows the way "
                  "on.")},
    ErrorText{
        "SYNC_009",
        QT_TRANSLATE_NOOP("causeway::Error",
                          "%1 lost changes that had been synced before, as after a restored "
                          "backup."),
        QT_TRANSLATE_NOOP(
            "causeway::Error",
            "Decide which side is right: \"causewayctl repair --refill\" fills this side from "
            "the other, \"causewayctl repair --accept\" makes every difference a conflict.")},
    ErrorText{"SYNC_010",
              QT_TRANSLATE_NOOP("causeway::Error", "Another run is already at work on %1."),
              QT_TRANSLATE_NOOP("causeway::Error",
                                "Wait until it has finished, then run the sync again.")},
    ErrorText{
        "SYNC_011",
        QT_TRANSLATE_NOOP("causeway::Error", "A row of %1 cannot be stored on the other side."),
        QT_TRANSLATE_NOOP(
            "causeway::Error",
            "Correct the value on the side it comes from, or change the column on the side "
            "that refused it; the row is kept among the conflicts.")},
    ErrorText{
        "SYNC_012", QT_TRANSLATE_NOOP("causeway::Error", "The server refused a statement on %1."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Read the server's message, remove its cause, then run the sync again.")},
    ErrorText{"SYNC_013",
              QT_TRANSLATE_NOOP("causeway::Error", "%1 is not a table that can be synced."),
              QT_TRANSLATE_NOOP(
                  "causeway::Error",
                  "Only InnoDB base tables are synced: convert the table on both sides, or leave "
                  "it out of the sync.")},
    ErrorText{
        "SYNC_014",
        QT_TRANSLATE_NOOP("causeway::Error",
                          "The conflict on %1 has changed since it was recorded."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Run the sync to refresh it, look at both rows, and decide again.")},
    ErrorText{"CFG_001", QT_TRANSLATE_NOOP("causeway::Error", "%1 is not set."),
              QT_TRANSLATE_NOOP("causeway::Error",
                                "Set it in the environment, in the .env file or in the profile.")},
    ErrorText{"CFG_002",
              QT_TRANSLATE_NOOP("causeway::Error", "%1 holds a value that is not allowed."),
              QT_TRANSLATE_NOOP("causeway::Error", "Correct the value, then try again.")},
    ErrorText{"CFG_003", QT_TRANSLATE_NOOP("causeway::Error", "%1 has no row in db_sync_config."),
              QT_TRANSLATE_NOOP(
                  "causeway::Error",
                  "Check the name of the table, or run \"causewayctl init\" to add the tables "
                  "that both sides have.")},
    ErrorText{
        "CFG_004", QT_TRANSLATE_NOOP("causeway::Error", "%1 holds no valid sync direction."),
        QT_TRANSLATE_NOOP("causeway::Error", "Use BOTH, REMOTE_TO_LOCAL or LOCAL_TO_REMOTE.")},
    ErrorText{
        "CFG_005", QT_TRANSLATE_NOOP("causeway::Error", "The control tables of %1 are missing."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Set this pair up first: \"causewayctl init\", or the Tables page of the "
                          "console.")},
    ErrorText{"CFG_006",
              QT_TRANSLATE_NOOP("causeway::Error", "The command line was not understood: %1."),
              QT_TRANSLATE_NOOP("causeway::Error",
                                "\"causewayctl --help\" shows the commands and their options.")},
    ErrorText{"CFG_007", QT_TRANSLATE_NOOP("causeway::Error", "The file %1 cannot be used."),
              QT_TRANSLATE_NOOP(
                  "causeway::Error",
                  "Check the name of the file and the place in it that the message names.")},
    ErrorText{"CFG_008",
              QT_TRANSLATE_NOOP("causeway::Error",
                                "%1 is read-only: nothing is written to its databases."),
              QT_TRANSLATE_NOOP(
                  "causeway::Error",
                  "Open it for writing in the console or by \"causewayctl profile unlock\", or for "
                  "one command by the option --unlock.")},
    ErrorText{"CFG_009", QT_TRANSLATE_NOOP("causeway::Error", "%1 does not exist."),
              QT_TRANSLATE_NOOP("causeway::Error",
                                "Check the spelling; the matching list shows what there is.")},
    ErrorText{"CFG_010",
              QT_TRANSLATE_NOOP("causeway::Error", "The changes of %1 cannot be undone."),
              QT_TRANSLATE_NOOP("causeway::Error",
                                "Restore the rows from a backup, or correct them by hand on one "
                                "side and sync again.")},
    ErrorText{
        "CFG_011", QT_TRANSLATE_NOOP("causeway::Error", "The database %1 is not empty."),
        QT_TRANSLATE_NOOP(
            "causeway::Error",
            "Name a database that does not exist yet, or one that holds nothing: what is there is "
            "never overwritten.")},
    ErrorText{"SYS_001", QT_TRANSLATE_NOOP("causeway::Error", "Disk space is short on %1."),
              QT_TRANSLATE_NOOP("causeway::Error", "Free some disk space there, then try again.")},
    ErrorText{
        "SYS_002", QT_TRANSLATE_NOOP("causeway::Error", "Memory is short on %1."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Close other programs or raise the server's limits, then try again.")},
    ErrorText{"SYS_003", QT_TRANSLATE_NOOP("causeway::Error", "The processor of %1 is overloaded."),
              QT_TRANSLATE_NOOP("causeway::Error", "Run the sync at a quieter time.")},
    ErrorText{
        "SYS_004", QT_TRANSLATE_NOOP("causeway::Error", "A right is missing on %1."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Give this user the right that the message names, then try again.")},
    ErrorText{
        "SYS_006", QT_TRANSLATE_NOOP("causeway::Error", "The program %1 was not found."),
        QT_TRANSLATE_NOOP(
            "causeway::Error",
            "Install the package that the message names, or put the program's folder on PATH.")},
    ErrorText{"SYS_007", QT_TRANSLATE_NOOP("causeway::Error", "The backup %1 is not whole."),
              QT_TRANSLATE_NOOP(
                  "causeway::Error",
                  "Nothing was taken from it. Use another one (\"causewayctl backup list\"), or "
                  "make a new one.")},
    ErrorText{"SYS_005", QT_TRANSLATE_NOOP("causeway::Error", "%1 failed."),
              QT_TRANSLATE_NOOP(
                  "causeway::Error",
                  "Read the details; if they name a file or a program, check that it is there "
                  "and may be used.")},
};
static_assert(kTexts.size() == static_cast<std::size_t>(ErrorCode::SysInternal) + 1);

struct SpecialText {
    int serverCode;
    const char* message;
    const char* hint;
};

constexpr const char* kRunAgain = QT_TRANSLATE_NOOP(
    "causeway::Error", "Nothing is left half done: every batch is on both sides as "
                       "a whole, or not at all. Run the sync again; it goes on "
                       "from there.");
constexpr const char* kLostMessage =
    QT_TRANSLATE_NOOP("causeway::Error", "The connection to %1 was lost.");
constexpr const char* kFullMessage =
    QT_TRANSLATE_NOOP("causeway::Error", "%1 has no free connection.");
constexpr const char* kFullHint = QT_TRANSLATE_NOOP(
    "causeway::Error",
    "Close connections that are not needed, or raise max_connections on the server.");
constexpr const char* kReadOnlyMessage = QT_TRANSLATE_NOOP("causeway::Error", "%1 is read-only.");
constexpr const char* kReadOnlyHint = QT_TRANSLATE_NOOP(
    "causeway::Error",
    "Point this side at a server that accepts writes, or switch its read-only mode off.");

// Where the server's number says more than our code does.
constexpr std::array kSpecial{
    SpecialText{1040, kFullMessage, kFullHint},
    SpecialText{
        1044, QT_TRANSLATE_NOOP("causeway::Error", "The user of %1 may not use its database."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Check the database name, or grant this user SELECT, INSERT, UPDATE and "
                          "DELETE on the database.")},
    SpecialText{1053, kLostMessage, kRunAgain},
    SpecialText{
        1129,
        QT_TRANSLATE_NOOP("causeway::Error",
                          "%1 blocks this machine after too many failed connections."),
        QT_TRANSLATE_NOOP("causeway::Error", "Run FLUSH HOSTS on that server, then try again.")},
    SpecialText{
        1146, QT_TRANSLATE_NOOP("causeway::Error", "A table of %1 does not exist."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Check the name; \"causewayctl init --create-missing\" makes tables that "
                          "only one side has.")},
    SpecialText{
        1153,
        QT_TRANSLATE_NOOP("causeway::Error",
                          "A row of %1 is larger than the server accepts in one packet."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Raise max_allowed_packet on that server, then run the sync again.")},
    SpecialText{1203, kFullMessage, kFullHint},
    SpecialText{1205,
                QT_TRANSLATE_NOOP("causeway::Error",
                                  "%1: a row stayed locked by somebody else for too long."),
                kRunAgain},
    SpecialText{
        1213,
        QT_TRANSLATE_NOOP("causeway::Error", "%1: the server broke a deadlock with other users."),
        kRunAgain},
    SpecialText{1290, kReadOnlyMessage, kReadOnlyHint},
    SpecialText{
        1820, QT_TRANSLATE_NOOP("causeway::Error", "The password of %1 has expired."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Set a new password on the server, and enter it in the profile.")},
    SpecialText{1836, kReadOnlyMessage, kReadOnlyHint},
    SpecialText{
        1862, QT_TRANSLATE_NOOP("causeway::Error", "The password of %1 has expired."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Set a new password on the server, and enter it in the profile.")},
    SpecialText{1927, kLostMessage, kRunAgain},
    SpecialText{
        2005, QT_TRANSLATE_NOOP("causeway::Error", "The host name of %1 is unknown."),
        QT_TRANSLATE_NOOP("causeway::Error",
                          "Check the host name for typing errors, and the name service of this "
                          "machine.")},
    SpecialText{2006, kLostMessage, kRunAgain},
    SpecialText{2013, kLostMessage, kRunAgain},
    SpecialText{2055, kLostMessage, kRunAgain},
    SpecialText{3169, kLostMessage, kRunAgain},
    SpecialText{4031, kLostMessage, kRunAgain},
};

} // namespace

ErrorText errorText(ErrorCode code, int serverCode)
{
    // Only where the code came from that number: whoever gave another code knew better.
    ErrorText text = kTexts[static_cast<std::size_t>(code)];
    for (const SpecialText& special : kSpecial) {
        if (special.serverCode == serverCode && serverErrorTraits(serverCode).code == code) {
            text.message = special.message;
            text.hint = special.hint;
        }
    }
    return text;
}

} // namespace causeway
