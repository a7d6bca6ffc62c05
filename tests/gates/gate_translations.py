# SPDX-License-Identifier: GPL-3.0-or-later
"""Each catalogue of translations/catalogues.txt holds every text of its folders, translated.

lupdate, on a copy, must find nothing new and nothing that has gone; no text may be unfinished or
empty, and its place holders must be the source's."""

import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path

LIST = "translations/catalogues.txt"
PLACE = re.compile(r"%(?:L?\d+|n)")


def lupdate():
    for name in ("lupdate6", "/usr/lib/qt6/bin/lupdate", "lupdate"):
        if shutil.which(name):
            return name
    raise SystemExit("lupdate not found")


def catalogues(tree):
    """(file, folders) of each line of the list."""
    for line in tree.text(LIST).split("\n"):
        words = line.split("#")[0].split()
        if words:
            yield words[0], words[1:]


def messages(path):
    """(context, source, comment) -> (type, translations)."""
    found = {}
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            node = message.find("translation")
            forms = [form.text or "" for form in node.iter("numerusform")] or [node.text or ""]
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            found[key] = (node.get("type", ""), forms)
    return found


def flaws(name, entries):
    for (context, source, _), (kind, forms) in entries.items():
        where = f"{name}: {context}: {(source or '')[:50]!r}"
        if kind:
            yield f"{where} is {kind}"
        elif not all(forms):
            yield f"{where} is empty"
        elif any(sorted(set(PLACE.findall(form))) != sorted(set(PLACE.findall(source or ""))) for form in forms):
            yield f"{where} has other place holders"


def check_one(tree, name, folders):
    present = [folder for folder in folders if (tree.root / folder).is_dir()]
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / Path(name).name
        if (tree.root / "translations" / name).is_file():
            shutil.copy(tree.root / "translations" / name, copy)
        before = messages(copy) if copy.exists() else {}
        subprocess.run([lupdate(), "-silent", "-I", ".", "-locations", "none", "-target-language", "zh_CN", *present, "-ts",
                        str(copy)], cwd=tree.root, check=True, capture_output=True)
        after = messages(copy)
    new = [f"{name}: {key[0]}: {(key[1] or '')[:50]!r} is not in it" for key in after if key not in before]
    return new + list(flaws(name, {key: entry for key, entry in after.items() if key in before}))


def check(tree):
    problems = [problem for name, folders in catalogues(tree) for problem in check_one(tree, name, folders)]
    listed = {name for name, _ in catalogues(tree)}
    problems += [f"{name}: not in {LIST}" for name in tree.under("translations", suffixes={".ts"})
                 if Path(name).name not in listed]
    return problems


def _ts(*entries):
    body = "".join(f"<message><source>{source}</source><translation{kind}>{text}</translation></message>"
                   for source, text, kind in entries)
    return ('<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh_CN">'
            f"<context><name>C</name>{body}</context></TS>")


_CODE = {LIST: "a.ts sync\n", "sync/a.cpp": 'auto a = QCoreApplication::translate("C", "lost %1");'}
GOOD = {**_CODE, "translations/a.ts": _ts(("lost %1", "丢失 %1", ""))}
BAD = [
    _CODE,
    {**_CODE, "translations/a.ts": _ts()},
    {**_CODE, "translations/a.ts": _ts(("lost %1", "", ""))},
    {**_CODE, "translations/a.ts": _ts(("lost %1", "丢失", ""))},
    {**_CODE, "translations/a.ts": _ts(("lost %1", "丢失 %1", ' type="unfinished"'))},
    {**_CODE, "translations/a.ts": _ts(("lost %1", "丢失 %1", ""), ("gone", "没了", ""))},
    {**GOOD, "translations/b.ts": _ts()},
]
