// The compiler that builds the examples.

#ifndef COROLINT_DRIVER_DEMONSTRATE_COMPILER_H
#define COROLINT_DRIVER_DEMONSTRATE_COMPILER_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace corolint {

class Bench;

/// The words that start one with C++20: of \p Named if that is not empty, else
/// of $CXX, else of the usual names, the first that does it. Nothing after a
/// complaint.
std::optional<std::vector<std::string>> findCompiler(llvm::StringRef Named,
                                                     Bench &On);

} // namespace corolint

#endif
