#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast a sync is beside the usual tools, on one table of the sysbench shape.

FULL into an empty target against `mariadb-dump | mariadb`, INCREMENTAL with 1 % changed rows against
`pt-table-sync`; wall time, peak memory, and a proof that both sides hold the same rows afterwards.
Two private MariaDB servers (or MySQL as remote) are made in a scratch folder and removed again.
This is a measurement, no test: run it on an idle machine, with an optimised build. It needs the packages
mariadb-server-core, mariadb-client and percona-toolkit.

usage: speed.py --ctl build/release/causewayctl [--rows 1000000] [--runs 3] [--mysql-root FOLDER]"""

import argparse
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE, COPY, TARGET = "shop", "copied", "shop"

CREATE = """CREATE TABLE sbtest1 (id int NOT NULL AUTO_INCREMENT, k int NOT NULL DEFAULT 0,
    c char(120) NOT NULL DEFAULT '', pad char(60) NOT NULL DEFAULT '', PRIMARY KEY (id), KEY k_1 (k))
    ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci"""
# Ten (five) groups of eleven digits, as sysbench prints them; from a hash, so that every run has the same.
GROUPS = "CONCAT_WS('-',{})"
GROUP = "LPAD(CONV(SUBSTR(SHA2(CONCAT(n,'{}'),256),1,9),16,10),11,'0')"


def digit_groups(salt, count):
    return GROUPS.format(",".join(GROUP.format(f"{salt}{i}") for i in range(count)))


def fill_sql(rows, first=1):
    numbers = (f"WITH RECURSIVE digits AS (SELECT 0 AS d UNION ALL SELECT d+1 FROM digits WHERE d<99) "
               f"SELECT {first}+a.d+100*b.d+10000*e.d AS n FROM digits a, digits b, digits e")
    return (f"INSERT INTO sbtest1 (id,k,c,pad) SELECT n,n*7919%500000,{digit_groups('c', 10)},"
            f"{digit_groups('p', 5)} FROM ({numbers}) AS numbers WHERE n<{first + rows}")


def change_sql(rows):
    """1 % of the rows: 80 % of them updated, 10 % deleted, 10 % new."""
    return ["UPDATE sbtest1 SET k=k+1, c=REVERSE(c) WHERE id%125=7",
            "DELETE FROM sbtest1 WHERE id%1000=11",
            fill_sql(rows // 1000, first=rows + 1)]


class Server:
    """A private server on a socket, with the settings of a small everyday installation."""

    def __init__(self, folder, mysql_root=None):
        self.folder = Path(folder)
        self.socket = str(self.folder / "s")
        self.mysql_root = Path(mysql_root) if mysql_root else None
        self.folder.mkdir()
        self.account = []
        if os.geteuid() == 0:
            self.account = ["--user=nobody"]
            shutil.chown(self.folder, "nobody")
        self.process = None

    def command(self, *extra):
        common = [f"--datadir={self.folder}/data", f"--socket={self.socket}", "--skip-networking",
                  f"--pid-file={self.folder}/pid", f"--log-error={self.folder}/log", "--local-infile=1",
                  "--innodb-buffer-pool-size=1G", *self.account, *extra]
        if not self.mysql_root:
            return ["mariadbd", "--no-defaults", "--innodb-log-file-size=256M",
                    "--max-allowed-packet=64M", *common]
        library = self.mysql_root / "usr/lib/x86_64-linux-gnu"
        share = self.mysql_root / "usr/share/mysql"
        return [str(library / "ld-linux-x86-64.so.2"), "--library-path", str(library),
                str(self.mysql_root / "usr/sbin/mysqld"), "--no-defaults",
                f"--basedir={self.mysql_root}/usr", f"--lc-messages-dir={share}",
                f"--character-sets-dir={share}/charsets",
                f"--plugin-dir={self.mysql_root}/usr/lib/mysql/plugin", "--secure-file-priv=NULL",
                "--mysqlx=0", "--innodb-redo-log-capacity=512M", *common]

    def start(self):
        if self.mysql_root:
            subprocess.run(self.command("--initialize-insecure"), check=True)
        else:
            subprocess.run(["mariadb-install-db", "--no-defaults", f"--datadir={self.folder}/data",
                            "--auth-root-authentication-method=normal", "--skip-test-db",
                            *self.account], check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen(self.command())
        for _ in range(600):
            if subprocess.run(self.client("mysql", "SELECT 1"), capture_output=True).returncode == 0:
                return self
            time.sleep(0.1)
        raise SystemExit(f"server does not start, see {self.folder}/log")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()

    def client(self, database, sql=None):
        command = ["mariadb", "--no-defaults", f"--socket={self.socket}", "-uroot", "-N", "-B", database]
        return command + ["-e", sql] if sql else command

    def run(self, sql, database="mysql"):
        return subprocess.run(self.client(database, sql), check=True, capture_output=True,
                              text=True).stdout.strip()

    def url(self, database):
        return f"mysql://root@localhost/{database}?socket={self.socket}"

    def fresh(self, database):
        self.run(f"DROP DATABASE IF EXISTS {database}; CREATE DATABASE {database}")

    def fingerprint(self, database):
        """Count and the sum of a digest of every row; the same on every server."""
        digest = "CONV(LEFT(SHA2(CONCAT_WS(',',id,k,c,pad),256),12),16,10)"
        return self.run(f"SELECT COUNT(*), SUM(CAST({digest} AS UNSIGNED)) FROM sbtest1", database)


def measured(command, **options):
    """Seconds, peak memory in MB and output of one program."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.monotonic() - begin, usage.ru_maxrss / 1024, output, process.returncode


