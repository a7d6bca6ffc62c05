# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source is as clang-format leaves it."""

import os
import shutil
import subprocess
from pathlib import Path

STYLE = Path(__file__).resolve().parents[2] / ".clang-format"


def clang_format():
    for name in ("clang-format-14", "clang-format"):
        if shutil.which(name):
            return name
    raise SystemExit("clang-format not found")


def check(tree):
    names = list(tree.under())
    command = [clang_format(), f"--style=file:{STYLE}", "--dry-run", "--Werror", "--ferror-limit=1"]
    size = max(1, len(names) // (2 * (os.cpu_count() or 1)) + 1)
    parts = [names[start:start + size] for start in range(0, len(names), size)]
    running = [subprocess.Popen(command + part, cwd=tree.root, stderr=subprocess.PIPE, text=True) for part in parts]
    problems = []
    for process in running:
        problems += [line for line in process.communicate()[1].split("\n") if ": error:" in line]
        if process.returncode != 0 and not problems:
            problems.append(f"{command[0]} failed with {process.returncode}")
    return problems


GOOD = {"sync/a.cpp": "int f(int a)\n{\n    return a;\n}\n"}
BAD = [
    {"sync/a.cpp": "int f(int a) {\n  return a;\n}\n"},
    {"tests/a.cpp": "int* a;\nint *b;\n"},
    {"sync/a.h": "#include <b>\n#include <a>\n"},
]
