"""Loads the plugin into each clang-tidy of another major version."""

import glob
import os
import re
import subprocess

own = os.environ["COROLINT_LLVM_MAJOR"]
tried = 0
for tidy in sorted(glob.glob("/usr/bin/clang-tidy-[0-9]*")):
    major = re.search(r"(\d+)$", tidy)[1]
    if major == own:
        continue
    command = [tidy, "-load", os.environ["COROLINT_PLUGIN"], "--checks=-*,coro-*", os.devnull, "--", "-xc++"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    print(f"exit {result.returncode}\n{result.stderr.strip()}\n{result.stdout}", end="")
    tried += 1
print(f"other versions tried: {tried}")
