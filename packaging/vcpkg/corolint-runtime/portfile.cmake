# The runtime of the repository that this port is in; use it as an overlay port.
# (The linter needs Debian's LLVM and comes as Debian's packages.)
get_filename_component(SOURCE_PATH "${CURRENT_PORT_DIR}/../../.." ABSOLUTE)

vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}/runtime")
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(PACKAGE_NAME corolint CONFIG_PATH lib/cmake/corolint)
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
file(WRITE "${CURRENT_PACKAGES_DIR}/share/${PORT}/usage"
  "find_package(corolint CONFIG REQUIRED COMPONENTS runtime)\n"
  "target_link_libraries(main PRIVATE corolint::runtime)\n")
