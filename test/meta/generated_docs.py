# RUN: %python %root/scripts/generate_docs.py --check --corolint %corolint
"""docs/checks.md and the table of the README are what the linter says."""
