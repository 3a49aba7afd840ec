# REQUIRES: yaml
# RUN: %python %root/scripts/generate_blocking_calls.py --check
"""The checked runtime speaks of blocking calls in the words of the knowledge files."""
