# RUN: %python %s
"""Catalog, rules, pages, tests and both tables name the same checks."""

import re

from house import ROOT, cases, family, finish, read, rules

LINK = re.compile(r"^\| \[(coro-[a-z-]+)\]\(([^)]+)\) \|", re.MULTILINE)


def table(page):
    """The checks of a generated table; their links must lead somewhere."""
    links = LINK.findall(read(page)) if (ROOT / page).exists() else []
    for _, target in links:
        if not ((ROOT / page).parent / target).exists():
            problems.append(f"{page}: the link to {target} leads nowhere")
    return {name for name, _ in links}


problems = []
catalog = rules()
places = {
    "docs/checks/*.md": {path.stem for path in (ROOT / "docs/checks").glob("*.md")},
    "docs/checks.md": table("docs/checks.md"),
    "README.md": table("README.md"),
    "test/rules/*/*/": {f"coro-{path.name}" for path in (ROOT / "test/rules").glob("*/*/") if path.parent.name != "Inputs"},
}
for place, names in places.items():
    for name in sorted(catalog.keys() - names):
        problems.append(f"{place}: nothing for {name}, which is in catalog.def")
    for name in sorted(names - catalog.keys()):
        problems.append(f"{place}: {name} is not in catalog.def")
for name, variable in catalog.items():
    if family(variable) == "?":
        problems.append(f"checks/rules/*/{variable}.cpp: there must be one, for {name}")
    elif not cases(name):
        problems.append(f"test/rules/{family(variable)}/{name.removeprefix('coro-')}/: no tests of {name}")
finish(problems, catalog)
