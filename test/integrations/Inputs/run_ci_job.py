"""Runs the shell of a CI job as the host would, and says how it ended.

usage: run_ci_job.py FILE [NAME=VALUE...]

A step that fails ends the job. What a step uses of the host is skipped.
"""

import os
import subprocess
import sys

import yaml


def scripts(job):
    """The shell texts of a job of GitHub or of GitLab."""
    if "steps" in job:
        return [step["run"] for step in job["steps"] if "run" in step]
    return job["script"]


with open(sys.argv[1], encoding="utf-8") as text:
    document = yaml.safe_load(text)
job = document.get("jobs", document)["corolint"]
environment = os.environ | dict(word.split("=", 1) for word in sys.argv[2:])
code = 0
for script in scripts(job):
    code = subprocess.run(["bash", "-eo", "pipefail", "-c", script], env=environment, check=False).returncode
    if code:
        break
print("the job ended with", code, flush=True)
