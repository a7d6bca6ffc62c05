#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants the bugs of mutants.toml one at a time and tells which of them the tests catch.

Works on a clone of its own with a build folder of its own (ccache makes that bearable): nothing in your tree changes. A mutant is
caught when one of its tests fails, or when it does not compile. It takes one to three minutes a mutant; run it on an idle machine.

usage: run.py [--work FOLDER] [--only TEXT] [--list]"""

import argparse
import re
import subprocess
import sys
import time
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent / "gates"))

from gate_mutants import check  # noqa: E402
from source_tree import Tree  # noqa: E402


def mutants():
    return tomllib.loads((HERE / "mutants.toml").read_text(encoding="utf-8"))["mutant"]


def quietly(command, folder, log):
    with open(log, "ab") as output:
        return subprocess.run(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, check=False).returncode


def test_names(build, patterns):
    """Names of the tests that any of the patterns means, in the order of the patterns."""
    listed = subprocess.run(["ctest", "--test-dir", build, "-N"], capture_output=True, text=True, check=True).stdout
    names = [line.split(": ", 1)[1].strip() for line in listed.splitlines() if "Test #" in line]
    chosen = []
    for pattern in patterns:
        chosen += [name for name in names if re.fullmatch(pattern, name) and name not in chosen]
    return chosen


class Laboratory:
    def __init__(self, folder):
        self.source = folder / "source"
        self.build = self.source / "build/dev"
        self.log = folder / "log"
        folder.mkdir(parents=True, exist_ok=True)
        if not self.source.exists():
            subprocess.run(["git", "clone", "--quiet", str(ROOT), str(self.source)], check=True)
            mysql = ROOT / "build/mysql9"
            if mysql.exists():
                self.build.parent.mkdir(parents=True)
                (self.build.parent / "mysql9").symlink_to(mysql)
        if self.make() != 0:
            raise SystemExit(f"the tree does not build: {self.log}")

    def make(self):
        configured = quietly(["cmake", "--preset", "dev"], self.source, self.log)
        return configured or quietly(["cmake", "--build", "--preset", "dev"], self.source, self.log)

    def caught_by(self, mutant):
        path = self.source / mutant["file"]
        original = path.read_text(encoding="utf-8")
        path.write_text(original.replace(mutant["find"], mutant["replace"]), encoding="utf-8")
        try:
            if self.make() != 0:
                return "the compiler"
            for name in test_names(str(self.build), mutant["tests"]):
                command = ["ctest", "--preset", "dev", "-R", f"^{name}$"]
                if quietly(command, self.source, self.log) != 0:
                    return name
            return ""
        finally:
            path.write_text(original, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build/mutants")
    parser.add_argument("--only", default="", help="mutants whose name contains this")
    parser.add_argument("--list", action="store_true", help="tell which can be planted, and end")
    options = parser.parse_args()
    chosen = [mutant for mutant in mutants() if options.only in mutant["name"]]
    broken = check(Tree(ROOT))
    if options.list or broken:
        print("\n".join(broken or [mutant["name"] for mutant in chosen]))
        return 1 if broken else 0
    laboratory = Laboratory(options.work)
    survivors = 0
    for mutant in chosen:
        begin = time.monotonic()
        catcher = laboratory.caught_by(mutant)
        survivors += not catcher
        print(f"{'caught' if catcher else 'SURVIVED':9} {mutant['name']:55} {catcher:30} {time.monotonic() - begin:5.0f} s", flush=True)
    print(f"{len(chosen) - survivors} of {len(chosen)} planted bugs caught")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
