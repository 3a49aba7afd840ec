"""Resolves every name of a knowledge file against the library's real headers.

usage: verify.py FILE.yaml HEADER... [--root DIR] [--declarations PROGRAM] -- FLAGS...

HEADER is a path below DIR or what an #include would say; a pattern with '*' is
expanded below DIR. A header that does not compile by itself is left out and
named. Prints each name that no header declares, or only as another name for
something (the checks know a class by its own name); then the counts. Exits with
1 if there is such a name. Needs `ninja -C build/dev corolint-declarations`.

    verify.py checks/knowledge/data/libcoro.yaml 'include/coro/*.hpp' \\
        --root CHECKOUT -- -std=c++20 -ICHECKOUT/include
"""

import argparse
import collections
import fnmatch
import pathlib
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


def declarations(program, headers, flags):
    text = "".join(f'#include "{h}"\n' if pathlib.Path(h).is_absolute() else f"#include <{h}>\n" for h in headers)
    with tempfile.NamedTemporaryFile("w", suffix=".cpp") as source:
        source.write(text)
        source.flush()
        return subprocess.run([program, source.name, "--", *flags], capture_output=True, text=True, check=False)


class Declared:
    def __init__(self, output):
        self.names = {"functions": set(), "types": set()}
        self.within = collections.defaultdict(set)  # bases of a class, namespaces opened in a scope
        self.aliases = collections.defaultdict(set)
        for line in output.splitlines():
            kind, name, *others = line.split("\t")
            if kind == "alias":
                self.aliases[name].update(others)
            elif kind == "opens":
                self.within[name].update(others)
            elif kind == "type":
                self.names["types"].add(name)
                self.within[name].update(others)
            else:
                self.names["functions"].add(name)

    def find(self, section, name, through_alias=False, seen=None):
        """What `name` names: itself, a member of a base, or (if asked for) what it is an alias of."""
        seen = set() if seen is None else seen
        if name in self.names[section]:
            return name
        parts = name.split("::")
        for length in range(len(parts), 0, -1):
            scope, rest = "::".join(parts[:length]), parts[length:]
            others = set(self.aliases.get(scope, ())) if through_alias else set()
            if rest:
                others |= self.within.get(scope, set())
            for other in sorted(others):
                if (scope, other) in seen:
                    continue
                seen.add((scope, other))
                if found := self.find(section, "::".join([other, *rest]), through_alias, seen):
                    return found
        return name if through_alias and name in self.aliases else None

    def problem(self, section, spellings):
        if "*" in spellings[0]:
            patterns = [spelling.replace("[", "[[]") for spelling in spellings]
            known = any(fnmatch.filter(self.names[section], pattern) for pattern in patterns)
        else:
            known = any(self.find(section, spelling) for spelling in spellings)
        if known:
            return None
        for spelling in spellings:
            if real := self.find(section, spelling, through_alias=True):
                return f"only another name of {real}" if real != spelling else "only a typedef"
        return "not declared"


def spellings(name, facts):
    known_as = [
        alias["as"] + name[len(alias["name"]) :]
        for alias in facts.get("also-known-as") or []
        if f"{name}::".startswith(f"{alias['name']}::")
    ]
    return [name, *known_as]


def main():
    split = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    flags = sys.argv[split + 1 :]
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("headers", nargs="+")
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path("."))
    parser.add_argument("--declarations", default=ROOT / "build" / "dev" / "bin" / "corolint-declarations")
    options = parser.parse_args(sys.argv[1:split])

    headers = []
    for header in options.headers:
        found = sorted(str(path.resolve()) for path in options.root.glob(header)) if "*" in header else [header]
        if not found:
            sys.exit(f"verify.py: error: nothing matches '{header}' below {options.root}")
        headers += found
    # One unit is quick; if a header is broken, look for which.
    result = declarations(options.declarations, headers, flags)
    if result.returncode:
        for header in list(headers):
            alone = declarations(options.declarations, [header], flags)
            if alone.returncode:
                headers.remove(header)
                errors = [line for line in alone.stderr.splitlines() if "error:" in line]
                reason = errors[0] if errors else f"exit {alone.returncode}"
                print(f"left out, does not compile by itself: {header}: {reason}")
        result = declarations(options.declarations, headers, flags)
        if result.returncode:
            print(f"the headers do not compile together: {result.stderr}")
    declared = Declared(result.stdout)

    facts = yaml.safe_load(options.file.read_text(encoding="utf-8"))
    total = missing = 0
    for section in ("functions", "types"):
        names = dict.fromkeys(name for entry in facts.get(section) or [] for name in entry["names"])
        total += len(names)
        for name in names:
            if problem := declared.problem(section, spellings(name, facts)):
                missing += 1
                print(f"{problem}: {name}")
    print(f"{options.file.name}: {total - missing} of {total} names declared in {len(headers)} headers")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
