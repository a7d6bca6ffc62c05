# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktop entry and metainfo are valid; scripts of packaging/ and .ci/ are sound shell."""

import subprocess
from pathlib import Path

SHELL = "#!/usr/bin/env bash"


def run(tree, *command):
    done = subprocess.run(command, cwd=tree.root, capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [f"{' '.join(command)}: {done.stdout}{done.stderr}".strip()]


def check(tree):
    problems = []
    for name in tree.under("packaging", suffixes={".desktop"}):
        problems += run(tree, "desktop-file-validate", name)
    for name in tree.under("packaging", suffixes={".xml"}):
        problems += run(tree, "appstreamcli", "validate", "--no-net", "--no-color", name)
    for name in tree.under("packaging", ".ci", suffixes={""}):
        if tree.text(name).startswith(SHELL):
            problems += run(tree, "bash", "-n", name)
            if not (tree.root / name).stat().st_mode & 0o100 and Path(tree.root / ".git").exists():
                problems.append(f"{name}: not executable")
    return problems


_DESKTOP = "[Desktop Entry]\nType=Application\nName=A\nExec=a\n"
GOOD = {"packaging/a.desktop": _DESKTOP, "packaging/dev": SHELL + "\necho\n"}
BAD = [
    {"packaging/a.desktop": _DESKTOP.replace("Name=A\n", "")},
    {"packaging/a.metainfo.xml": "<component type='desktop-application'><name>A</name></component>"},
    {"packaging/dev": SHELL + "\nif true; then\n"},
]
