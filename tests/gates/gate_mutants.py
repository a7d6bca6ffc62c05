# SPDX-License-Identifier: GPL-3.0-or-later
"""Every bug of tests/mutants/mutants.toml can still be planted: its text stands exactly once where it says."""

import tomllib
from pathlib import Path

LIST = "tests/mutants/mutants.toml"


def check(tree):
    if LIST not in tree.files:
        return [f"{LIST} is missing"]
    problems = []
    for mutant in tomllib.loads(tree.text(LIST))["mutant"]:
        path = Path(tree.root) / mutant["file"]
        count = path.read_text(encoding="utf-8").count(mutant["find"]) if path.is_file() else 0
        if count != 1:
            problems.append(f"{mutant['name']}: its text stands {count} times in {mutant['file']}")
        if mutant["find"] == mutant["replace"]:
            problems.append(f"{mutant['name']}: changes nothing")
    return problems


ENTRY = '[[mutant]]\nname = "m"\nfile = "sync/a.cpp"\nfind = "a > b"\nreplace = "a >= b"\ntests = ["unit.a"]\n'
GOOD = {LIST: ENTRY, "sync/a.cpp": "return a > b;\n"}
BAD = [
    {LIST: ENTRY, "sync/a.cpp": "return a < b;\n"},
    {LIST: ENTRY, "sync/a.cpp": "return a > b || a > b;\n"},
    {LIST: ENTRY},
    {LIST: ENTRY.replace("a >= b", "a > b"), "sync/a.cpp": "return a > b;\n"},
    {"sync/a.cpp": ""},
]
