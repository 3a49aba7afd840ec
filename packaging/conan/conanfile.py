"""The runtime as a package of Conan 2: `conan create packaging/conan` in the root of the repository.

The linter needs Debian's LLVM and comes as Debian's packages.
"""

import os

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeToolchain, cmake_layout
from conan.tools.files import copy

ROOT = os.path.join("..", "..")


class CorolintRuntime(ConanFile):
    name = "corolint-runtime"
    version = "0.1.0"
    license = "Apache-2.0 WITH LLVM-exception"
    description = "A coroutine runtime for C++20 on Linux, whose headers tell a linter how to use it"
    topics = ("coroutines", "async", "scheduler")
    package_type = "static-library"
    settings = "os", "arch", "compiler", "build_type"

    def export_sources(self):
        root = os.path.join(self.recipe_folder, ROOT)
        for pattern in ("runtime/*", "LICENSE"):
            copy(self, pattern, src=root, dst=self.export_sources_folder)

    def validate(self):
        if self.settings.os != "Linux":
            raise ConanInvalidConfiguration("the runtime is for Linux")
        check_min_cppstd(self, 20)

    def layout(self):
        cmake_layout(self, src_folder=".")

    def generate(self):
        CMakeToolchain(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure(build_script_folder="runtime")
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", src=self.source_folder, dst=os.path.join(self.package_folder, "licenses"))

    def package_info(self):
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.builddirs.append(os.path.join("lib", "cmake", "corolint"))
