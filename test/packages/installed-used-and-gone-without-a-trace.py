# REQUIRES: clean-root
# RUN: %python %s %t %root
"""All packages at once in a clean root: each works, and what is purged leaves nothing."""

import re
import sys

from clean_root import CleanRoot
from lsp import check

folder, source = sys.argv[1:]
CHECKS = "--checks='-*,coro-*'"
APT = "apt-get install --yes --no-install-recommends"


def others(root):
    """The packages of Debian that apt takes ours to need."""
    said = root.run(f"{APT} --simulate /tmp/packages/*.deb")
    needed = re.findall(r"^Inst (\S+)", said, re.MULTILINE)
    return [name for name in needed if "corolint" not in name]


def use_the_linter(root):
    check("corolint 0." in root.run("corolint --version"), "the command line runs")
    root.run("corolint selftest")
    root.run("cp -r /usr/share/doc/corolint/examples/sample . && cmake -S sample -B sample/build")
    said = root.run("corolint -p sample/build", ends_with=1)
    check("[coro-discarded-task]" in said and "findings in 9 files" in said, "the sample has its findings", said)
    root.run("test -s /usr/share/man/man1/corolint.1.gz")


def use_the_plugin(root, major):
    root.run(f"corolint selftest -- clang-tidy-{major} -load /usr/lib/llvm-{major}/lib/libcorolint-tidy.so {CHECKS}")
    root.run(f"corolint selftest -- clang-tidy-corolint-{major} {CHECKS}")


def use_clangd(root, major):
    # Without an editor it tells errors only.
    root.run("echo \"WarningsAsErrors: 'coro-*'\" >sample/.clang-tidy")
    said = root.run(f"corolint-clangd-{major} --check=sample/service/handler.cpp 2>&1 || true")
    check("coro-discarded-task" in said, f"clangd {major} finds the dropped task", said)
    check("not found" not in said, f"clangd {major} finds the headers", said)


def choose_a_clangd(root):
    """The name without a number is of the newest that is there."""
    check("version 22" in root.run("corolint-clangd --version"), "clangd 22 is there")
    root.run("apt-get purge --yes corolint-clangd-22")
    check("version 19" in root.run("corolint-clangd --version"), "clangd 19 is left")
    check("corolint-lsp" in root.run("corolint-lsp --version"), "so is corolint-lsp")


def use_the_runtime(root):
    root.bring(f"{source}/test/runtime/install/Inputs", "tmp/home/program")
    root.run("cmake -S program/found -B program/build && cmake --build program/build")
    said = root.run("program/build/consumer")
    check(said == "2 and 3 are 5\n", "a program with the runtime runs", said)
    said = root.run("corolint demonstrate coro-blocking-call")
    check("check and run agree" in said, "check and run agree on the examples of a page", said)


with CleanRoot(folder) as root:
    root.run(f"{APT} {' '.join(others(root))}")
    before = root.files()
    root.run(f"{APT} /tmp/packages/*.deb")
    use_the_linter(root)
    for major in (16, 19, 22):
        use_the_plugin(root, major)
    for major in (19, 22):
        use_clangd(root, major)
    use_the_runtime(root)
    choose_a_clangd(root)
    root.run("apt-get purge --yes 'corolint*' 'libcorolint*'")
    after = root.files()
    left = sorted(after.items() - before.items())
    lost = sorted(before.items() - after.items())
    check(not left and not lost, "everything is as it was", left, lost)
    said = root.run("dpkg-query --show '*corolint*' 2>&1; ls /var/lib/dpkg/alternatives | grep corolint; true")
    check("no packages found" in said and said.count("\n") == 1, "dpkg has forgotten them", said)
print("installed, used, purged;", len(before), "files and folders are as before")
