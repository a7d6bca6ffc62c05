#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much memory causewayctl needs at most, whatever the size of a table or of its rows.

One table of many rows (first load, nothing new, 1 % and 20 % changed, first contact of two filled sides,
a mass delete) and one of large rows (first load, all updated, some changed on both sides). Each step is one
run of causewayctl; its peak of resident memory is printed and compared with the bound. Two private servers
are made in a scratch folder and removed again. This is a measurement, no test: it takes minutes and some
gigabytes of disk. It needs the packages mariadb-server-core and mariadb-client.

usage: memory.py --ctl build/release/causewayctl [--rows 5000000] [--large-rows 200] [--mysql-root FOLDER]"""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from speed import Server, measured

DATABASE = "shop"
BOUND_MB = 200
ROWS_PER_FILL = 1_000_000

MANY = """CREATE TABLE many (id int NOT NULL PRIMARY KEY, k int NOT NULL, c char(64) NOT NULL, pad char(64) NOT NULL,
    KEY k_1 (k)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci"""
KEYLESS = MANY.replace("many", "keyless").replace(" PRIMARY KEY", "")
LARGE = """CREATE TABLE large (id int NOT NULL PRIMARY KEY, b longblob NOT NULL, note varchar(40)) ENGINE=InnoDB
    DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci"""


def numbers(first, count):
    digits = "WITH RECURSIVE digits AS (SELECT 0 AS d UNION ALL SELECT d+1 FROM digits WHERE d<99) "
    return (f"({digits}SELECT {first}+a.d+100*b.d+10000*e.d AS n FROM digits a, digits b, digits e "
            f"WHERE a.d+100*b.d+10000*e.d<{count}) AS numbers")


class Bench:
    def __init__(self, arguments, remote, local):
        self.arguments, self.remote, self.local = arguments, remote, local
        self.results = []

    def ctl(self, name, *words, codes=(0,)):
        seconds, memory, output, code = measured(
            [self.arguments.ctl, "--json", "--remote", self.remote.url(DATABASE), "--local",
             self.local.url(DATABASE), *words], stderr=subprocess.DEVNULL)
        if code not in codes:
            raise SystemExit(f"causewayctl {' '.join(words)} ended with {code}:\n{output[:2000]}")
        if name:
            self.results.append((name, seconds, memory))
            print(f"  {name}: {seconds:.1f} s, {memory:.0f} MB", flush=True)

    def sync(self, name, kind, direction, *words, codes=(0,)):
        self.ctl(name, "sync", "--type", kind, "--direction", direction, *words, codes=codes)

    def start(self, create):
        for server in (self.remote, self.local):
            server.fresh(DATABASE)
        self.remote.run(create, DATABASE)
        self.ctl(None, "init", "--create-missing", "--yes")

    def fill(self, table):
        for first in range(0, self.arguments.rows, ROWS_PER_FILL):
            count = min(ROWS_PER_FILL, self.arguments.rows - first)
            self.remote.run(f"INSERT INTO {table} SELECT n, n*7919%500000, SHA2(n,256), SHA2(-n,256) "
                            f"FROM {numbers(first + 1, count)}", DATABASE)

    def many_rows(self):
        self.start(MANY)
        self.fill("many")
        to_local = ("INCREMENTAL", "REMOTE_TO_LOCAL")
        self.sync("many rows: first load", "FULL", "REMOTE_TO_LOCAL")
        self.sync("many rows: FULL, nothing new", "FULL", "BOTH")
        self.remote.run("UPDATE many SET k=k+1 WHERE id%100=7", DATABASE)
        self.sync("many rows: 1 % changed", *to_local)
        self.remote.run("UPDATE many SET k=k+1 WHERE id%5=3", DATABASE)
        self.sync("many rows: 20 % changed", *to_local)
        self.local.run("UPDATE many SET k=k+1 WHERE id%5=4", DATABASE)
        self.sync("many rows: 20 % changed, to remote", "INCREMENTAL", "BOTH")
        tables = self.local.run("SELECT GROUP_CONCAT(table_name) FROM information_schema.tables "
                                f"WHERE table_schema='{DATABASE}' AND table_name LIKE 'db_sync_%'")
        self.local.run(f"DROP TABLE {tables}", DATABASE)
        self.remote.run("DROP TABLE db_sync_state", DATABASE)
        self.ctl(None, "init", "--yes")
        self.sync("many rows: first contact", "INCREMENTAL", "BOTH")
        self.remote.run("DELETE FROM many WHERE id%5<>0", DATABASE)
        self.sync("many rows: 80 % deleted", *to_local, "--allow-mass-delete")

    def keyless(self):
        self.start(KEYLESS)
        self.fill("keyless")
        self.sync("no key: first load", "FULL", "REMOTE_TO_LOCAL")
        self.sync("no key: nothing new", "FULL", "REMOTE_TO_LOCAL")
        self.remote.run("UPDATE keyless SET k=k+1 WHERE id%100=7", DATABASE)
        self.sync("no key: 1 % changed", "FULL", "REMOTE_TO_LOCAL")
        self.ctl("no key: compare", "compare")

    def large_rows(self):
        self.start(LARGE)
        for n in range(self.arguments.large_rows):
            self.remote.run(f"INSERT INTO large SELECT {n}, REPEAT(UNHEX(SHA2({n},512)), 131072), 'new'", DATABASE)
        self.sync("large rows: first load", "FULL", "REMOTE_TO_LOCAL")
        self.remote.run("UPDATE large SET b=CONCAT(REVERSE(b),'x')", DATABASE)
        self.sync("large rows: all updated", "INCREMENTAL", "REMOTE_TO_LOCAL")
        self.local.run("UPDATE large SET b=CONCAT(b,'y')", DATABASE)
        self.sync("large rows: all updated, to remote", "INCREMENTAL", "BOTH")
        for server, note in ((self.remote, "far"), (self.local, "near")):
            server.run(f"UPDATE large SET note='{note}' WHERE id%10=3", DATABASE)
        self.sync("large rows: conflicts", "INCREMENTAL", "BOTH", codes=(0, 1))
        self.ctl("large rows: conflicts listed", "conflicts", "list", codes=(0, 1))

    def table(self):
        print(f"\n{'':40} {'seconds':>9} {'peak MB':>8}")
        for name, seconds, memory in self.results:
            print(f"{name:40} {seconds:9.1f} {memory:8.0f}{'  too much' if memory > BOUND_MB else ''}")
        return any(memory > BOUND_MB for _, _, memory in self.results)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--ctl", required=True, help="the causewayctl to measure")
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--large-rows", type=int, default=200)
    parser.add_argument("--only", choices=("many_rows", "keyless", "large_rows"))
    parser.add_argument("--mysql-root", help="unpacked MySQL for the remote side; else MariaDB")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="causeway-bench-", dir="/var/tmp") as scratch, \
            contextlib.ExitStack() as servers:
        os.chmod(scratch, 0o755)
        pair = []
        for name, root in (("remote", arguments.mysql_root), ("local", None)):
            server = Server(Path(scratch) / name, root)
            servers.callback(server.stop)
            pair.append(server.start())
        bench = Bench(arguments, *pair)
        for step in ("many_rows", "keyless", "large_rows"):
            if arguments.only in (None, step):
                getattr(bench, step)()
        return int(bench.table())


if __name__ == "__main__":
    sys.exit(main())
