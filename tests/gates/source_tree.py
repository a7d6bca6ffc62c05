# SPDX-License-Identifier: GPL-3.0-or-later
"""What the gates share: the files of a source tree, and a look at C++ text without its comments."""

import re
import subprocess
from pathlib import Path

ENGINE = "sync"
CODE = {".cpp", ".h"}


class Tree:
    """A source tree: what git knows of it, or else every file below it but build folders."""

    def __init__(self, root):
        self.root = Path(root)
        self.files = sorted(self._listed() or self._walked())

    def _listed(self):
        command = ["git", "-C", str(self.root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        if not (self.root / ".git").exists():
            return []
        # A clone of another account is "dubious" to git: this reads names only.
        command[1:1] = ["-c", f"safe.directory={self.root}"]
        done = subprocess.run(command, capture_output=True, check=False)
        return [name for name in done.stdout.decode().split("\0") if name and (self.root / name).is_file()]

    def _walked(self):
        found = (path.relative_to(self.root) for path in self.root.rglob("*") if path.is_file())
        return [str(path) for path in found if path.parts[0] not in ("build", ".git")]

    def under(self, *folders, suffixes=CODE):
        """Names below any of the folders (all files for none) with one of the suffixes."""
        for name in self.files:
            if Path(name).suffix in suffixes and (not folders or name.startswith(tuple(f + "/" for f in folders))):
                yield name

    def text(self, name):
        return (self.root / name).read_text(encoding="utf-8", errors="replace")


TOKEN = re.compile(
    r'''(?P<raw>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\((?P<rawbody>.*?)\)(?P=mark)")
      | (?P<string>(?:u8|[uUL])?"(?P<body>(?:\\.|[^"\\\n])*)")
      | (?P<char>(?<![0-9A-Za-z_])(?:u8|[uUL])?'(?:\\.|[^'\\\n])+')
      | (?P<line>//[^\n]*)
      | (?P<block>/\*.*?\*/)''',
    re.X | re.S)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text, keep_strings=True):
    """The text with comments (and strings' contents) blanked; every line stays where it was."""
    def replace(match):
        if match.lastgroup in ("line", "block") or match.group("line") or match.group("block"):
            return _blank(match.group())
        if keep_strings:
            return match.group()
        whole = match.group()
        return '"' + _blank(whole[1:-1]) + '"'
    return TOKEN.sub(replace, text)


def string_literals(text):
    """(line, content) of every string literal; adjacent literals are one. Includes are left out."""
    found = []
    end_of_last = None
    for match in TOKEN.finditer(text):
        if match.group("line") is not None or match.group("block") is not None:
            if end_of_last is not None and not text[end_of_last:match.start()].strip():
                end_of_last = match.end()
            continue
        if match.group("raw") is None and match.group("string") is None:
            continue
        body = match.group("rawbody") if match.group("raw") is not None else match.group("body")
        line = text.count("\n", 0, match.start()) + 1
        begin_of_line = text.rfind("\n", 0, match.start()) + 1
        if text[begin_of_line:match.start()].lstrip().startswith("#include"):
            continue
        if end_of_last is not None and not text[end_of_last:match.start()].strip():
            found[-1] = (found[-1][0], found[-1][1] + body)
        else:
            found.append((line, body))
        end_of_last = match.end()
    return found
