# Finds the archives that clangd is made of, in the LLVM that Llvm.cmake found.
# COROLINT_CLANGD_LIBS is empty, and a line says why, if some are missing.

set(COROLINT_CLANGD_LIBS "")
set(COROLINT_CLANGD_MISSING "")
file(GLOB COROLINT_CLANGD_ARCHIVES
  ${COROLINT_LLVM_ROOT}/lib/libclangDaemon*.a
  ${COROLINT_LLVM_ROOT}/lib/libclangd*.a
  ${COROLINT_LLVM_ROOT}/lib/libclangTidy*.a
  ${COROLINT_LLVM_ROOT}/lib/libclangPseudo.a
  ${COROLINT_LLVM_ROOT}/lib/libclangPseudoGrammar.a
  ${COROLINT_LLVM_ROOT}/lib/libclangIncludeCleaner.a)
# That of the program clang-tidy, and what a plugin says when it is loaded.
list(FILTER COROLINT_CLANGD_ARCHIVES EXCLUDE REGEX "libclangTidy(Main|Plugin)\\.a$")
# 22 has it for the checks that users write as queries.
if(EXISTS ${COROLINT_LLVM_ROOT}/lib/libclangTidyCustomModule.a)
  list(APPEND COROLINT_CLANGD_ARCHIVES ${COROLINT_LLVM_ROOT}/lib/libclangQuery.a)
endif()

# Its name has the types of its parameters in it, which change with LLVM.
execute_process(COMMAND ${CMAKE_NM} ${COROLINT_LLVM_ROOT}/lib/libclangDaemon.a
  OUTPUT_VARIABLE symbols ERROR_QUIET)
string(REGEX MATCH "_ZN5clang19PrecompiledPreamble5Build[A-Za-z0-9_]+"
  COROLINT_PREAMBLE_BUILD "${symbols}")
if(NOT COROLINT_PREAMBLE_BUILD)
  set(COROLINT_CLANGD_MISSING "${CMAKE_NM} finds no call of PrecompiledPreamble::Build in libclangDaemon.a")
endif()

# 16 has no clangdMain that a program could call.
if(NOT EXISTS ${COROLINT_LLVM_ROOT}/lib/libclangdMain.a)
  set(COROLINT_CLANGD_MISSING "LLVM ${COROLINT_LLVM_MAJOR} has no libclangdMain.a")
endif()
# Debian's clangd speaks to remote indexes.
foreach(library grpc++ grpc gpr protobuf absl_synchronization)
  find_library(COROLINT_${library}_LIBRARY ${library})
  if(NOT COROLINT_${library}_LIBRARY)
    set(COROLINT_CLANGD_MISSING "there is no lib${library}; install libgrpc++-dev and libprotobuf-dev")
  endif()
endforeach()

if(COROLINT_CLANGD_MISSING)
  message(STATUS "corolint-clangd is not built: ${COROLINT_CLANGD_MISSING}")
else()
  # Archives first: what libclang-cpp.so also has is then taken from there only
  # if no archive has it, and nothing is there twice.
  set(COROLINT_CLANGD_LIBS
    -Wl,--start-group ${COROLINT_CLANGD_ARCHIVES} -Wl,--end-group
    ${COROLINT_LIBCLANG_CPP} ${COROLINT_LIBLLVM}
    ${COROLINT_grpc++_LIBRARY} ${COROLINT_grpc_LIBRARY} ${COROLINT_gpr_LIBRARY}
    ${COROLINT_protobuf_LIBRARY} ${COROLINT_absl_synchronization_LIBRARY})
endif()
