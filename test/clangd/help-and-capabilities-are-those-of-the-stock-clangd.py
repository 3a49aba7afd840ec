# REQUIRES: stock-clangd
# RUN: %python %s %t %clangd %stock_clangd
"""A drop-in has no flag more or less and promises a client the same."""

import pathlib
import subprocess
import sys

from lsp import Client, check

folder, ours, stock = sys.argv[1:]


def help_of(program):
    done = subprocess.run([program, "--help"], capture_output=True, text=True, check=True)
    return done.stdout.replace(pathlib.Path(program).name, "clangd")


def version_of(program):
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout


def greeting_of(program):
    with Client([program], folder) as client:
        return client.greeting


for of in (help_of, version_of, greeting_of):
    check(of(ours) == of(stock), f"{of.__name__} gives the same for both", of(ours), of(stock))
check("--compile-commands-dir" in help_of(ours), "the help has flags")
check("codeActionProvider" in greeting_of(ours)["capabilities"], "the greeting has capabilities")
