// A plugin that is loaded into another major version of clang-tidy finds
// nothing, says nothing and lets the run succeed. This ends such a run before
// anything is registered.

#include "clang/Basic/Version.h"
#include <cstdio>
#include <cstdlib>
#include <string>

// The host that lacks data which our headers name refuses the plugin with a
// line of its loader, goes on without, and may well end with success. Functions
// are looked up when they are called, so this is all that LLVM 22 asks for and
// older ones lack. The host's own comes first where there is one.
extern "C" __attribute__((weak, visibility("default"))) const char
    CorolintStandIn[64] asm("_ZN4llvm11APFloatBase18semPPCDoubleDoubleE") = {};

namespace {

struct Guard {
  Guard() {
    const std::string Host = clang::getClangFullVersion();
    const std::string Wanted =
        "version " + std::to_string(COROLINT_LLVM_MAJOR) + ".";
    if (Host.find(Wanted) != std::string::npos)
      return;
    std::fprintf(stderr,
                 "libcorolint-tidy.so: error: this plugin is built for "
                 "clang-tidy %d, but was loaded into %s; load it with "
                 "clang-tidy-%d, or use the plugin built for your version\n",
                 COROLINT_LLVM_MAJOR, Host.c_str(), COROLINT_LLVM_MAJOR);
    std::fflush(stderr);
    // EX_CONFIG of sysexits.h. Not exit(): the host's own clean-up must not run
    // with half of our objects made.
    std::_Exit(78);
  }
};

// Before the objects with default priority, those of Module.cpp among them.
__attribute__((init_priority(101))) Guard First;

} // namespace
