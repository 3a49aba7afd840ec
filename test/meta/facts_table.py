# RUN: %python %s
"""Each annotation in a header of the runtime has its row in test/runtime/FactsTable, which proves it, and no row is about anything else.

What is annotated is asked of the compiler. An entity is named as in `mutex::lock`, without the namespace; a parameter as in
`spawn(work)`. What is overloaded has one row, so the overloads of a name have to agree.
"""

import re
import subprocess
import sys
from collections import defaultdict

from house import ROOT, finish, relative

INCLUDE = ROOT / "runtime/include"
TABLE = ROOT / "test/runtime/FactsTable"

ROW = re.compile(r'^FACT\((\w+),\s*"([^"]+)"\)', re.MULTILINE)
LINE = re.compile(
    r"^(?P<indent>(?:[|`]-|[| ] )*)(?P<kind>\w+) (?P<id>0x\w+) "
    r"(?:parent (?P<parent>0x\w+) )?(?:prev 0x\w+ )?<(?:<invalid sloc>|[^>]*)>(?: (?:<invalid sloc>|\S*:\d+(?::\d+)?|<scratch space>\S+))? ?(?P<rest>.*)$"
)
FLAGS = r"(?:(?:implicit|used|referenced|invalid|constexpr|friend|friend_undeclared) )*"
NAMES = {
    "NamespaceDecl": re.compile(FLAGS + r"(?P<name>\w+)"),
    "RecordDecl": re.compile(FLAGS + r"(?:class|struct|union) (?P<name>\w+)"),
    "ParmVarDecl": re.compile(FLAGS + r"(?P<name>\w+) '"),
    "FunctionDecl": re.compile(FLAGS + r"(?P<name>~?\w+|operator.+?)(?:<.*?>)? '"),
}
KINDS = {
    "NamespaceDecl": "NamespaceDecl",
    "CXXRecordDecl": "RecordDecl",
    "ClassTemplateSpecializationDecl": "RecordDecl",
    "ClassTemplatePartialSpecializationDecl": "RecordDecl",
    "ParmVarDecl": "ParmVarDecl",
    "FunctionDecl": "FunctionDecl",
    "CXXMethodDecl": "FunctionDecl",
    "CXXConstructorDecl": "FunctionDecl",
    "CXXDestructorDecl": "FunctionDecl",
    "CXXConversionDecl": "FunctionDecl",
}


def syntax_tree():
    headers = sorted((INCLUDE / "corolint/rt").glob("*.hpp"))
    source = "".join(f'#include "{header.relative_to(INCLUDE)}"\n' for header in headers)
    command = ["clang++", "-std=c++20", f"-I{INCLUDE}", "-fsyntax-only", "-x", "c++", "-"]
    command += ["-Xclang", "-ast-dump", "-Xclang", "-ast-dump-filter=corolint::rt"]
    result = subprocess.run(command, input=source, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(result.stderr)
    return result.stdout


def declared(tree):
    """{(entity, its type): facts} of all that has a name."""
    facts = defaultdict(set)
    full_names = {}  # of each declaration that others may be within
    within = []  # (depth, entity, type) of what encloses the line
    for line in tree.splitlines():
        match = LINE.match(line)
        if not match:
            continue
        depth = len(match["indent"]) // 2
        while within and within[-1][0] >= depth:
            within.pop()
        kind, rest = match["kind"], match["rest"]
        if kind == "AnnotateAttr" and within and within[-1][0] == depth - 1:
            facts[within[-1][1:]] |= set(re.findall(r'"corolint::(\w+)"', rest))
        if kind not in KINDS:
            continue
        name = NAMES[KINDS[kind]].match(rest)
        if not name:
            continue
        # Defined elsewhere than it was declared, or a friend.
        outer = full_names.get(match["parent"], within[-1][1] if within else "")
        if kind == "ParmVarDecl":
            entity = f"{outer}({name['name']})"
            described = within[-1][2] if within else ""
        elif kind == "NamespaceDecl":
            # The dump begins at each namespace that matches.
            entity = {"corolint": "", "rt": ""}.get(name["name"], f"{outer}::{name['name']}".strip(":"))
            described = ""
        else:
            entity = f"{outer}::{name['name']}" if outer else name["name"]
            described = rest[name.end() :] if KINDS[kind] == "FunctionDecl" else ""
        full_names[match["id"]] = entity
        within.append((depth, entity, described))
        facts[entity, described] |= set()
    return facts


def rows():
    """(fact, entity) and where it stands."""
    for path in sorted(TABLE.glob("*.cpp")):
        text = path.read_text(encoding="utf-8")
        for match in ROW.finditer(text):
            yield match[1], match[2], f"{relative(path)}:{text.count(chr(10), 0, match.start()) + 1}"


annotated, overloads = set(), defaultdict(set)
for (entity, _), facts in declared(syntax_tree()).items():
    annotated |= {(fact, entity) for fact in facts}
    overloads[entity].add(frozenset(facts))
if "--list" in sys.argv:
    print("\n".join(f'FACT({fact}, "{entity}")' for fact, entity in sorted(annotated)))
    sys.exit()

problems, proven = [], {}
for entity, variants in overloads.items():
    if len(variants) > 1:
        problems.append(f"the overloads of {entity} differ: {' and '.join(', '.join(sorted(v)) or 'nothing' for v in variants)}")
for fact, entity, place in rows():
    if (fact, entity) in proven:
        problems.append(f"{place}: a second row for {fact} of {entity}; the first is at {proven[fact, entity]}")
    elif (fact, entity) not in annotated:
        problems.append(f"{place}: no header says {fact} of {entity}")
    proven.setdefault((fact, entity), place)
for fact, entity in sorted(annotated - proven.keys()):
    problems.append(f"no row proves {fact} of {entity}: add FACT({fact}, \"{entity}\") to {relative(TABLE)}")
finish(problems, annotated)
