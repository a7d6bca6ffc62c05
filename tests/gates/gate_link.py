# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers by link: what is built of the engine, the models and causewayctl needs no window library.

Looks at the build folder: at the archives' undefined symbols and at the program's libraries."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

WINDOW = re.compile(r"libQt6(?:Gui|Widgets|Charts|OpenGL|Svg|PrintSupport)\b")
ARCHIVES = ("libcauseway_sync.a", "libcauseway_models.a")
PROGRAM = "causewayctl"


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def window_libraries():
    lines = output("/sbin/ldconfig", "-p").split("\n")
    return [line.split("=>")[1].strip() for line in lines if re.search(r"libQt6(?:Gui|Widgets|Charts)\.so\.6", line)]


def window_symbols():
    """What only the window libraries define: no inline copies."""
    symbols = set()
    for library in window_libraries():
        for line in output("nm", "-D", "--defined-only", "--format=posix", library).split("\n"):
            words = line.split()
            if len(words) > 1 and words[1] in "TDBR":
                symbols.add(words[0].split("@")[0])
    return symbols


def check_archive(path, symbols):
    needed = {line.split()[0] for line in output("nm", "-u", "--format=posix", str(path)).split("\n")
              if len(line.split()) > 1 and line.split()[1] == "U"}
    return [f"{path.name}: needs {symbol} of a window library" for symbol in sorted(needed & symbols)[:5]]


def check_program(path):
    return [f"{path.name}: loads {line.split()[0]}" for line in output("ldd", str(path)).split("\n")
            if WINDOW.search(line)]


def check_build(build):
    symbols = window_symbols()
    if not symbols:
        return ["no window library found to compare with"]
    problems = []
    for name in ARCHIVES:
        if (build / name).exists():
            problems += check_archive(build / name, symbols)
        elif name == ARCHIVES[0]:
            problems.append(f"{name}: not built")
    if (build / PROGRAM).exists():
        problems += check_program(build / PROGRAM)
    else:
        problems.append(f"{PROGRAM}: not built")
    return problems


def check(tree):
    return check_build(Path(os.environ["CAUSEWAY_BUILD"]))


def built(folder, engine_code, libraries):
    """A build folder with an engine archive of engine_code and a program that links libraries."""
    compiler = shutil.which("c++")
    (folder / "engine.cpp").write_text(engine_code, encoding="utf-8")
    (folder / "main.cpp").write_text("int main() {}\n", encoding="utf-8")
    output(compiler, "-c", str(folder / "engine.cpp"), "-o", str(folder / "engine.o"))
    output("ar", "rc", str(folder / ARCHIVES[0]), str(folder / "engine.o"))
    output(compiler, str(folder / "main.cpp"), "-o", str(folder / PROGRAM), "-Wl,--no-as-needed",
           *[f"-l{name}" for name in libraries])
    return check_build(folder)


def self_check():
    """Names of the samples that went wrong."""
    needs_window = "extern \"C\" int f(); namespace std {} extern int x() asm(\"_ZN7QWidget4showEv\"); int f() { return x(); }\n"
    wrong = []
    for name, code, libraries, expected in (("good", "int a;\n", ["Qt6Core"], False),
                                            ("archive", needs_window, ["Qt6Core"], True),
                                            ("program", "int a;\n", ["Qt6Core", "Qt6Gui"], True)):
        with tempfile.TemporaryDirectory() as scratch:
            if bool(built(Path(scratch), code, libraries)) != expected:
                wrong.append(name)
    return wrong
