# libbacktrace, which GCC brings along and Clang finds there: lines of the source
# in debug info. Its header lies beside it.
execute_process(
  COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=libbacktrace.a
  OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE)
if(EXISTS "${found}" AND IS_ABSOLUTE "${found}")
  get_filename_component(folder "${found}" DIRECTORY)
  set(COROLINT_BACKTRACE_INCLUDE "${folder}/include")
else()
  message(STATUS "corolint: no libbacktrace, so no corolint::runtime_checked")
endif()
