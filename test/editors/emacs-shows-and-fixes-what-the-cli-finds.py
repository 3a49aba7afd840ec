# REQUIRES: emacs
# RUN: %python %s %t %clangd %root
"""Eglot with the settings that are shipped, loaded from init.el."""

import pathlib
import sys

import editor

folder, clangd, root = sys.argv[1:]
act = pathlib.Path(__file__).parent / "Inputs" / "act.el"
settings = {".emacs.d/init.el": f"{root}/integrations/editors/emacs/corolint.el"}
editor.run(
    folder, clangd, "/usr/bin/emacs", "--batch", "--funcall", "package-initialize",
    "--load", f"{folder}/home/.emacs.d/init.el", "--load", str(act), "--funcall", "act", settings=settings)  # fmt: skip
