"""The test suite: rule tests, driver tests, meta tests, real code."""

import glob
import os
import sys

import lit.formats

config.name = "corolint"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".test"]
# The packages need the builds for all LLVMs: they are tested last, by their own name.
config.excludes = ["Inputs", "asio-program", "qcoro-program", "tools", "runtime", "packages", "CMakeLists.txt"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.corolint_build, "test")

tools = config.corolint_llvm_tools
corolint = os.path.join(config.corolint_build, "bin", "corolint")
plugin = os.path.join(config.corolint_build, "lib", "libcorolint-tidy.so")
clang_tidy = os.path.join(tools, "clang-tidy")

# scripts/test puts it there.
sarif_multitool = os.path.join(
    config.corolint_source, "build/npm/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
)
if os.access(sarif_multitool, os.X_OK):
    config.available_features.add("sarif-multitool")

# What the extension for VS Code is built with; from there too.
extension_packages = os.path.join(config.corolint_source, "build/npm/vscode/node_modules")
if os.path.isdir(os.path.join(extension_packages, "typescript")):
    config.available_features.add("npm")

# Debian's python3-jsonschema and python3-yaml.
if all(os.path.isdir(f"/usr/lib/python3/dist-packages/{name}") for name in ("jsonschema", "yaml")):
    config.available_features.add("jsonschema")

if os.path.isdir("/usr/lib/python3/dist-packages/yaml"):
    config.available_features.add("yaml")

# Debian's browser, which shows the HTML report.
chromium = "/usr/bin/chromium"
if os.access(chromium, os.X_OK):
    config.available_features.add("chromium")

# Debian's Sphinx, with what scripts/site needs of it.
if all(os.path.isdir(f"/usr/lib/python3/dist-packages/{name}") for name in ("sphinx", "myst_parser", "furo")):
    config.available_features.add("sphinx")

# What our recipes are made for; none is needed to use corolint.
for tool in ("ninja", "pre-commit", "mandoc", "zsh", "fish"):
    if os.access(f"/usr/bin/{tool}", os.X_OK):
        config.available_features.add(tool)

# Editors that the tests drive: Eglot is in Emacs from 29 on, before it is a package.
if os.access("/usr/bin/nvim", os.X_OK):
    config.available_features.add("neovim")
if os.access("/usr/bin/emacs", os.X_OK) and glob.glob("/usr/share/emacs/**/eglot*", recursive=True):
    config.available_features.add("emacs")

# clang-tidy over a whole database; that of LLVM 16 has no -warnings-as-errors.
run_clang_tidy = os.path.join(tools, "run-clang-tidy")
if os.access(run_clang_tidy, os.X_OK) and int(config.corolint_llvm_major) > 16:
    config.available_features.add("run-clang-tidy")

# Our clangd, if what it is made of is installed, and the one it is made from.
major = config.corolint_llvm_major
clangd = os.path.join(config.corolint_build, "bin", f"corolint-clangd-{major}")
stock_clangd = os.path.join(tools, "clangd")
corolint_lsp = os.path.join(config.corolint_build, "bin", "corolint-lsp")
if os.access(clangd, os.X_OK):
    config.available_features.add("clangd")
if os.access(stock_clangd, os.X_OK):
    config.available_features.add("stock-clangd")

# clang-tidy --dump-config of later ones leaves them out.
if int(config.corolint_llvm_major) < 22:
    config.available_features.add("dumps-options-of-modules")

# clang-tidy over a diff.
clang_tidy_diff = os.path.join(tools, "../share/clang/clang-tidy-diff.py")
if os.path.exists(clang_tidy_diff):
    config.available_features.add("clang-tidy-diff")

# Nothing of the caller's environment: the tools of this LLVM, then the system's.
config.environment["PATH"] = os.pathsep.join([tools, "/usr/local/bin", "/usr/bin", "/bin"])
config.environment["LC_ALL"] = "C.UTF-8"
config.environment["COROLINT"] = corolint
config.environment["COROLINT_PLUGIN"] = plugin
config.environment["COROLINT_CLANG_TIDY"] = clang_tidy
config.environment["COROLINT_SOURCE"] = config.corolint_source
config.environment["COROLINT_LLVM_MAJOR"] = config.corolint_llvm_major

python = sys.executable
rule = os.path.join(config.test_source_root, "tools", "check_rule.py")
config.substitutions.append(("%check_rule", f"{python} {rule}"))
config.substitutions.append(("%corolint", corolint))
config.substitutions.append(("%plugin", plugin))
config.substitutions.append(("%clangd", clangd))
config.substitutions.append(("%stock_clangd", stock_clangd))
config.substitutions.append(("%lsp", f"{corolint_lsp} --server={clangd} -- {stock_clangd if os.access(stock_clangd, os.X_OK) else clangd}"))
config.substitutions.append(("%clang_tidy_diff", f"{python} {clang_tidy_diff} -clang-tidy-binary {clang_tidy}"))
config.substitutions.append(("%clang_tidy", f"{clang_tidy} -load {plugin}"))
config.substitutions.append(("%run_clang_tidy", f"{run_clang_tidy} -clang-tidy-binary {clang_tidy}"))
config.substitutions.append(("%clangxx", os.path.join(tools, "clang++")))
config.substitutions.append(("%python", python))
config.substitutions.append(("%sarif_multitool", sarif_multitool))
config.substitutions.append(("%extension_packages", extension_packages))
config.substitutions.append(("%chromium", chromium))
# Programs that are linted, and run with the checked runtime of this build.
checked_runtime = os.path.join(config.corolint_build, "runtime", "libcorolint_runtime_checked.a")
if os.access(checked_runtime, os.R_OK):
    config.available_features.add("checked-runtime")
config.substitutions.append(("%checked_runtime", checked_runtime))
config.substitutions.append((
    "%semantics",
    f"{python} {config.corolint_source}/test/semantics/semantics.py --corolint {corolint} --library {checked_runtime}"
    f" --compiler {os.path.join(tools, 'clang++')} --root {config.corolint_source} --output {os.path.join(config.test_exec_root, 'semantics', 'programs')}",
))
config.substitutions.append(("%root", config.corolint_source))
config.substitutions.append(("%major", config.corolint_llvm_major))
config.substitutions.append(("%build", config.corolint_build))
