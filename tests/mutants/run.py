#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants the bugs of mutants.toml one at a time and tells which of them the tests catch.

Works on a clone of its own with a build folder of its own (ccache makes that bearable): nothing in your tree changes. A mutant is
caught when one of its tests fails, or when it does not compile. It takes one to three minutes a mutant; run it on an idle machine.

usage: run.py [--work FOLDER] [--only TEXT] [--list]"""

import argparse
import json
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


def tests_of(build, patterns):
    """(name, program) of the tests that any of the patterns means, in the order of the patterns."""
    command = ["ctest", "--test-dir", build, "--show-only=json-v1"]
    listed = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["tests"]
    chosen = {}
    for pattern in patterns:
        chosen |= {test["name"]: Path(test["command"][0]).name for test in listed
                   if re.fullmatch(pattern, test["name"]) and "command" in test and test["name"] not in chosen}
    return list(chosen.items())


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
        if quietly(["cmake", "--preset", "dev"], self.source, self.log) or not self.makes("all"):
            raise SystemExit(f"the tree does not build: {self.log}")

    def makes(self, *targets):
        return quietly(["cmake", "--build", "--preset", "dev", "--target", *targets], self.source, self.log) == 0

    def caught_by(self, mutant):
        path = self.source / mutant["file"]
        original = path.read_text(encoding="utf-8")
        path.write_text(original.replace(mutant["find"], mutant["replace"]), encoding="utf-8")
        try:
            for name, program in tests_of(str(self.build), mutant["tests"]):
                if not self.makes(program, "causewayctl"):
                    return "the compiler"
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