class Bench:
    def __init__(self, arguments, remote, local):
        self.arguments, self.remote, self.local = arguments, remote, local
        self.results = {}

    def note(self, name, seconds, memory):
        self.results.setdefault(name, []).append((seconds, memory))
        print(f"  {name}: {seconds:.2f} s, {memory:.0f} MB", flush=True)

    def ctl(self, name, *words):
        seconds, memory, output, code = measured(
            [self.arguments.ctl, "--json", "--remote", self.remote.url(SOURCE), "--local",
             self.local.url(TARGET), *words])
        if code != 0:
            raise SystemExit(f"causewayctl {' '.join(words)} ended with {code}:\n{output}")
        if name:
            self.note(name, seconds, memory)
        return json.loads(output)

    def same(self, database, what):
        if self.local.fingerprint(database) != self.remote.fingerprint(SOURCE):
            raise SystemExit(f"{what} left rows that differ")

    def refill(self):
        self.remote.fresh(SOURCE)
        self.remote.run(CREATE, SOURCE)
        if self.arguments.mysql_root:
            self.remote.run("SET GLOBAL cte_max_recursion_depth=1000000")
        self.remote.run(fill_sql(self.arguments.rows), SOURCE)

    def dump_and_load(self):
        self.local.fresh(COPY)
        dump = f"mariadb-dump --no-defaults --single-transaction -S {self.remote.socket} -uroot {SOURCE}"
        load = f"mariadb --no-defaults -S {self.local.socket} -uroot {COPY}"
        # MariaDB's dump of MySQL names a collation that MariaDB does not know.
        translate = " | sed 's/utf8mb4_0900_ai_ci/utf8mb4_general_ci/g'" if self.arguments.mysql_root else ""
        seconds, memory, _, code = measured(["bash", "-o", "pipefail", "-c", f"{dump}{translate} | {load}"])
        if code != 0:
            raise SystemExit("mariadb-dump | mariadb failed")
        self.note("full: mariadb-dump | mariadb", seconds, memory)
        self.same(COPY, "mariadb-dump | mariadb")

    def full(self):
        self.local.fresh(TARGET)
        self.ctl(None, "init", "--create-missing", "--yes")
        self.ctl("full: causewayctl sync", "sync", "--type", "FULL", "--direction", "REMOTE_TO_LOCAL")
        self.same(TARGET, "the full sync")
        self.ctl("nothing new: causewayctl sync", "sync", "--type", "INCREMENTAL", "--direction", "BOTH")

    def incremental(self):
        for sql in change_sql(self.arguments.rows):
            self.remote.run(sql, SOURCE)
        report = self.ctl("1 % changed: causewayctl sync", "sync", "--type", "INCREMENTAL",
                          "--direction", "REMOTE_TO_LOCAL")
        self.same(TARGET, "the incremental sync")
        counts = report["totals"]["remote_to_local"]
        print(f"  {counts['inserted']} inserted, {counts['updated']} updated, {counts['deleted']} deleted")
        dsn = "h=localhost,S={},u=root,D={},t=sbtest1"
        seconds, memory, output, code = measured(
            ["pt-table-sync", "--execute", "--charset", "utf8mb4", "--no-check-slave", "--no-check-triggers",
             dsn.format(self.remote.socket, SOURCE), dsn.format(self.local.socket, COPY)])
        if code not in (0, 2): # 2: it found and resolved differences
            raise SystemExit(f"pt-table-sync ended with {code}:\n{output}")
        self.note("1 % changed: pt-table-sync", seconds, memory)
        missed = self.local.fingerprint(COPY) != self.remote.fingerprint(SOURCE)
        print("  pt-table-sync left rows that differ" if missed else "  pt-table-sync: all rows equal")

    def table(self):
        print(f"\n{self.arguments.rows} rows, median of {self.arguments.runs}")
        print(f"{'':34} {'seconds':>9} {'rows/s':>10} {'peak MB':>8}")
        for name, runs in self.results.items():
            seconds = statistics.median(run[0] for run in runs)
            memory = max(run[1] for run in runs)
            print(f"{name:34} {seconds:9.2f} {self.arguments.rows / seconds:10.0f} {memory:8.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--ctl", required=True, help="the causewayctl to measure")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
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
        for run in range(arguments.runs):
            print(f"run {run + 1}", flush=True)
            bench.refill()
            bench.dump_and_load()
            bench.full()
            bench.incremental()
        bench.table()


if __name__ == "__main__":
    sys.exit(main())
