"""Loads the plugin into each clang-tidy of another major version."""

import glob
import os
import re
import subprocess

own = os.environ["COROLINT_LLVM_MAJOR"]
for tidy in sorted(glob.glob("/usr/bin/clang-tidy-[0-9]*")):
    major = re.search(r"(\d+)$", tidy)[1]
    if major == own:
        continue
    command = [tidy, "-load", os.environ["COROLINT_PLUGIN"], "--checks=-*,coro-*,misc-*", os.devnull, "--", "-xc++"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode == 78:
        print(f"exit 78: {result.stderr.strip()}")
    else:
        print(f"not refused by {tidy}, exit {result.returncode}: {result.stderr}")
