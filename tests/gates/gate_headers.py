# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source says its licence at its top; every header has #pragma once."""

from pathlib import Path

LINE = "SPDX-License-Identifier: GPL-3.0-or-later"
SUFFIXES = {".cpp", ".h", ".py", ".cmake", ".sh"}
ALSO = {"CMakeLists.txt", "dev", "mysql9", "run"}


def check(tree):
    problems = []
    for name in tree.files:
        path = Path(name)
        if path.suffix not in SUFFIXES and path.name not in ALSO:
            continue
        text = tree.text(name)
        if LINE not in "\n".join(text.split("\n")[:3]):
            problems.append(f"{name}:1: no {LINE}")
        if path.suffix == ".h" and "#pragma once" not in text:
            problems.append(f"{name}:1: no #pragma once")
    return problems


GOOD = {"sync/a.h": f"// {LINE}\n#pragma once\n", "packaging/dev": f"#!/bin/sh\n# {LINE}\n", "LICENSE": "x"}
BAD = [
    {"sync/a.cpp": "int a;\n"},
    {"sync/a.h": f"// {LINE}\n"},
    {"tests/a.cpp": "// SPDX-License-Identifier: MIT\n"},
    {"packaging/dev": "#!/bin/sh\n"},
    {"CMakeLists.txt": "project(x)\n"},
]
