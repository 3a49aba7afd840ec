# RUN: %python %s %tasks
# REQUIRES: checked
"""Where a socket cannot be, the program says so in a line and goes on; one that is left over is replaced."""

import pathlib
import socket
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "Inputs"))
from looked_at import Client, Program, arguments, expect, folder

(tasks,) = arguments()


def said(path):
    """The lines of the program about its console."""
    with Program(tasks, COROLINT_CONSOLE=str(path)) as program:
        program.end()
        return [line for line in program.said().splitlines() if line.startswith("corolint::rt: error:")]


def complaint(path, why):
    return [f"corolint::rt: error: the console cannot listen at '{path}': {why}"]


with folder() as name:
    home = pathlib.Path(name)

    path = home / ("x" * 120)
    expect("a long path", said(path) == complaint(path, "the path of a socket has at most 107 bytes"), said(path))
    path = home / "nowhere/socket"
    expect("a folder that is not there", said(path) == complaint(path, "No such file or directory"), said(path))
    path = home / "file"
    path.write_text("mine")
    expect("a file", said(path) == complaint(path, "there is a file that is no socket"), said(path))
    expect("is left alone", path.read_text() == "mine", path.read_text())

    path = home / "socket"
    with Program(tasks, COROLINT_CONSOLE=str(path)):
        expect("one in use", said(path) == complaint(path, "another program listens there"), said(path))
        expect("stays in use", "tasks" in Client(path).ask(), "")
    # It was killed, and has left its socket.
    expect("it is there", path.is_socket(), path)
    with Program(tasks, COROLINT_CONSOLE=str(path)) as program:
        expect("a socket that is left over is replaced", "tasks" in Client(path).ask(), program.said())
        # Somebody else takes the place.
        path.unlink()
        other = socket.socket(socket.AF_UNIX)
        other.bind(str(path))
        program.end()
        expect("the socket of another is left alone", path.is_socket(), path)
