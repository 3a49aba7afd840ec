"""What the tests of the console share: a program to look at, and complaints."""

import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

PATIENCE = 60  # seconds until something is taken to never happen


def until(what, happens):
    """Waits until `happens()` gives something, and returns that."""
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        if found := happens():
            return found
        time.sleep(0.02)
    sys.exit(f"{what}: not within {PATIENCE} seconds")


def expect(what, holds, seen=""):
    if not holds:
        sys.exit(f"{what}, but: {seen}")


def folder():
    """For sockets, whose paths are short."""
    return tempfile.TemporaryDirectory(prefix="corolint-")


class Program:
    """Runs until it is ended; ready when this is made."""

    def __init__(self, path, **environment):
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True,
                                        env={**os.environ, **environment})  # fmt: skip
        expect("the program says that it is ready", self.process.stdout.readline() == "ready\n", self.said())

    def said(self):
        self.errors.seek(0)
        return self.errors.read()

    def end(self):
        self.process.stdin.close()
        expect("the program ends well", self.process.wait(PATIENCE) == 0, self.said())

    def __enter__(self):
        return self

    def __exit__(self, *failed):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Client:
    """One connection to a program."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(str(path))
        self.answers = self.socket.makefile("r", encoding="utf-8")

    def send(self, text):
        self.socket.sendall(text.encode())

    def answer(self):
        return json.loads(self.answers.readline())

    def ask(self, request="dump"):
        self.send(request + "\n")
        return self.answer()


def functions(dump):
    return sorted((each["function"] or {}).get("function", "") for each in dump["tasks"])


def settled(path):
    """A dump in which all tasks of tasks.cpp have come to where they wait."""

    def look():
        dump = Client(path).ask()
        waits = [each for each in dump["tasks"] if each["waits_for"]]
        return dump if {"serve", "update", "hold"} <= set(functions({"tasks": waits})) else None

    return until("all tasks wait", look)


def arguments():
    return [pathlib.Path(each) for each in sys.argv[1:]]
