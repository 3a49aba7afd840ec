# RUN: %python %s %t %root
"""The port of vcpkg, with stand-ins of the functions that vcpkg has for ports: what it installs is found and links.

vcpkg itself cannot be had from Debian: whether it takes the port is not tested.
"""

import json
import pathlib
import subprocess
import sys

from lsp import check

folder, root = (pathlib.Path(word).resolve() for word in sys.argv[1:])
port = root / "packaging/vcpkg/corolint-runtime"
# What they do for a static library, without a second build for debugging.
FUNCTIONS = """
macro(vcpkg_cmake_configure)
  cmake_parse_arguments(PORT "" "SOURCE_PATH" "" ${ARGN})
  execute_process(COMMAND ${CMAKE_COMMAND} -G Ninja -S ${PORT_SOURCE_PATH} -B build
    -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX=${CURRENT_PACKAGES_DIR}
    -DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_CXX_COMPILER=g++ -DCMAKE_CXX_COMPILER_LAUNCHER=ccache COMMAND_ERROR_IS_FATAL ANY)
endmacro()
function(vcpkg_cmake_install)
  execute_process(COMMAND ${CMAKE_COMMAND} --build build --target install -j 2 COMMAND_ERROR_IS_FATAL ANY)
endfunction()
function(vcpkg_cmake_config_fixup)
  cmake_parse_arguments(PARSE_ARGV 0 PORT "" "PACKAGE_NAME;CONFIG_PATH" "")
  file(RENAME ${CURRENT_PACKAGES_DIR}/${PORT_CONFIG_PATH} ${CURRENT_PACKAGES_DIR}/share/${PORT_PACKAGE_NAME})
  # It also turns the paths in there, which count from the file, up by one less.
  file(GLOB files ${CURRENT_PACKAGES_DIR}/share/${PORT_PACKAGE_NAME}/*.cmake)
  foreach(file ${files})
    file(READ ${file} text)
    string(REPLACE "get_filename_component(_IMPORT_PREFIX \\"\\${_IMPORT_PREFIX}\\" PATH)\\nif" if text "${text}")
    file(WRITE ${file} "${text}")
  endforeach()
endfunction()
function(vcpkg_install_copyright)
  cmake_parse_arguments(PARSE_ARGV 0 PORT "" "" "FILE_LIST")
  file(COPY ${PORT_FILE_LIST} DESTINATION ${CURRENT_PACKAGES_DIR}/share/${PORT})
endfunction()
file(MAKE_DIRECTORY ${CURRENT_PACKAGES_DIR}/share/${PORT})
include(${CURRENT_PORT_DIR}/portfile.cmake)
"""


def run(*words):
    done = subprocess.run(list(map(str, words)), cwd=folder, capture_output=True, text=True, check=False)
    check(done.returncode == 0, " ".join(map(str, words)), done.stdout, done.stderr)
    return done.stdout


described = json.loads((port / "vcpkg.json").read_text(encoding="utf-8"))
version = described["version"]
check(f"project(corolint VERSION {version} " in (root / "CMakeLists.txt").read_text(encoding="utf-8"), "it is of this version", version)
check(described["name"] == port.name, "it has the name of its folder", described["name"])

subprocess.run(["rm", "-rf", folder], check=True)
folder.mkdir(parents=True)
(folder / "functions.cmake").write_text(FUNCTIONS, encoding="utf-8")
made = folder / "packages"
run("cmake", f"-DCURRENT_PORT_DIR={port}", f"-DCURRENT_PACKAGES_DIR={made}", f"-DPORT={port.name}", "-P", "functions.cmake")
check("Apache License" in (made / "share" / port.name / "LICENSE").read_text(encoding="utf-8"), "the licence is there")
run("cmake", "-S", root / "test/runtime/install/Inputs/found", "-B", "program", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={made}")
run("cmake", "--build", "program")
check(run("program/consumer") == "2 and 3 are 5\n", "a program with it runs")
