# RUN: %python %root/scripts/generate_docs.py --check --corolint %corolint
"""docs/checks.md, the table of the README and the schema are what the linter says."""
