# corolint_layer(NAME USES <layers> SOURCES <files>): one OBJECT library per
# folder. Only what USES names (transitively) is on the include path, under the
# folder's own name, so a wrong include does not compile.
include_guard()

set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(corolint_objects INTERFACE)
target_link_libraries(corolint_objects INTERFACE corolint_llvm)

function(corolint_layer name)
  cmake_parse_arguments(LAYER "" "" "USES;SOURCES" ${ARGN})
  # A folder of links: <build>/layers/<name>/<name> -> the source folder.
  set(view ${CMAKE_BINARY_DIR}/layers/${name})
  file(MAKE_DIRECTORY ${view})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${view}/${name} SYMBOLIC)

  add_library(corolint_${name}_view INTERFACE)
  target_include_directories(corolint_${name}_view INTERFACE ${view})
  foreach(used ${LAYER_USES})
    target_link_libraries(corolint_${name}_view INTERFACE corolint_${used}_view)
  endforeach()

  add_library(corolint_${name} OBJECT ${LAYER_SOURCES})
  target_link_libraries(corolint_${name} PUBLIC corolint_llvm corolint_${name}_view)
  if(NOT name STREQUAL "knowledge")
    target_precompile_headers(corolint_${name} REUSE_FROM corolint_pch)
  endif()
  target_link_libraries(corolint_objects INTERFACE
    corolint_${name}_view $<TARGET_OBJECTS:corolint_${name}>)
endfunction()
