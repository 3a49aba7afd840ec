"""Runs the shell of a CI job as the host would, and says how it ended.

usage: run_ci_job.py FILE [NAME=VALUE...]

A step that fails ends the job. What a step uses of the host is skipped. FILE may
be an action of GitHub: INPUT_<name>=VALUE is an input, else it has its default,
and GITHUB_<NAME>=VALUE is what it asks of the host.
"""

import os
import re
import subprocess
import sys

import yaml


def scripts(job):
    """The shell texts of a job of GitHub or of GitLab, each with the variables it has."""
    if "steps" in job:
        return [(step["run"], step.get("env", {})) for step in job["steps"] if "run" in step]
    return [(text, {}) for text in job["script"]]


def filled(text, inputs, environment):
    """A value of an action, in which the host puts what it is asked for."""

    def value(found):
        place, name = found[1].split(".", 1)
        if place == "inputs":
            return environment.get(f"INPUT_{name}", inputs[name]["default"])
        return environment.get(f"GITHUB_{name.upper()}", "")

    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", value, text)


with open(sys.argv[1], encoding="utf-8") as text:
    document = yaml.safe_load(text)
inputs = document.get("inputs", {})
job = document["runs"] if "runs" in document else document.get("jobs", document)["corolint"]
environment = os.environ | dict(word.split("=", 1) for word in sys.argv[2:])
code = 0
for script, variables in scripts(job):
    own = {name: filled(text, inputs, environment) for name, text in variables.items()}
    code = subprocess.run(["bash", "-eo", "pipefail", "-c", script], env=environment | own, check=False).returncode
    if code:
        break
print("the job ended with", code, flush=True)
