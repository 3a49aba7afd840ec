// The library that the examples run on.

#ifndef COROLINT_DRIVER_DEMONSTRATE_CHECKEDRUNTIME_H
#define COROLINT_DRIVER_DEMONSTRATE_CHECKEDRUNTIME_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace corolint {

class Bench;

struct CheckedRuntime {
  std::string Headers; ///< the folder in which "corolint/rt" is
  std::string Library; ///< libcorolint_runtime_checked.a
};

/// That of the installed prefix \p Named if that is not empty, else the one
/// beside this program, installed or in its build. Nothing after a complaint.
std::optional<CheckedRuntime> findRuntime(llvm::StringRef Named,
                                          const Bench &On);

} // namespace corolint

#endif
