# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers by include: app -> ui -> models -> sync, never backwards; each uses only its Qt modules.

Also: tr() only in ui/ and app/."""

import re
import subprocess
from functools import lru_cache
from pathlib import Path

from source_tree import without_comments

QT_CORE = {"QtCore"}
ENGINE_QT = {"QtCore", "QtSql", "QtConcurrent", "QtNetwork", "QtDBus"}
WINDOW_QT = {"QtCore", "QtGui", "QtWidgets", "QtCharts", "QtSvg", "QtSvgWidgets", "QtConcurrent"}
# folder: (our folders it may include, Qt modules it may include)
RULES = {
    "sync": ({"sync"}, ENGINE_QT),
    "models": ({"models", "sync"}, QT_CORE),
    "ui": ({"ui", "models", "sync"}, WINDOW_QT),
    "app/ctl": ({"app", "sync"}, ENGINE_QT),
    "app/common": ({"app", "sync"}, ENGINE_QT),
    "app": ({"app", "ui", "models", "sync"}, WINDOW_QT | ENGINE_QT),
}
OURS = {"sync", "models", "ui", "app", "tests"}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]', re.M)
TR = re.compile(r"(?<![A-Za-z0-9_])tr\s*\(")


@lru_cache(maxsize=None)
def qt_modules():
    """Header name -> Qt module, from the installed headers."""
    for tool in ("qmake6", "/usr/lib/qt6/bin/qmake"):
        try:
            folder = subprocess.run([tool, "-query", "QT_INSTALL_HEADERS"], capture_output=True,
                                    text=True, check=True).stdout.strip()
            break
        except (OSError, subprocess.CalledProcessError):
            continue
    else:
        raise SystemExit("qmake6 not found: which Qt module a header is of cannot be told")
    modules = {}
    for module in sorted(Path(folder).glob("Qt*")):
        for header in module.iterdir():
            modules.setdefault(header.name, module.name)
    return modules


def qt_module_of(include):
    first = include.split("/")[0]
    if first in set(qt_modules().values()) or (first.startswith("Qt") and "/" in include):
        return first
    return qt_modules().get(include)


def rule_for(name):
    fitting = [folder for folder in RULES if name.startswith(folder + "/")]
    return RULES[max(fitting, key=len)] if fitting else None


def wrong_includes(name, text, folders, modules):
    for match in INCLUDE.finditer(text):
        include = match.group(1)
        line = text.count("\n", 0, match.start(1)) + 1
        first = include.split("/")[0]
        if first in OURS and "/" in include:
            if first not in folders:
                yield f"{name}:{line}: may not include {include}"
            continue
        module = qt_module_of(include)
        if module and module not in modules:
            yield f"{name}:{line}: may not use {module} ({include})"


def check(tree):
    problems = []
    for name in tree.under("sync", "models", "ui", "app"):
        folders, modules = rule_for(name)
        text = without_comments(tree.text(name))
        problems += wrong_includes(name, text, folders, modules)
        if not name.startswith(("ui/", "app/")):
            code = without_comments(tree.text(name), keep_strings=False)
            problems += [f"{name}:{code.count(chr(10), 0, match.start()) + 1}: tr() outside ui/ and app/"
                         for match in TR.finditer(code)]
    return problems


GOOD = {
    "sync/a.cpp": '#include "sync/b.h"\n#include <QString>\n#include <QSqlQuery>\n#include <mysql.h>\n// tr("x")\nint str(int);',
    "models/m.h": '#include "sync/a.h"\n#include <QAbstractTableModel>\n',
    "ui/p.cpp": '#include "models/m.h"\n#include <QWidget>\n#include <QChartView>\nauto t = tr("x");',
    "app/ctl/main.cpp": '#include "sync/a.h"\n#include <QCoreApplication>\n',
    "app/console/main.cpp": '#include "ui/p.h"\n#include <QApplication>\n',
}
BAD = [
    {"sync/a.cpp": '#include "ui/p.h"\n'},
    {"sync/a.cpp": '#include "models/m.h"\n'},
    {"sync/a.cpp": "#include <QWidget>\n"},
    {"sync/a.cpp": "#include <QtGui/QColor>\n"},
    {"sync/a.h": "#  include <qcolor.h>\n"},
    {"sync/a.cpp": "#include <QtCharts>\n"},
    {"sync/a.cpp": 'auto t = tr("x");'},
    {"models/m.h": "#include <QColor>\n"},
    {"models/m.h": "#include <QSqlQuery>\n"},
    {"models/m.cpp": '#include "ui/p.h"\n'},
    {"ui/p.cpp": '#include "app/console/main.h"\n'},
    {"ui/p.cpp": "#include <QSqlTableModel>\n"},
    {"app/ctl/main.cpp": "#include <QApplication>\n"},
    {"app/ctl/main.cpp": '#include "ui/p.h"\n'},
]
