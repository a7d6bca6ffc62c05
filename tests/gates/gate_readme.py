# SPDX-License-Identifier: GPL-3.0-or-later
"""README.md and README.zh_CN.md have the same sections and the same commands."""

import re

NAMES = ("README.md", "README.zh_CN.md")


def outline(text):
    """Levels of the headings, blocks of code, and code words of tables, in order."""
    levels, blocks, block = [], [], None
    for line in text.split("\n"):
        if line.startswith("```"):
            if block is None:
                block = []
            else:
                blocks.append("\n".join(re.sub(r"\s*#.*", "", entry) for entry in block))
                block = None
        elif block is not None:
            block.append(line)
        elif re.match(r"#+ ", line):
            levels.append(len(line) - len(line.lstrip("#")))
    words = [re.findall(r"`([^`]+)`", line.split("|")[1]) for line in text.split("\n") if line.startswith("|")]
    return levels, blocks, words


def check(tree):
    missing = [f"{name}: missing" for name in NAMES if name not in tree.files]
    if missing:
        return missing
    english, chinese = (outline(tree.text(name)) for name in NAMES)
    return [f"{NAMES[0]} and {NAMES[1]} differ in their {what}: {ours} / {theirs}"
            for what, ours, theirs in zip(("headings", "code blocks", "tables' first columns"), english, chinese)
            if ours != theirs]


_EN = "# A\n\n## B\n\n```\nrun x # why\n```\n\n| `a` | text |\n"
GOOD = {"README.md": _EN, "README.zh_CN.md": "# 甲\n\n## 乙\n\n```\nrun x # 为何\n```\n\n| `a` | 文字 |\n"}
BAD = [
    {"README.md": _EN},
    {"README.md": _EN, "README.zh_CN.md": GOOD["README.zh_CN.md"].replace("## 乙", "### 乙")},
    {"README.md": _EN, "README.zh_CN.md": GOOD["README.zh_CN.md"] + "\n## 丙\n"},
    {"README.md": _EN, "README.zh_CN.md": GOOD["README.zh_CN.md"].replace("run x", "run y")},
    {"README.md": _EN, "README.zh_CN.md": GOOD["README.zh_CN.md"].replace("`a`", "`b`")},
]
