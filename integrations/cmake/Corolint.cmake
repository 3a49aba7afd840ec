# Lints the sources of targets as part of a build.
#
#   corolint_target(NAME [TARGETS targets...] [FILES files...]
#                   [OPTIONS options...] [WITHOUT_BUILD])
#
# Makes a target NAME that runs corolint over the C++ sources of TARGETS and
# over FILES, and fails where corolint does. It is not part of 'all'. The targets
# may come later in the same CMakeLists.txt. Needs CMake 3.19,
# CMAKE_EXPORT_COMPILE_COMMANDS, and Ninja or Makefiles.
#
# With Ninja it runs after the objects of TARGETS are made, and only if one of
# them was made anew: Ninja knows their headers. FILES, the files of
# configuration and corolint itself count too, the headers of FILES do not.
# Makefiles, or WITHOUT_BUILD: nothing is compiled and corolint runs each time;
# what did not change comes from its cache.

include_guard(GLOBAL)
cmake_minimum_required(VERSION 3.19)

find_program(COROLINT_COMMAND corolint
  HINTS ${CMAKE_CURRENT_LIST_DIR}/../../../bin DOC "the linter corolint")

function(corolint_target name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG
    "WITHOUT_BUILD" "" "TARGETS;FILES;OPTIONS")
  if(ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "corolint_target(${name}): "
      "unknown arguments '${ARG_UNPARSED_ARGUMENTS}'; "
      "expected TARGETS, FILES, OPTIONS or WITHOUT_BUILD")
  endif()
  if(NOT ARG_TARGETS AND NOT ARG_FILES)
    message(FATAL_ERROR "corolint_target(${name}): needs TARGETS or FILES")
  endif()
  if(NOT COROLINT_COMMAND)
    message(FATAL_ERROR "corolint_target(${name}): there is no corolint; "
      "name it with -DCOROLINT_COMMAND=PATH")
  endif()
  if(NOT CMAKE_EXPORT_COMPILE_COMMANDS)
    message(FATAL_ERROR "corolint_target(${name}): needs the compile commands; "
      "set CMAKE_EXPORT_COMPILE_COMMANDS to ON before the first target")
  endif()
  if(NOT CMAKE_GENERATOR MATCHES "Ninja|Makefiles")
    message(FATAL_ERROR "corolint_target(${name}): "
      "'${CMAKE_GENERATOR}' writes no compile commands; use Ninja or Makefiles")
  endif()
  # Later the sources of all targets are known.
  cmake_language(EVAL CODE "cmake_language(DEFER CALL _corolint_add_target
    [[${name}]] [==[${ARG_TARGETS}]==] [==[${ARG_FILES}]==]
    [==[${ARG_OPTIONS}]==] [[${ARG_WITHOUT_BUILD}]])")
endfunction()

# The C++ files among the sources of a target, absolute.
function(_corolint_sources name target result)
  if(NOT TARGET ${target})
    message(FATAL_ERROR "corolint_target(${name}): no target '${target}'")
  endif()
  get_target_property(sources ${target} SOURCES)
  get_target_property(folder ${target} SOURCE_DIR)
  set(found "")
  foreach(source IN LISTS sources)
    if(source MATCHES "\\$<TARGET_OBJECTS:")
      continue()
    elseif(source MATCHES "\\$<")
      message(WARNING "corolint_target(${name}): '${source}' of '${target}' "
        "is not known before the build; name the file with FILES")
    elseif(source MATCHES "\\.(cc|cpp|cxx|c\\+\\+|C|CPP)$")
      get_filename_component(source ${source} ABSOLUTE BASE_DIR ${folder})
      list(APPEND found ${source})
    endif()
  endforeach()
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

# The files that configure a run over these files. The build looks for new ones.
function(_corolint_configuration files result)
  set(globs
    ${CMAKE_SOURCE_DIR}/.corolint.yaml ${CMAKE_SOURCE_DIR}/.corolint-baseline.json)
  foreach(file IN LISTS files)
    get_filename_component(folder ${file} DIRECTORY)
    while(NOT "${folder}/.clang-tidy" IN_LIST globs)
      list(APPEND globs ${folder}/.clang-tidy)
      get_filename_component(folder ${folder} DIRECTORY)
    endwhile()
  endforeach()
  file(GLOB found CONFIGURE_DEPENDS ${globs})
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

function(_corolint_add_target name targets named options without_build)
  set(files "")
  foreach(file IN LISTS named)
    get_filename_component(file ${file} ABSOLUTE)
    list(APPEND files ${file})
  endforeach()
  set(inputs ${COROLINT_COMMAND} ${files})
  foreach(target IN LISTS targets)
    _corolint_sources(${name} ${target} sources)
    list(APPEND files ${sources})
    list(APPEND inputs $<TARGET_OBJECTS:${target}>)
  endforeach()
  if(NOT files)
    message(FATAL_ERROR "corolint_target(${name}): "
      "no C++ sources in '${targets}'")
  endif()
  list(REMOVE_DUPLICATES files)

  set(command ${COROLINT_COMMAND} -p ${CMAKE_BINARY_DIR}
    ${options} ${files})
  set(how COMMENT "Linting with corolint: ${name}" VERBATIM USES_TERMINAL
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  if(without_build OR NOT CMAKE_GENERATOR MATCHES "Ninja")
    add_custom_target(${name} COMMAND ${command} ${how})
    return()
  endif()
  _corolint_configuration("${files}" configuration)
  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${name}.corolint)
  add_custom_command(OUTPUT ${stamp} COMMAND ${command}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${inputs} ${configuration} ${how})
  add_custom_target(${name} DEPENDS ${stamp})
endfunction()
