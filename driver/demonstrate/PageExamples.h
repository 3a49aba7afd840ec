// The examples on the page of a check, and which of them are programs.

#ifndef COROLINT_DRIVER_DEMONSTRATE_PAGEEXAMPLES_H
#define COROLINT_DRIVER_DEMONSTRATE_PAGEEXAMPLES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace corolint {

struct PageExample {
  bool IsBad; ///< the check is to report it
  llvm::StringRef Code;

  /// "bad" or "good", as the page says.
  llvm::StringRef kind() const { return IsBad ? "bad" : "good"; }
};

/// The blocks "```cpp bad" and "```cpp good" of \p Page, in its order.
std::vector<PageExample> examplesOf(llvm::StringRef Page);

/// Whether there is one bad and one good, and both are programs.
bool canBeRun(llvm::ArrayRef<PageExample> Examples);

/// The checks whose pages have examples that can be run.
std::vector<std::string> checksThatCanBeShown();

} // namespace corolint

#endif
