#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one gate over a source tree, or shows that the gate catches what it is there to catch.

usage: run.py NAME ROOT | run.py --self-check NAME"""

import importlib
import sys
import tempfile
from pathlib import Path

from source_tree import Tree


def problems_in(gate, files):
    with tempfile.TemporaryDirectory() as scratch:
        for name, text in files.items():
            path = Path(scratch) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return gate.check(Tree(scratch))


def self_check(gate):
    if hasattr(gate, "self_check"):
        return [f"sample {name!r} went wrong" for name in gate.self_check()]
    wrong = [f"a good sample is refused: {problem}" for problem in problems_in(gate, gate.GOOD)]
    wrong += [f"planted violation {number} is not caught: {sample}"
              for number, sample in enumerate(gate.BAD) if not problems_in(gate, sample)]
    return wrong


def main(arguments):
    if len(arguments) != 2:
        raise SystemExit(__doc__)
    checking_itself = arguments[0] == "--self-check"
    gate = importlib.import_module("gate_" + arguments[1 if checking_itself else 0])
    problems = self_check(gate) if checking_itself else gate.check(Tree(arguments[1]))
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main(sys.argv[1:]))
