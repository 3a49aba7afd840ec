"""A client of a language server, for tests: no editor, but all that one says.

    with Client(["corolint-clangd-19"], folder) as client:
        document = client.open("a.cpp", text)
        for finding in document.findings(): ...
        document.apply(document.actions(finding)[0])
        document.findings()

A server that is silent for LIMIT seconds, or ends too early, fails the test.
"""

import itertools
import json
import os
import pathlib
import queue
import subprocess
import sys
import threading
import time

LIMIT = 180
CAPABILITIES = {
    "textDocument": {
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True},
    }
}


def merged(one, other):
    """Of two nested dictionaries, the second on top."""
    both = dict(one)
    for key, value in other.items():
        both[key] = merged(one[key], value) if isinstance(value, dict) and isinstance(one.get(key), dict) else value
    return both


class Client:
    """Starts a server and greets it; ends it at the end of the block."""

    def __init__(self, command, folder, capabilities=None, environment=None, flags=None):
        self.folder = pathlib.Path(folder).resolve()
        self.folder.mkdir(parents=True, exist_ok=True)
        if flags:
            (self.folder / "compile_flags.txt").write_text("\n".join(flags), encoding="utf-8")
        self.log = (self.folder / "server.log").open("w+", encoding="utf-8", errors="replace")
        self.process = subprocess.Popen(
            command, cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log,
            env={**os.environ, "XDG_CONFIG_HOME": str(self.folder), **(environment or {})})  # fmt: skip
        self.came = queue.Queue()
        self.numbers = itertools.count(1)
        self.published = {}  # by URI: all that came, the last one last
        self.answers = {}
        self.asked = []  # requests of the server
        self.settle = 0.0  # how long another publication for the same version may take
        threading.Thread(target=self.read, daemon=True).start()
        self.greeting = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": self.folder.as_uri(),
                "capabilities": merged(CAPABILITIES, capabilities or {}),
            },
        )
        self.notify("initialized", {})

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind:
            self.process.kill()
            return
        self.shut_down()

    def shut_down(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        code = self.process.wait(LIMIT)
        if code:
            sys.exit(f"the server ended with exit code {code}\n{self.said()}")

    def said(self):
        """What the server wrote to standard error."""
        self.log.seek(0)
        return self.log.read()

    # Messages.

    def read(self):
        out = self.process.stdout
        while True:
            size = None
            while (line := out.readline().strip()) or size is None:
                if not line and not out.peek(1):
                    self.came.put(None)
                    return
                name, _, value = line.partition(b":")
                if name == b"Content-Length":
                    size = int(value)
            self.came.put(json.loads(out.read(size)))

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def ask(self, method, params, number=None):
        """The id of a request whose answer is not waited for."""
        number = next(self.numbers) if number is None else number
        self.send({"id": number, "method": method, "params": params})
        return number

    def request(self, method, params):
        return self.answer(self.ask(method, params))

    def answer(self, number):
        """What the server answers to the request of that id."""
        self.until(lambda: number in self.answers, f"an answer to request {number}")
        answer = self.answers.pop(number)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["result"]

    def until(self, ready, what):
        """Takes what comes until it is enough."""
        end = time.monotonic() + LIMIT
        while not ready():
            try:
                self.take(self.came.get(timeout=max(0.0, end - time.monotonic())))
            except queue.Empty:
                self.process.kill()
                sys.exit(f"waited {LIMIT} s for {what}\n{self.said()}")

    def take_all(self, seconds):
        """Takes what comes within that time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                self.take(self.came.get(timeout=left))
            except queue.Empty:
                return

    def take(self, message):
        if message is None:
            sys.exit(f"the server has ended\n{self.said()}")
        if "method" not in message:
            if message["id"] in self.answers:
                sys.exit(f"answered twice: {message}")
            self.answers[message["id"]] = message
        elif message["method"] == "textDocument/publishDiagnostics":
            params = message["params"]
            self.published.setdefault(params["uri"], []).append(params)
        elif "id" in message:
            self.asked.append(message)
            self.send({"id": message["id"], "result": None})

    def open(self, name, text, write=True):
        """Opens a document; its text is also written to the disk unless told otherwise."""
        return Document(self, self.folder / name, text, write)


class Document:
    def __init__(self, client, path, text, write):
        self.client, self.path, self.text, self.version = client, path, text, 1
        self.uri = path.as_uri()
        path.parent.mkdir(parents=True, exist_ok=True)
        if write:
            path.write_text(text, encoding="utf-8")
        client.notify("textDocument/didOpen", {
            "textDocument": {"uri": self.uri, "languageId": "cpp", "version": 1, "text": text}})  # fmt: skip

    def id(self):
        return {"uri": self.uri}

    def change(self, text):
        """Sends all of the new text."""
        self.changes([{"text": text}], text)

    def changes(self, edits, text):
        """Sends contentChanges, after which the text is `text`."""
        self.version += 1
        self.text = text
        self.client.notify("textDocument/didChange", {
            "textDocument": {"uri": self.uri, "version": self.version}, "contentChanges": edits})  # fmt: skip

    def close(self):
        self.client.notify("textDocument/didClose", {"textDocument": self.id()})

    def diagnostics(self):
        """All diagnostics of the text as it is now."""

        def current():
            return any(each.get("version") == self.version for each in self.client.published.get(self.uri, []))

        self.client.until(current, f"diagnostics of version {self.version} of {self.path.name}")
        # A newer publication for the same version counts, as in an editor.
        self.client.take_all(self.client.settle)
        return self.client.published[self.uri][-1]["diagnostics"]

    def findings(self):
        """Those of our checks."""
        return [each for each in self.diagnostics() if str(each.get("code", "")).startswith("coro-")]

    def actions(self, finding, only=None):
        """The code actions that are offered for a diagnostic."""
        context = {"diagnostics": [finding], **({"only": only} if only else {})}
        return self.client.request("textDocument/codeAction", {
            "textDocument": self.id(), "range": finding["range"], "context": context})  # fmt: skip

    def apply(self, action):
        """Does what a code action says and tells the server."""
        edits = action["edit"]["changes"][self.uri]
        text = self.text
        for edit in sorted(edits, key=lambda each: offset(text, each["range"]["start"]), reverse=True):
            text = replaced(text, edit["range"], edit["newText"])
        self.change(text)


def offset(text, position):
    """Where a position of the protocol, in UTF-16, is in a text."""
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: position["line"]])
    units, count = 0, 0
    for letter in lines[position["line"]]:
        if units >= position["character"]:
            break
        units += 2 if ord(letter) > 0xFFFF else 1
        count += 1
    return before + count


def replaced(text, where, new):
    return text[: offset(text, where["start"])] + new + text[offset(text, where["end"]) :]


def check(truth, what, *seen):
    """Fails the test, and shows what was seen instead."""
    if not truth:
        sys.exit("\n".join([f"not so: {what}", *(each if isinstance(each, str) else json.dumps(each, indent=2) for each in seen)]))
