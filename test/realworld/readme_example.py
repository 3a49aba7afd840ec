"""The finding at the top of README.md is what is printed for the sample."""

import os
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(os.environ["COROLINT_SOURCE"])
readme = (root / "README.md").read_text(encoding="utf-8")
shown = re.search(r"^```\n(.*?)^```$", readme, re.M | re.S)[1]
source = re.match(r"[^:]+", shown)[0]
flags = ["-std=c++20", "-Idocs/sample/lib", "-Idocs/sample/service"]
command = [os.environ["COROLINT"], source, "--", *flags]
printed = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False).stdout
if shown not in printed:
    sys.exit(f"README.md shows\n{shown}\nbut printed is\n{printed}")
