# RUN: %python %s
"""The table 'Layers' of docs/internals/design.md, held against every #include.

What a layer may include, it may include with all that lies below: the build
puts exactly those folders on its include path.
"""

import re

from house import ROOT, finish, read, relative, sources

HOSTS = ("driver", "lsp", "clangd")
ROW = re.compile(r"^\| `(?:checks/)?(\w+)` \|[^|]*\| ([^|]+) \|$", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.MULTILINE)

table = {layer: [word.strip() for word in cell.split(",")] for layer, cell in ROW.findall(read("docs/internals/design.md"))}
problems = []


def below(layer, path=()):
    """All that a layer may include, directly or through others."""
    if layer in path:
        problems.append(f"design.md: {' -> '.join([*path, layer])} is a circle")
        return set()
    reached = set()
    for word in table.get(layer, []):
        reached |= {word} | below(word, (*path, layer))
    return reached


def allowed(layer):
    words = below(layer) | {layer}
    prefixes = {word + "/" for word in words if word in table or word == "clang-tidy"}
    if words & {"LLVM", "Clang"}:
        prefixes |= {"llvm/", "clang/"}
    if "libcurl" in words:
        prefixes.add("curl/")
    if "LLVM Support" in words:
        prefixes |= {"llvm/Support/", "llvm/ADT/", "llvm/Config/"}
    return prefixes


folders = {path.name for path in (ROOT / "checks").iterdir() if path.is_dir()} | {*HOSTS}
for layer in sorted(folders ^ set(table)):
    problems.append(f"'{layer}' is a folder or a row of the table in design.md, but not both")

includes = 0
for path in sources("checks", *HOSTS):
    parts = path.relative_to(ROOT).parts
    layer = parts[0] if parts[0] in HOSTS else parts[1]
    prefixes = allowed(layer)
    for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
        # Without a folder: the standard library, or a file of the same folder.
        if "/" not in name:
            continue
        includes += 1
        if not name.startswith(tuple(prefixes)) and not name.startswith(("sys/", "bits/")):
            problems.append(f"{relative(path)}: {layer} may not include {name}")

finish(problems, includes)
