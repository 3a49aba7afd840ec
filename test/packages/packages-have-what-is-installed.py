# RUN: %python %s %t %packages %build
"""A package has the files that `cmake --install` puts below its prefix, and what Debian wants of each."""

import pathlib
import subprocess
import sys

from lsp import check

folder, packages, build = map(pathlib.Path, sys.argv[1:])
MAJOR = 19
COMPONENTS = {"cli": "corolint", "tidy": f"corolint-tidy-{MAJOR}", "clangd": f"corolint-clangd-{MAJOR}"}
EVERY = {
    "corolint", "libcorolint-runtime-dev", *(f"corolint-tidy-{major}" for major in (16, 19, 22)),
    *(f"corolint-clangd-{major}" for major in (19, 22))}  # fmt: skip


def run(*words):
    return subprocess.run(list(map(str, words)), check=True, capture_output=True, text=True).stdout


def files(place):
    """What is below a folder, but no folders; pages by the name that they have before they are compressed."""
    found = (path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_symlink() or not path.is_dir())
    return {name.removesuffix(".gz") for name in found}


made = {run("dpkg-deb", "--field", path, "Package").strip(): path for path in packages.glob("*.deb")}
check(set(made) == EVERY, "each package is made", sorted(made))
run("rm", "-rf", folder)
folder.mkdir(parents=True)
for component, name in COMPONENTS.items():
    run("dpkg-deb", "--extract", made[name], folder / name)
    run("cmake", "--install", build, "--prefix", folder / component, "--component", component)
    installed = {each.replace("zsh/site-functions", "zsh/vendor-completions") for each in files(folder / component)}
    added = files(folder / name / "usr") - installed
    documentation = f"share/doc/{name}"
    check(added == {f"{documentation}/copyright", f"{documentation}/changelog"}, f"{name} adds what Debian wants", sorted(added))
    check(not installed - files(folder / name / "usr"), f"{name} lacks nothing", sorted(installed - files(folder / name / "usr")))
