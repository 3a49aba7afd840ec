"""Compares how soon an editor shows diagnostics after an edit: stock clangd, and ours, which runs our checks too.

usage: latency.py [--stock PROGRAM] [--ours PROGRAM] [--edits N] [--file NAME]

Both have the same file open (by default Boost.Asio's chat_server.cpp, of Debian's libboost1.81-doc) and take turns, so
that what else the machine does befalls both. An edit adds a coroutine that drops a task at the end of the file, the
next one takes it away. Printed are the medians of the time from the edit to the diagnostics of that version, and their
ratio; the exit code is 1 if it is above 1.05.
Needs `cmake --preset release && ninja -C build/release`.
"""

import argparse
import pathlib
import statistics
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "test/tools"))

from cost import EXAMPLES, FLAGS  # noqa: E402
from lsp import Client  # noqa: E402

LIMIT = 1.05
DROPPED = """
boost::asio::awaitable<void> measured() { co_return; }
boost::asio::awaitable<void> dropping() {
  measured();
  co_return;
}
"""


def edit(document, text):
    start = time.monotonic()
    document.change(text)
    found = document.findings()
    return time.monotonic() - start, found


def measure(options, folder):
    """The times of both, and how often ours saw what was added."""
    text = options.file.read_text(encoding="utf-8")
    times, seen = {"stock": [], "ours": []}, 0
    with Client([options.stock, "--background-index=0"], folder / "stock", flags=FLAGS) as stock:
        with Client([options.ours, "--background-index=0"], folder / "ours", flags=FLAGS) as ours:
            documents = {name: client.open("measured.cpp", text) for name, client in (("stock", stock), ("ours", ours))}
            for document in documents.values():
                document.diagnostics()
            for number in range(options.edits + 1):
                for name, document in documents.items():
                    seconds, found = edit(document, text if number % 2 else text + DROPPED)
                    # The first edit of each is a warm-up.
                    if number:
                        times[name].append(seconds)
                    seen += any("measured" in each["message"] for each in found)
    return times, seen


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--stock", default="/usr/lib/llvm-19/bin/clangd")
    parser.add_argument("--ours", default=str(ROOT / "build/release/bin/corolint-clangd-19"))
    parser.add_argument("--edits", type=int, default=15)
    parser.add_argument("--file", type=pathlib.Path, default=EXAMPLES / "asio/example/cpp20/coroutines/chat_server.cpp")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        times, seen = measure(options, pathlib.Path(folder))
    if seen != options.edits // 2 + 1:
        sys.exit(f"latency.py: error: {seen} of {options.edits // 2 + 1} findings were shown")
    medians = {name: statistics.median(each) for name, each in times.items()}
    ratio = medians["ours"] / medians["stock"]
    for name, median in medians.items():
        print(f"{name:>5}: {1000 * median:.0f} ms, from {1000 * min(times[name]):.0f} to {1000 * max(times[name]):.0f}")
    print(f"ratio: {ratio:.3f}, at most {LIMIT}")
    sys.exit(ratio > LIMIT)


if __name__ == "__main__":
    main()
