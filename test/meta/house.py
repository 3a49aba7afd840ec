"""What the house rules share: where things are, and how to complain."""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
COROLINT = os.environ.get("COROLINT", str(ROOT / "build/dev/bin/corolint"))
INPUTS = ROOT / "test/rules/Inputs"

CATALOG_LINE = re.compile(r'^COROLINT_RULE\((\w+), "(coro-[a-z-]+)"\)$', re.MULTILINE)


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def relative(path):
    return pathlib.Path(path).relative_to(ROOT).as_posix()


def rules():
    """{check: variable} of the catalog."""
    return {name: variable for variable, name in CATALOG_LINE.findall(read("checks/rules/catalog.def"))}


def family(variable):
    """The folder of the rule, '?' if it has none or several."""
    homes = list((ROOT / "checks/rules").glob(f"*/{variable}.cpp"))
    return homes[0].parent.name if len(homes) == 1 else "?"


def cases(check):
    """The lit tests of a check."""
    folder = ROOT / "test/rules" / family(rules()[check]) / check.removeprefix("coro-")
    return sorted(folder.glob("*.cpp"))


def sources(*folders):
    """Every C++ file of the product, or of these folders of it."""
    return [
        path
        for folder in folders or ("checks", "driver", "lsp", "clangd", "runtime")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".h", ".hpp", ".cpp", ".def")
    ]


def finish(problems, looked_at):
    """Ends the test. Looking at nothing is a failure: the rule has lost its object."""
    if not looked_at:
        problems = [*problems, "found nothing to look at"]
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)
