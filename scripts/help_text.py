"""Reads what `corolint --help` prints."""

import dataclasses
import re

# An option or FILES, then its description, in columns.
ENTRY = re.compile(r"^  (\S.*?)(?:  +(\S.*))?$")
REST = re.compile(r"^ {26}(\S.*)$")
USAGE = re.compile(r"^(?:usage:|      ) (corolint .*?)(?:  +(\S.*))?$")
USAGE_REST = re.compile(r"^ {43}(\S.*)$")
SHORT = re.compile(r"also (-\w) \w+$")
CHOICES = re.compile(r"((?:[\w-]+, )+[\w-]+ or [\w-]+)")
# What --help has no words for.
OBVIOUS = {"--help, --version": "print this, or the version"}
EXIT = re.compile(r"(\d+) (.*?)(?=, \d+ |\.$)")


@dataclasses.dataclass
class Entry:
    """A row of the help: what is to be written, and what it does."""

    written: str
    text: str = ""

    @property
    def names(self):
        """['--jobs', '-j']; none if this is no option."""
        short = SHORT.search(self.text)
        return re.findall(r"(?:^|, )(--?[a-z][a-z-]*)", self.written) + ([short[1]] if short else [])

    @property
    def value(self):
        """'FILE' of --config=FILE; nothing if it takes none."""
        found = re.match(r"--?[a-z-]+[ =]([A-Z]+)", self.written)
        return found[1] if found else ""

    @property
    def choices(self):
        """The values that there are, if the text lists them."""
        found = CHOICES.search(self.text) if self.value in ("FORMAT", "SEVERITY") else None
        return re.split(r", | or ", found[1]) if found else []

    @property
    def brief(self):
        """The text up to the first pause or example."""
        return re.split(r";|: \[", self.text)[0]

    @property
    def is_repeatable(self):
        return "may be repeated" in self.text or self.text.startswith("the same")


@dataclasses.dataclass
class Help:
    """What --help says."""

    summary: str
    usages: list
    groups: list
    exits: list
    words: dict

    @property
    def options(self):
        return [entry for group in self.groups for entry in group if entry.names]

    @property
    def commands(self):
        """(command, the words that may follow it, what it does)."""
        for usage in self.usages:
            words = usage.written.split()[1:]
            if re.fullmatch(r"[a-z-]+", words[0]):
                following = words[1].split("|") if "|" in words[1] else self.words.get(words[1], [])
                yield words[0], following, usage.text


def parse(printed, words):
    """The parts of `corolint --help`. A line that fits nowhere ends the program.

    words: what may stand for a word of a usage, such as '[CHECK]'.
    """
    summary, *blocks = printed.strip("\n").split("\n\n")
    usages = rows(blocks[0], USAGE, USAGE_REST)
    groups = [rows(block, ENTRY, REST) for block in blocks[1:-1]]
    label, _, exits = blocks[-1].replace("\n", " ").partition(": ")
    if label != "Exit code":
        raise SystemExit(f"corolint --help does not end with its exit codes but with '{label}'")
    return Help(summary, usages, groups, EXIT.findall(exits), words)


def rows(block, first, rest):
    """The entries of a block, each with the lines that go on with its text."""
    found = []
    for line in block.splitlines():
        if more := rest.match(line):
            found[-1].text = f"{found[-1].text} {more[1]}".strip()
        elif start := first.match(line):
            found.append(Entry(start[1], start[2] or OBVIOUS.get(start[1], "")))
        else:
            raise SystemExit(f"corolint --help has a line of another shape: '{line}'")
    return found
