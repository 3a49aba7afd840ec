# RUN: %python %s
"""The files of the repository that the pages name in code and commands are there."""

import re

from house import ROOT, finish, relative

BLOCK = re.compile(r"^```(\w*).*?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
FOLDERS = "bench|checks|docs|driver|integrations|packaging|runtime|scripts|test|tools"
FILE = re.compile(rf"(?<![\w./*~-])(?:\./)?((?:{FOLDERS})/[\w./+-]*[\w/])(?![\w*<{{])")


def named(text):
    """What a page names in lines of shell and within its sentences."""
    for language, block in BLOCK.findall(text):
        if language == "sh":
            yield from FILE.findall(block)
    for code in INLINE.findall(BLOCK.sub("", text)):
        yield from FILE.findall(code)


# The studies name files of the projects they are about.
pages = {ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")} - {ROOT / "docs/internals/precision.md"}
problems, looked_at = [], 0
for page in sorted(pages):
    for name in named(page.read_text(encoding="utf-8")):
        looked_at += 1
        # `test/runtime/FactsTable` is all that begins so.
        if not any(ROOT.glob(name.rstrip("/") + "*")):
            problems.append(f"{relative(page)}: there is no {name}")
finish(problems, looked_at)
