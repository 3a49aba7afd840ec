# RUN: %python %s %tasks %plain-tasks %console
# REQUIRES: checked, console
"""`corolint-console --once` prints what a program does, for scripts; mistakes are a line and a code."""

import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "Inputs"))
from looked_at import Program, arguments, expect, folder, functions, settled

tasks, plain, console = arguments()


def run(*words):
    ended = subprocess.run([console, *map(str, words)], capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    return ended.returncode, ended.stdout, ended.stderr


def mistake(code, text, *words):
    ended = run(*words)
    expect(f"{words}", ended == (code, "", f"corolint-console: error: {text}\n"), ended)


with folder() as home:
    path = f"{home}/socket"
    with Program(tasks, COROLINT_CONSOLE=path) as program:
        settled(path)
        for target in (path, program.process.pid):
            code, out, err = run("--once", target)
            expect("it ends well", (code, err) == (0, ""), err)
            expect("it prints a table", "6 tasks, 2 workers, 1 warning\n" in out and "a message of a channel" in out, out)
            expect("and the warnings", "[coro-blocking-call]" in out, out)
        code, out, err = run("--once", "--json", path)
        expect("it prints JSON", code == 0 and "tick" in functions(json.loads(out)), out)
        mistake(2, "this is no terminal; use --once", path)
    mistake(3, f"no program at '{path}': the program that listened there has ended", "--once", path)

    with Program(plain) as program:
        mistake(3, f"process {program.process.pid} listens at no socket; start it with COROLINT_CONSOLE=PATH", "--once", program.process.pid)
    mistake(3, f"no program at '{home}/none': No such file or directory", "--once", f"{home}/none")

mistake(2, "no program is named; expected its PATH or PID, see --help")
mistake(2, "unknown option '--twice'; see --help", "--twice", "x")
mistake(2, "'y' is one more program; expected one PATH or PID", "x", "y")
mistake(2, "--json needs --once", "--json", "x")
mistake(2, "--interval is '0', expected milliseconds from 1 to 3600000", "--interval=0", "x")
expect("--help explains", run("--help")[0] == 0 and "usage: corolint-console" in run("--help")[1], run("--help"))
