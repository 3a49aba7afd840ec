"""Holds what the checked runtime reports as SARIF and JSON to what the command reports.

usage: reports.py COROLINT LIBRARY COMPILER ROOT FOLDER

A program with several mistakes stands in a folder whose name has to be escaped,
is compiled from another one, and run once for each way to end. Each run has to
write one whole document, of the lines that say `// expect:`, and the findings of
the command have to be at the same places: check, file and line.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

corolint, library, compiler, root = sys.argv[1:5]
folder = pathlib.Path(sys.argv[5])
shutil.rmtree(folder, ignore_errors=True)
# Names of files are bytes; not all of these are UTF-8.
source = folder / os.fsdecode(b'a "\xc3\xbc\\" \xe4 50%') / "several.cpp"
elsewhere = folder / "build"
for each in (source.parent, elsewhere):
    each.mkdir(parents=True)
shutil.copy(pathlib.Path(__file__).with_name("several.cpp"), source)
# As a build in a folder beside the sources names them.
named = os.path.relpath(source, elsewhere)
flags = ["-std=c++20", f"-I{root}/runtime/include"]

LINES = [(number, match[1]) for number, line in enumerate(source.read_text().splitlines(), 1)
         if (match := re.search(r"// expect: ([a-z-]+)", line))]
EXPECTED = {(check, str(source), number) for number, check in LINES}
IN_TASKS, AT_THE_END = LINES[:-1], LINES[-1:]
# How the program ends: what it returns, and how many of the lines it has come to by then.
ENDS = {
    "return": (0, IN_TASKS + AT_THE_END),
    "exit": (0, IN_TASKS[:-1] + AT_THE_END),
    "worker": (0, IN_TASKS[:-1] + AT_THE_END),
    "fatal": (-6, IN_TASKS),
}


def path_of(location, bases):
    """The file of a location, as a reader of SARIF finds it."""
    uri = location["uri"]
    assert re.fullmatch(r"(file://)?([A-Za-z0-9/._~-]|%[0-9A-F]{2})+", uri), uri
    base = bases[location["uriBaseId"]]["uri"] if "uriBaseId" in location else ""
    parts = urllib.parse.urlsplit(base + uri)
    assert parts.scheme == "file" and not parts.netloc, uri
    return urllib.parse.unquote(parts.path, errors="surrogateescape")


def results(document):
    """{(check, file, line): result} of a document, and what SARIF demands of it."""
    assert document["version"] == "2.1.0"
    assert document["$schema"].endswith("sarif-2.1.0.json")
    run, = document["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids)), ids
    found = {}
    for result in run["results"]:
        assert result["ruleId"] in ids, result
        assert result["level"] == "warning", result
        assert result["message"]["text"], result
        location, = result["locations"]
        place = location["physicalLocation"]
        key = (result["ruleId"], path_of(place["artifactLocation"], run.get("originalUriBaseIds", {})),
               place["region"]["startLine"])
        assert key not in found, f"{key} is there twice"
        found[key] = result
        for related in result["relatedLocations"]:
            assert related["message"]["text"], related
            place = related["physicalLocation"]
            assert path_of(place["artifactLocation"], run.get("originalUriBaseIds", {})) == str(source), related
            assert place["region"]["startLine"] >= 1, related
    return found


def analyse():
    run = subprocess.run([corolint, "--checks=coro-*", "--quiet", "--no-cache", "--config=", "--report=sarif", named,
                          "--", *flags], cwd=elsewhere, capture_output=True, text=True)
    assert run.returncode == 1, run.stderr
    return results(json.loads(run.stdout))


def run(end, form, to_file):
    """The document that the program writes."""
    report = folder / f"{end}.{form}"
    environment = {**os.environ, "COROLINT_CHECKED": "on", "COROLINT_REPORT": f"{form}={report}" if to_file else form}
    ended = subprocess.run([elsewhere / "several", end], env=environment, capture_output=True, timeout=60)
    assert ended.returncode == ENDS[end][0], f"{end}: {ended.returncode}: {ended.stderr}"
    if not to_file:
        report.write_bytes(ended.stderr)
    # The whole of it is one document in UTF-8.
    return json.loads(report.read_text(encoding="utf-8"))


subprocess.run([compiler, *flags, "-w", "-g", "-fno-omit-frame-pointer", "-DCOROLINT_CHECKED=1", named, "-o", "several",
                library, "-lbacktrace", "-ldl", "-pthread"], cwd=elsewhere, check=True)
static = analyse()
assert set(static) == EXPECTED, set(static) ^ EXPECTED
for end, (_, lines) in ENDS.items():
    wanted = {(check, str(source), number) for number, check in lines}
    for to_file in (True, False):
        seen = results(run(end, "sarif", to_file))
        assert set(seen) == wanted, f"{end}: {set(seen) ^ wanted}"
        findings = run(end, "json", to_file)["findings"]
        assert len(findings) == len(wanted)
        # Both forms say the same; a document in JSON is UTF-8.
        for each in findings:
            assert each["location"]["file"] == str(source).replace("\udce4", "\ufffd"), each
            same = seen[each["check"], str(source), each["location"]["line"]]
            assert each["message"] == same["message"]["text"], each
            assert each["severity"] == same["level"], each
            notes = [(note["message"], note["location"]["line"]) for note in each["notes"]]
            related = [(note["message"]["text"], note["physicalLocation"]["region"]["startLine"])
                       for note in same["relatedLocations"]]
            assert notes and notes == related, (notes, related)
    # What has no name of a variable, which no run knows, is said in the words of the check.
    for key in wanted:
        if key[0] != "coro-lock-across-await":
            assert seen[key]["message"] == static[key]["message"], (seen[key], static[key])
