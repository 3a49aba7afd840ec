# RUN: %python %root/scripts/generate_docs.py --check --corolint %corolint
"""The table of checks, the schema, the labels, the man page and the completions are what the linter says."""
