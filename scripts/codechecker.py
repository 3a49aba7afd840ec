"""Makes the labels that CodeChecker wants of the checks of an analyzer."""

import json

# What delays or stops others, where the rest breaks the program itself.
MEDIUM = {"coro-blocking-call"}
# Few false alarms: in each of them. What stands back until it is asked for is in the widest only.
EACH = ["profile:default", "profile:extreme", "profile:sensitive"]
WIDEST = ["profile:extreme"]


def labels(checks, on_request):
    """The text of the file; checks are (name, summary)."""
    listed = {
        name: [
            f"description:Finds that {summary}.",
            *(WIDEST if name in on_request else EACH),
            f"severity:{'MEDIUM' if name in MEDIUM else 'HIGH'}",
        ]
        for name, summary in sorted(checks)
    }
    return json.dumps({"analyzer": "clang-tidy", "labels": listed}, indent=2) + "\n"
