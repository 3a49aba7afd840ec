# RUN: %python %s %t %root
"""The recipe of Conan, with stand-ins of the classes it uses: what it packages is found and links.

Conan itself cannot be had from Debian: whether it takes the recipe is not tested.
"""

import fnmatch
import importlib.util
import pathlib
import shutil
import subprocess
import sys
import types

from lsp import check

folder, root = (pathlib.Path(word).resolve() for word in sys.argv[1:])


def run(*words):
    done = subprocess.run(list(map(str, words)), cwd=folder, capture_output=True, text=True, check=False)
    check(done.returncode == 0, " ".join(map(str, words)), done.stdout, done.stderr)
    return done.stdout


class CMake:
    """What conan.tools.cmake.CMake runs."""

    def __init__(self, recipe):
        self.recipe = recipe

    def configure(self, build_script_folder):
        run("cmake", "-G", "Ninja", "-S", f"{self.recipe.source_folder}/{build_script_folder}", "-B", self.recipe.build_folder,
            "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=", "-DCMAKE_CXX_COMPILER=g++", "-DCMAKE_CXX_COMPILER_LAUNCHER=ccache", "-DCMAKE_INSTALL_LIBDIR=lib")  # fmt: skip

    def build(self):
        run("cmake", "--build", self.recipe.build_folder, "-j", "2")

    def install(self):
        run("cmake", "--install", self.recipe.build_folder, "--prefix", self.recipe.package_folder)


class CMakeToolchain:
    def __init__(self, recipe):
        self.recipe = recipe

    def generate(self):
        self.recipe.generated = True


def copy(recipe, pattern, src, dst):
    """Below src, in any depth; a pattern of files."""
    src, dst = pathlib.Path(src).resolve(), pathlib.Path(dst)
    for path in src.glob(pattern.split("/")[0] + "/**/*") if "/" in pattern else src.glob(pattern):
        place = path.relative_to(src)
        if path.is_file() and fnmatch.fnmatch(str(place), pattern):
            (dst / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, dst / place)


class Settings(dict):
    __getattr__ = dict.__getitem__


class Info:
    def __init__(self):
        self.builddirs, self.properties = [], {}

    def set_property(self, name, value):
        self.properties[name] = value


class Refused(Exception):
    """ConanInvalidConfiguration."""


def module(name, **members):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(members)


module("conan", ConanFile=object)
module("conan.errors", ConanInvalidConfiguration=Refused)
module("conan.tools")
module("conan.tools.build", check_min_cppstd=lambda recipe, least: check(least == 20, "it asks for C++20", least))
module("conan.tools.cmake", CMake=CMake, CMakeToolchain=CMakeToolchain, cmake_layout=lambda recipe, src_folder: None)
module("conan.tools.files", copy=copy)
spec = importlib.util.spec_from_file_location("conanfile", root / "packaging/conan/conanfile.py")
conanfile = importlib.util.module_from_spec(spec)
spec.loader.exec_module(conanfile)

subprocess.run(["rm", "-rf", folder], check=True)
folder.mkdir(parents=True)
recipe = conanfile.CorolintRuntime()
check(f"project(corolint VERSION {recipe.version} " in (root / "CMakeLists.txt").read_text(encoding="utf-8"), "it is of this version")
recipe.settings = Settings(os="Windows")
try:
    recipe.validate()
    check(False, "it refuses Windows")
except Refused:
    recipe.settings = Settings(os="Linux")
recipe.recipe_folder = str(root / "packaging/conan")
recipe.source_folder = recipe.export_sources_folder = str(folder / "sources")
recipe.build_folder, recipe.package_folder, recipe.cpp_info = str(folder / "build"), str(folder / "package"), Info()
for step in ("export_sources", "validate", "layout", "generate", "build", "package", "package_info"):
    getattr(recipe, step)()
check(pathlib.Path(recipe.package_folder, "licenses/LICENSE").exists(), "the licence is there")
(places,) = recipe.cpp_info.builddirs
run("cmake", "-S", root / "test/runtime/install/Inputs/found", "-B", "program", "-G", "Ninja",
    f"-Dcorolint_DIR={recipe.package_folder}/{places}")  # fmt: skip
run("cmake", "--build", "program")
check(run("program/consumer") == "2 and 3 are 5\n", "a program with it runs")
