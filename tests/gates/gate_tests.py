# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests do not sleep and do not skip; nothing in the code says it is unfinished."""

import re

from source_tree import without_comments

NOT_IN_TESTS = re.compile(
    r"\b(?:QTest::)?(?:qWait|qSleep)\s*\(|\bsleep_for\s*\(|\bsleep_until\s*\(|\b(?:QThread::)?(?:msleep|usleep)\s*\("
    r"|\bQThread::sleep\s*\(|\bQ(?:SKIP|EXPECT_FAIL)\s*\(|\bQVERIFY2?\s*\(\s*true\b")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")


def check(tree):
    problems = []
    for name in tree.under("tests"):
        code = without_comments(tree.text(name), keep_strings=False)
        problems += [f"{name}:{code.count(chr(10), 0, match.start()) + 1}: {match.group().strip()} in a test"
                     for match in NOT_IN_TESTS.finditer(code)]
    for name in tree.under():
        text = tree.text(name)
        problems += [f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()}"
                     for match in UNFINISHED.finditer(text)]
    return problems


GOOD = {"tests/a.cpp": 'QTRY_VERIFY(x); // not qWait(5)\nauto s = "QSKIP(1)";', "sync/a.cpp": "usleep_like();"}
BAD = [
    {"tests/a.cpp": "QTest::qWait(50);"},
    {"tests/a.cpp": "std::this_thread::sleep_for(50ms);"},
    {"tests/a.cpp": 'QSKIP("no server");'},
    {"tests/a.cpp": "QVERIFY(true);"},
    {"sync/a.cpp": "// TO" + "DO: later"},
]
