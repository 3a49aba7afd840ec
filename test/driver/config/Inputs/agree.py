"""agree.py COROLINT FOLDER: corolint and its schema take and refuse the same.

Each FOLDER/good/*.yaml must be taken by both, each FOLDER/bad/*.yaml by none.
"""

import json
import pathlib
import subprocess
import sys

import jsonschema
import yaml

corolint, folder = sys.argv[1], pathlib.Path(sys.argv[2])
schema = json.loads(subprocess.run([corolint, "verify-config", "--schema"], capture_output=True, check=True).stdout)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
(folder / "a.cpp").write_text("int a;\n")

wrong = 0
files = sorted(folder.glob("*/*.yaml"))
for file in files:
    wanted = file.parent.name == "good"
    by_schema = validator.is_valid(yaml.safe_load(file.read_text()))
    ours = subprocess.run([corolint, "verify-config", f"--config={file}", folder / "a.cpp"], capture_output=True, text=True)
    if by_schema != wanted or ours.returncode != (0 if wanted else 2):
        wrong += 1
        print(f"{file.name}: schema says {by_schema}, corolint {ours.returncode}: {ours.stderr}")
print(f"{len(files)} files, {wrong} wrong")
sys.exit(1 if wrong or not files else 0)
