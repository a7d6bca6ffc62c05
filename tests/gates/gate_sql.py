# SPDX-License-Identifier: GPL-3.0-or-later
"""SQL text only in sql/ and sync/dialect/: looks at every string literal elsewhere."""

import re

from source_tree import string_literals

HOME = ("sync/dialect/",)
# Statements in capitals, at the beginning of a literal or after a semicolon.
STATEMENT = re.compile(
    r"(?:^|;)\s*(?:SELECT|INSERT(?:\s+INTO)?|UPDATE|DELETE(?:\s+FROM)?|REPLACE\s+INTO|LOAD\s+DATA|WITH\s+\w+\s+AS"
    r"|(?:CREATE|ALTER|DROP)\s+(?:OR\s+REPLACE\s+)?(?:TEMPORARY\s+)?(?:TABLE|DATABASE|SCHEMA|USER|VIEW|TRIGGER|INDEX|EVENT|FUNCTION|PROCEDURE)"
    r"|TRUNCATE(?:\s+TABLE)?|RENAME\s+TABLE|SHOW\s+(?:GLOBAL|SESSION|FULL|CREATE|TABLES?|DATABASES|VARIABLES|STATUS|WARNINGS|GRANTS|COLUMNS|INDEX|PROCESSLIST|MASTER|BINARY|ENGINE)"
    r"|SET\s+(?:SESSION|GLOBAL|NAMES|@@?\w|TRANSACTION|autocommit|sql_mode|time_zone|foreign_key_checks)"
    r"|START\s+TRANSACTION|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|LOCK\s+TABLES|UNLOCK\s+TABLES|GRANT|REVOKE"
    r"|KILL\s+(?:QUERY|CONNECTION)|EXPLAIN|CALL|DO\s+RELEASE_LOCK|FLUSH|CHECKSUM\s+TABLE|OPTIMIZE\s+TABLE|ANALYZE\s+TABLE)(?=[\s;(]|$)")
# Parts of statements in capitals, anywhere.
PART = re.compile(
    r"\bFROM\s+\S+\s+(?:WHERE|ORDER|GROUP|LIMIT|AS|JOIN)\b|\bORDER\s+BY\b|\bGROUP\s+BY\b|\bINSERT\s+INTO\b|\bDELETE\s+FROM\b"
    r"|\bON\s+DUPLICATE\s+KEY\b|\b(?:INNER|LEFT|RIGHT|CROSS)\s+JOIN\b|\bWHERE\s+\S+\s*(?:=|<|>|IN\b|IS\b|LIKE\b)|\bVALUES\s*\("
    r"|\bPRIMARY\s+KEY\s*\(|\bFOR\s+UPDATE\b|\bFOREIGN\s+KEY\s*\(|@@(?:GLOBAL|SESSION)\.|\binformation_schema\.")
# The same in small letters, in forms that no sentence takes.
SMALL = re.compile(
    r"^\s*(?:select\s+(?:\*|[\w`.,\s()*]+?)\s+from\s+[\w`.]+(?:\s*$|\s*;|\s+(?:where|order|group|limit)\b)"
    r"|insert\s+into\s+[\w`.]+\s*(?:\(|values|select|set)|delete\s+from\s+[\w`.]+\s*(?:;|$|where)"
    r"|update\s+[\w`.]+\s+set\s+[\w`.]+\s*=|create\s+table\s+.*\(|(?:drop|alter)\s+table\s+[\w`.]+)", re.I | re.S)


def is_sql(literal):
    text = literal.replace("\\n", "\n").replace("\\t", "\t").replace('\\"', '"')
    return bool(STATEMENT.search(text) or PART.search(text) or SMALL.search(text))


def check(tree):
    problems = []
    for name in tree.under("sync", "models", "ui", "app"):
        if name.startswith(HOME):
            continue
        problems += [f"{name}:{line}: SQL outside sql/ and sync/dialect/: {literal.strip()[:60]!r}"
                     for line, literal in string_literals(tree.text(name)) if is_sql(literal)]
    problems += [f"{name}: SQL file outside sql/ and tests/"
                 for name in tree.under(suffixes={".sql"}) if not name.startswith(("sql/", "tests/"))]
    return problems


GOOD = {
    "sync/dialect/a.cpp": 'auto s = "SELECT 1";',
    "sql/x.sql": "SELECT 1",
    "tests/db/x.sql": "SELECT 1",
    "ui/p.cpp": 'tr("Select a table from the list"); tr("Update all tables"); tr("Delete from the other side?");'
                ' // "SELECT 1"\n'
                'auto c = "INSERT"; /* "DELETE FROM t" */',
    "sync/a.cpp": 'auto e = "the account needs SELECT, INSERT, UPDATE and DELETE"; auto p = "LOCAL_WINS";'
                  '\n#include "sync/SELECT.h"\n',
}
GOOD["ui/p.cpp"] = GOOD["ui/p.cpp"].replace('auto c = "INSERT";', 'auto c = "inserted";')
BAD = [
    {"sync/a.cpp": 'q("SELECT a, b FROM t");'},
    {"sync/a.cpp": 'q(u"SELECT " + columns);'},
    {"sync/a.cpp": 'q("SEL"\n  // why\n  "ECT 1");'},
    {"sync/a.cpp": 'q(R"(\n  SELECT id\n  FROM t)");'},
    {"sync/a.cpp": 'q(uR"sql(UPDATE t SET a=1)sql");'},
    {"models/a.cpp": 'q(QStringLiteral("DELETE FROM `t` WHERE id=?"));'},
    {"ui/a.cpp": 'q("select * from t where a=1");'},
    {"ui/a.cpp": 'q("insert into t values (1)");'},
    {"app/a.cpp": 'q("SET SESSION sql_mode=\'\'");'},
    {"app/a.cpp": 'q(name + " ORDER BY " + key);'},
    {"sync/a.h": 'constexpr auto kEnd = "COMMIT";'},
    {"sync/a.h": 'q("a; DROP TABLE t");'},
    {"sync/a.h": 'q("\\"x\\"; CREATE TABLE t (id INT)");'},
    {"sync/a.sql": "SELECT 1"},
]
