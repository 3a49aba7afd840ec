"""Writes a C++ file whose function returns the given text files as an array."""

import pathlib
import sys

output, header, function, type_name, *files = sys.argv[1:]
# Adjacent literals keep each one under the length compilers must accept.
CHUNK = 8000
entries = []
for name in files:
    path = pathlib.Path(name)
    text = path.read_text(encoding="utf-8")
    pieces = [text[i : i + CHUNK] for i in range(0, len(text), CHUNK)] or [""]
    literal = "\n".join(f'R"~~~({piece})~~~"' for piece in pieces)
    key = path.name if path.suffix == ".yaml" else path.stem
    entries.append(f'    {{"{key}", {literal}}},')
body = "\n".join(entries)
pathlib.Path(output).write_text(
    f"""// Generated from the files it names; do not edit.
#include "{header}"

llvm::ArrayRef<corolint::{type_name}> corolint::{function}() {{
  {"static const " + type_name + " Table[] = {" if entries else ""}
{body}
  {"};" if entries else ""}
  return {"Table" if entries else "{}"};
}}
""",
    encoding="utf-8",
)
