"""Makes the labels that CodeChecker wants of the checks of an analyzer."""

import json

# What delays or stops others, where the rest breaks the program itself.
MEDIUM = {"coro-blocking-call"}
# Few false alarms: in each of them.
PROFILES = ["profile:default", "profile:extreme", "profile:sensitive"]


def labels(checks):
    """The text of the file; checks are (name, summary)."""
    listed = {
        name: [f"description:Finds that {summary}.", *PROFILES, f"severity:{'MEDIUM' if name in MEDIUM else 'HIGH'}"]
        for name, summary in sorted(checks)
    }
    return json.dumps({"analyzer": "clang-tidy", "labels": listed}, indent=2) + "\n"
