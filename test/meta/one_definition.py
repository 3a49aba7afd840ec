# RUN: %python %s
"""No two classes of the linter have the same name.

All layers are linked into one program. Two classes of one name, each in its own
file, link without a word, and the constructor of one is used for the other.
"""

import re

from house import finish, relative, sources

OPEN = re.compile(r"^(?:inline )?namespace ?([\w:]*) ?\{")
CLOSE = re.compile(r"^\} // (?:end )?(?:anonymous )?namespace")
CLASS = re.compile(r"^(?:class|struct|union|enum(?: class)?)(?: \[\[\w+\]\])? (\w+)\b(?!::)[^;]*$")


def classes(path):
    """The names of the classes that `path` defines and others may see."""
    scope = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if opened := OPEN.match(line):
            scope.append(opened[1])
        elif CLOSE.match(line):
            scope.pop()
        elif "" not in scope and (found := CLASS.match(line)):
            yield "::".join([*scope, found[1]]), number


problems, seen = [], {}
for path in sources("checks", "driver", "lsp", "clangd"):
    for name, line in classes(path):
        place = f"{relative(path)}:{line}"
        if name in seen:
            problems.append(f"{place}: {name} is defined at {seen[name]}, too; put one of them into a namespace without a name")
        seen.setdefault(name, place)
finish(problems, seen)
