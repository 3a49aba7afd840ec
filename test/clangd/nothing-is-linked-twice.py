# RUN: %python %s %clangd
"""No object of libclang-cpp.so or libLLVM.so is also in the program: half of the code would then use one, half the other."""

import re
import subprocess
import sys

from lsp import check


def strong(*words):
    lines = subprocess.run(["llvm-nm", "--defined-only", *words], capture_output=True, text=True, check=True).stdout
    # A copy relocation is made for data of a library: there is one then, here.
    return {line.split()[2] for line in lines.splitlines() if re.match(r"^[0-9a-f]+ [TDBR] ", line)}


program = sys.argv[1]
libraries = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
shared = re.findall(r"=> (\S*lib(?:clang-cpp|LLVM)\S*)", libraries)
check(len(shared) == 2, "the program uses two libraries of LLVM", libraries)
own = strong(program)
check(len(own) > 1000, "the program has symbols")
for library in shared:
    twice = {name for name in own & strong("--dynamic", library) if "clang" in name or "llvm" in name}
    check(not twice, f"the program and {library} have nothing in common", *sorted(twice))
