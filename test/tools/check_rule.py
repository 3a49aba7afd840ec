"""Lints one file through both hosts and compares with its expectations.

usage: check_rule.py FILE CHECKS [--update] [--why] [-- FLAGS...]

The file runs through `clang-tidy -load` with the plugin and through the CLI;
every diagnostic line of the two must be the same. Then it must be what the
file expects: comments directly below the line of a finding, in the order of
the output, a place in another line as an offset:

  cached = co_await fetch(1);
  // CHECK: :[[@LINE-1]]:20: warning: text [coro-lock-across-await]
  // CHECK: :[[@LINE-3]]:12: note: text

Options of checks come from a .clang-tidy file beside the test, for both hosts.
Nothing else may be printed. A file without findings says `// CHECK-NONE`.
--update writes these comments from what is printed: read the difference.

    python3 test/tools/check_rule.py --update FILE coro-discarded-task
"""

import argparse
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys

DIAGNOSTIC = re.compile(
    r"^(?P<file>[^\s:][^:]*):(?P<line>\d+):(?P<col>\d+): "
    r"(?P<level>warning|error|note): (?P<text>.*)$"
)
EXPECTATION = re.compile(r"^\s*// CHECK: (?P<rest>.*)$")
PLACE = re.compile(r"^(?P<file>[^\s:]*):(?:\[\[@LINE(?P<offset>[+-]\d+)?\]\]|(?P<line>\d+)):(?P<tail>.*)$")
NONE = "// CHECK-NONE"


def run(command):
    result = subprocess.run(command, capture_output=True, text=True)
    return result.stdout, result.stderr, result.returncode


def diagnostics(output, source):
    """(file or '' for the source itself, line, 'col: level: text') of each."""
    found = []
    for line in output.splitlines():
        match = DIAGNOSTIC.match(line)
        if not match:
            continue
        path = pathlib.Path(os.path.normpath(match["file"]))
        same = path.resolve() == source.resolve()
        name = "" if same else shown(path)
        tail = f"{match['col']}: {match['level']}: {match['text']}"
        found.append((name, int(match["line"]), tail))
    return found


def shown(path):
    parts = path.parts
    return "/".join(parts[parts.index("Inputs") :]) if "Inputs" in parts else path.name


def render(items):
    return [f"{name or '<file>'}:{line}:{tail}" for name, line, tail in items]


def without_expectations(lines):
    return [l for l in lines if not EXPECTATION.match(l) and l.strip() != NONE]


def expectations(lines):
    expected = []
    for number, line in enumerate(lines, 1):
        match = EXPECTATION.match(line)
        if not match:
            continue
        place = PLACE.match(match["rest"])
        if not place:
            sys.exit(f"line {number}: cannot read this expectation: {line.strip()}")
        at = int(place["line"]) if place["line"] else number + int(place["offset"] or 0)
        expected.append((place["file"], at, place["tail"]))
    return expected


def update(source, lines, found):
    """Rewrites the expectations of the file from what was found."""
    # Line numbers move when the old comments go: remember where each went.
    kept, old_to_kept = [], {}
    for number, line in enumerate(lines, 1):
        if EXPECTATION.match(line) or line.strip() == NONE:
            continue
        kept.append(line)
        old_to_kept[number] = len(kept)
    groups, current = {}, None
    for name, line, tail in found:
        if not re.match(r"\d+: note: ", tail):
            # A finding in a header is expected at the end of the file.
            current = old_to_kept[line] if not name else len(kept)
            # No comment can stand within a macro's definition.
            while kept[current - 1].endswith("\\"):
                current += 1
            groups.setdefault(current, [])
        groups[current].append((name, old_to_kept[line] if not name else line, tail))
    # Where each kept line ends up once the comments are in.
    final, position = {}, 0
    for number in range(1, len(kept) + 1):
        position += 1
        final[number] = position
        position += len(groups.get(number, []))
    output = []
    for number, line in enumerate(kept, 1):
        output.append(line)
        indent = re.match(r"\s*", line)[0]
        for name, at, tail in groups.get(number, []):
            here = len(output) + 1
            place = f"{name}:{at}" if name else f":[[@LINE{final[at] - here:+d}]]"
            output.append(f"{indent}// CHECK: {place}:{tail}")
    if not found:
        output.append(NONE)
    source.write_text("\n".join(output) + "\n", encoding="utf-8")


