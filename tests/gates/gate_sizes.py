# SPDX-License-Identifier: GPL-3.0-or-later
"""Hard limits: functions of 60 lines and 5 parameters, sources of 600, headers of 200, tests of 900."""

import re

from source_tree import without_comments

FUNCTION_LINES = 60
PARAMETERS = 5
CONTAINER = re.compile(r"(?:^|[\s;}])(?:namespace|class|struct|union|enum|extern\s*\"\s*\")(?:[\s:{\[]|$)")


def file_limit(name):
    if name.startswith("tests/"):
        return 900
    return 200 if name.endswith(".h") else 600


def matching(code, start):
    """Index behind the brace that closes the one at start."""
    depth = 0
    for index in range(start, len(code)):
        if code[index] == "{":
            depth += 1
        elif code[index] == "}":
            depth -= 1
            if depth == 0:
                return index + 1
    return len(code)


def parameter_count(head):
    """Of the parameter list in a function's head: the first parenthesis that is no attribute or operator()."""
    head = re.sub(r"operator\s*\(\s*\)", "operator", head)
    start = head.find("(")
    depth, angle, count, content = 0, 0, 1, ""
    for character in head[start:]:
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth == 0:
                break
        elif depth == 1 and character == "<":
            angle += 1
        elif depth == 1 and character == ">":
            angle = max(0, angle - 1)
        elif depth == 1 and angle == 0 and character == ",":
            count += 1
        if depth >= 1:
            content += character
    return count if content.strip("( \n") not in ("", "void") else 0


def is_member_initialiser(statement):
    """The brace that follows begins a member's value: `X::X() : m_a(1), m_b{`."""
    outside = re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "()", statement))
    return bool(re.search(r"\)\s*(?:noexcept\s*)?:[^:]", statement)) and bool(re.search(r"[\w>]\s*$", statement)) \
        and not re.search(r"\b(?:const|override|final|noexcept|mutable|try)\s*$", statement) and ":" in outside


def functions(text):
    """(line, name, lines of the body, parameters) of each function that is defined at class or file level."""
    code = without_comments(text, keep_strings=False)
    code = re.sub(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", lambda m: re.sub(r"[^\n]", " ", m.group()), code, flags=re.M)
    found, begin, index = [], 0, 0
    while index < len(code):
        character = code[index]
        if character in ";}":
            begin = index + 1
        elif character == "{":
            statement = re.sub(r"^\s*(?:(?:public|private|protected|signals|Q_SIGNALS|(?:public|private|protected)\s+slots)\s*:\s*)+", "",
                               code[begin:index])
            statement = re.sub(r"^\s*(?:[A-Z_][A-Z0-9_]+\s*\([^()]*\)\s*(?=[\w\[]))+", "", statement)
            head = re.sub(r"\b(?:template\s*<[^;{]*?>\s*(?=\w))", "", statement)
            if CONTAINER.search(head) and "(" not in re.sub(r"\[\[.*?\]\]|alignas\s*\([^)]*\)", "", head):
                begin = index + 1
            elif is_member_initialiser(statement):
                index = matching(code, index)
                continue
            elif re.search(r"\)[^=]*$", statement) and not re.search(r"=\s*$", statement):
                end = matching(code, index)
                name = re.search(r"([\w:~]+(?:\s*operator\s*\S+)?)\s*\(", statement)
                found.append((code.count("\n", 0, index) + 1, name.group(1) if name else "?",
                              code.count("\n", index, end), parameter_count(statement)))
                index, begin = end, end
                continue
            else:
                index = matching(code, index)
                continue
        index += 1
    return found


def check(tree):
    problems = []
    for name in tree.under():
        text = tree.text(name)
        lines = text.count("\n")
        if lines > file_limit(name):
            problems.append(f"{name}: {lines} lines, at most {file_limit(name)}")
        for line, function, length, parameters in functions(text):
            if length > FUNCTION_LINES:
                problems.append(f"{name}:{line}: {function}() has {length} lines, at most {FUNCTION_LINES}")
            if parameters > PARAMETERS:
                problems.append(f"{name}:{line}: {function}() has {parameters} parameters, at most {PARAMETERS}")
    return problems


def _function(lines, head="int f(int a)"):
    return head + "\n{\n" + "    a();\n" * (lines - 1) + "}\n"


GOOD = {
    "sync/a.cpp": "namespace n {\n" + _function(60) + _function(60, "X::X(int a)\n    : m_a{a}\n    , m_b(1)")
                  + _function(60, "template<typename T, typename U, int A, int B, int C, int D>\nT f(std::map<int, T> a)")
                  + "}\n" + 'const int t[] = {\n' + "1,\n" * 100 + "};\n",
    "sync/b.cpp": "Q_DECLARE_METATYPE(A)\nclass B final : public QObject {\n    Q_OBJECT\n" + _function(50) + _function(50) + "};\n",
    "sync/a.h": "class A {\npublic:\n    int f() const { return 1; }\n" + "    int a;\n" * 190 + "};\n",
    "tests/t.cpp": "\n" * 900,
}
BAD = [
    {"sync/a.cpp": _function(61)},
    {"sync/a.cpp": "namespace n {\nnamespace {\n" + _function(61) + "}\n}\n"},
    {"sync/a.cpp": "class A final : public B {\npublic:\n" + _function(61, "void f() const override") + "};\n"},
    {"sync/a.cpp": _function(61, "X::X(int a)\n    : m_a{a}\n    , m_b{std::move(b)}")},
    {"sync/a.cpp": _function(61, "auto f() -> int")},
    {"sync/a.cpp": 'const char* kBrace = "{";\n' + _function(61)},
    {"sync/a.cpp": "// {\n" + _function(61)},
    {"sync/a.cpp": "#define X {\n" + _function(61)},
    {"tests/t.cpp": _function(61)},
    {"tests/t.cpp": "Q_DECLARE_METATYPE(A)\n" + _function(61)},
    {"tests/t.cpp": "Q_DECLARE_METATYPE(A)\nclass B {\n    Q_OBJECT\n" + _function(61) + "};\n"},
    {"sync/a.cpp": "void f(int a, int b, int c, std::map<int, int> d, int e, int g) { a(); }\n"},
    {"sync/a.cpp": "\n" * 601},
    {"sync/a.h": "\n" * 201},
    {"tests/t.cpp": "\n" * 901},
]
