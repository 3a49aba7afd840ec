# Finds one LLVM of Debian's layout and names the libraries to link.
# The exported CMake targets of clang-tidy's archives drag in the static clang
# libraries beside libclang-cpp.so, which gives every global twice: name files.

set(COROLINT_LLVM_ROOT /usr/lib/llvm-${COROLINT_LLVM_MAJOR} CACHE PATH "where that LLVM is installed")
if(NOT EXISTS ${COROLINT_LLVM_ROOT}/include/clang-tidy/ClangTidy.h)
  message(FATAL_ERROR "no clang-tidy headers in ${COROLINT_LLVM_ROOT}; install libclang-${COROLINT_LLVM_MAJOR}-dev and llvm-${COROLINT_LLVM_MAJOR}-dev, or set COROLINT_LLVM_ROOT")
endif()

file(GLOB COROLINT_RESOURCE_DIRS ${COROLINT_LLVM_ROOT}/lib/clang/${COROLINT_LLVM_MAJOR}*)
list(GET COROLINT_RESOURCE_DIRS 0 COROLINT_RESOURCE_DIR)
file(GLOB COROLINT_LIBCLANG_CPP ${COROLINT_LLVM_ROOT}/lib/libclang-cpp.so*)
list(GET COROLINT_LIBCLANG_CPP 0 COROLINT_LIBCLANG_CPP)
file(GLOB COROLINT_LIBLLVM ${COROLINT_LLVM_ROOT}/lib/libLLVM-${COROLINT_LLVM_MAJOR}.so)

set(COROLINT_LLVM_LIBS
  ${COROLINT_LLVM_ROOT}/lib/libclangTidy.a
  ${COROLINT_LLVM_ROOT}/lib/libclangTidyUtils.a
  ${COROLINT_LIBCLANG_CPP}
  ${COROLINT_LIBLLVM})

add_library(corolint_llvm INTERFACE)
# After the system's own: libc++abi-NN-dev puts its cxxabi.h in the same folder.
target_compile_options(corolint_llvm INTERFACE "SHELL:-idirafter ${COROLINT_LLVM_ROOT}/include")
target_compile_features(corolint_llvm INTERFACE cxx_std_17)
target_compile_definitions(corolint_llvm INTERFACE
  _GNU_SOURCE __STDC_CONSTANT_MACROS __STDC_FORMAT_MACROS __STDC_LIMIT_MACROS
  COROLINT_VERSION="${PROJECT_VERSION}")
# Debian's libraries are built without LLVM's ABI-changing assertions; NDEBUG
# stays off in dev builds so that our own asserts hold.
target_compile_options(corolint_llvm INTERFACE
  -fno-exceptions -fno-rtti -fvisibility-inlines-hidden
  -Wall -Wextra -Wno-unused-parameter -Wno-deprecated-declarations
  -Werror=return-type)

if(COROLINT_SANITIZE)
  target_compile_options(corolint_llvm INTERFACE -fsanitize=${COROLINT_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(corolint_llvm INTERFACE -fsanitize=${COROLINT_SANITIZE})
endif()

# Where what belongs to one LLVM is installed: those of several live side by side.
set(COROLINT_LLVM_DESTINATION lib/llvm-${COROLINT_LLVM_MAJOR})

# corolint_install_link(<file> <name> <component>): in bin/, a link with this name
# to a program there.
function(corolint_install_link file name component)
  set(link ${CMAKE_BINARY_DIR}/links/${name})
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/links)
  file(CREATE_LINK ../${COROLINT_LLVM_DESTINATION}/bin/${file} ${link} SYMBOLIC)
  install(FILES ${link} DESTINATION bin COMPONENT ${component})
endfunction()