def split_evidence(found):
    """The findings without their evidence, and those that have none."""
    plain, silent, last, shown, inside = [], [], None, True, False
    for item in found:
        if re.match(r"\d+: note: evidence: ", item[2]):
            shown = inside = True
            continue
        # What follows says in which macro the evidence stands.
        if inside and ": note: expanded from macro" in item[2]:
            continue
        inside = False
        if not re.match(r"\d+: note: ", item[2]):
            if not shown:
                silent.append(last)
            last, shown = item, False
        plain.append(item)
    return plain, silent if shown else [*silent, last]


def compare(title, left, right, left_name, right_name):
    if left == right:
        return True
    print(f"{title}:")
    for line in difflib.unified_diff(left, right, left_name, right_name, lineterm="", n=1):
        print("  " + line)
    return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("checks")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--why", action="store_true")
    # lit says which; by hand it is the daily build.
    build = pathlib.Path(__file__).resolve().parents[2] / "build" / "dev"
    defaults = {
        "corolint": os.environ.get("COROLINT", build / "bin" / "corolint"),
        "plugin": os.environ.get("COROLINT_PLUGIN", build / "lib" / "libcorolint-tidy.so"),
        "clang-tidy": os.environ.get("COROLINT_CLANG_TIDY", "clang-tidy-19"),
    }
    for name, default in defaults.items():
        parser.add_argument(f"--{name}", default=str(default))
    arguments = sys.argv[1:]
    flags = []
    if "--" in arguments:
        split = arguments.index("--")
        arguments, flags = arguments[:split], arguments[split + 1 :]
    options = parser.parse_args(arguments)
    source = options.file

    inputs = pathlib.Path(__file__).resolve().parent.parent / "rules" / "Inputs"
    flags = ["-std=c++20", f"-I{inputs}", *flags]
    checks = f"--checks=-*,{options.checks}"

    why = {"CheckOptions": [{"key": "corolint.Why", "value": "true"}]}
    config = [f"--config={json.dumps(why)}"] if options.why else []
    tidy_out, tidy_err, tidy_code = run(
        [options.clang_tidy, "-load", options.plugin, checks, *config,
         "--header-filter=.*", "--quiet", str(source), "--", *flags])  # fmt: skip
    own = [options.corolint, checks, "--quiet", "--why"]
    cli_out, cli_err, code = run([*own, str(source), "--", *flags])

    tidy, cli = diagnostics(tidy_out, source), diagnostics(cli_out, source)
    plain, unexplained = split_evidence(cli)
    if not options.why:
        cli = plain
    lines = source.read_text(encoding="utf-8").splitlines()
    # A host that breaks down finds nothing either.
    broken = tidy_code != 0 or code not in (0, 1)
    if broken or any(": error: " in tail for _, _, tail in tidy + cli):
        print(tidy_out, tidy_err, cli_out, cli_err, sep="\n")
        return 1
    for line in render(unexplained):
        print(f"--why names no evidence for {line}")
    ok = compare("the two hosts differ", render(tidy), render(cli), "clang-tidy", "corolint")
    if options.update:
        update(source, lines, cli)
        return 0 if ok else 1
    if (code == 1) != bool(cli):
        print(f"corolint exits with {code} but prints {len(cli)} lines")
        ok = False
    ok = ok and not unexplained
    expected = expectations(lines)
    if not expected and not any(l.strip() == NONE for l in lines):
        print(f"expects nothing, but does not say so: add '{NONE}'")
        ok = False
    if expected and any(l.strip() == NONE for l in lines):
        print(f"says '{NONE}' beside expectations")
        ok = False
    return 0 if compare("findings differ", render(expected), render(cli), "expected", "printed") and ok else 1


if __name__ == "__main__":
    sys.exit(main())
