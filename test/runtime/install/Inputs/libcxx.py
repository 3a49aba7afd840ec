"""usage: libcxx.py COMPILER ROOT FOLDER: builds the runtime with libc++ there."""

import pathlib
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

compiler, root, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
runtime = root / "runtime"
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
command = [compiler, "-std=c++20", "-stdlib=libc++", "-Wall", "-Wextra", "-Werror"]
command += [f"-I{runtime}/include", f"-I{runtime}/src"]


def compile_to(source, output):
    subprocess.run(["ccache", *command, "-c", source, "-o", output], check=True)
    return output


headers = sorted([*runtime.glob("include/corolint/*.hpp"), *runtime.glob("include/corolint/rt/*.hpp")])
sources = sorted(runtime.glob("src/*.cpp"))
assert headers and sources
everything = folder / "headers.cpp"
includes = [f'#include "{header.relative_to(runtime / "include")}"\n' for header in headers]
everything.write_text("".join(includes), encoding="utf-8")
compile_to(everything, folder / "headers.o")
with ThreadPoolExecutor(2) as pool:
    objects = list(pool.map(lambda source: compile_to(source, folder / f"{source.stem}.o"), sources))
main = compile_to(root / "test/runtime/install/Inputs/consumer.cpp", folder / "consumer.o")
program = folder / "consumer"
subprocess.run([*command, main, *objects, "-pthread", "-o", program], check=True)
printed = subprocess.run([program], check=True, capture_output=True, text=True).stdout
assert printed == "2 and 3 are 5\n", printed
