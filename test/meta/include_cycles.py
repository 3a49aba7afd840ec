# RUN: %python %s
"""No file includes itself, not even over a detour."""

import pathlib
import re

from house import ROOT, finish, relative, sources

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)

graph = {}
for path in sources():
    graph[path] = []
    for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
        for base in (ROOT / "checks", ROOT / "runtime/include", path.parent):
            if (base / name).is_file():
                graph[path].append(pathlib.Path(base / name))
                break

problems, done = [], set()


def visit(path, trail):
    if path in trail:
        circle = [*trail[trail.index(path) :], path]
        problems.append(" -> ".join(relative(step) for step in circle))
    elif path not in done:
        for included in graph.get(path, []):
            visit(included, [*trail, path])
        done.add(path)


for path in graph:
    visit(path, [])
finish(problems, sum(map(len, graph.values())))
