"""An example that runs while a test talks to it. Nothing here waits for ever."""

import pathlib
import signal
import socket
import subprocess
import sys
import threading

SECONDS = 60  # for whatever should happen at once; machines are busy


class Program:
    """Server examples print the port that they listen at as their first line."""

    def __init__(self, name, *arguments):
        path = pathlib.Path(sys.argv[1]) / name
        self.process = subprocess.Popen([path, *arguments], stdout=subprocess.PIPE, text=True)
        self.limit = threading.Timer(2 * SECONDS, self.process.kill)
        self.limit.start()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.limit.cancel()
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def read_port(self):
        self.port = int(self.process.stdout.readline())
        return self.port

    def connect(self):
        return Connection(socket.create_connection(("127.0.0.1", self.port), timeout=SECONDS))

    def terminate(self):
        self.process.send_signal(signal.SIGTERM)

    def end(self):
        """What it still prints, and its exit code."""
        return self.process.stdout.read(), self.process.wait()


class Connection:
    def __init__(self, connected):
        self.socket = connected
        self.lines = connected.makefile("r", encoding="utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.lines.close()
        self.socket.close()

    def say(self, text):
        self.socket.sendall(text.encode())

    def hear(self):
        """The next line, empty at the end."""
        return self.lines.readline()


def expect(seen, wanted):
    if seen != wanted:
        sys.exit(f"expected {wanted!r}, saw {seen!r}")
