# REQUIRES: neovim
# RUN: %python %s %t %clangd %root
"""With the settings that are shipped, in the folder that their first line names."""

import pathlib
import sys

import editor

folder, clangd, root = sys.argv[1:]
act = pathlib.Path(__file__).parent / "Inputs" / "act.lua"
settings = {".config/nvim/plugin/corolint.lua": f"{root}/integrations/editors/neovim/corolint.lua"}
editor.run(folder, clangd, "/usr/bin/nvim", "--headless", "-c", f"luafile {act}", settings=settings)
