// "did you mean …?"

#ifndef COROLINT_DRIVER_SPELLING_H
#define COROLINT_DRIVER_SPELLING_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace corolint {

/// "; did you mean '<one of Known>'?", or nothing if none comes near.
std::string didYouMean(llvm::StringRef Wrong,
                       llvm::ArrayRef<llvm::StringRef> Known);

} // namespace corolint

#endif
