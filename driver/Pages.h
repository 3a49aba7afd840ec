// The pages of docs/checks, embedded at build time.

#ifndef COROLINT_DRIVER_PAGES_H
#define COROLINT_DRIVER_PAGES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace corolint {

struct Page {
  llvm::StringRef Check; ///< "coro-discarded-task"
  llvm::StringRef Text;  ///< Markdown
};

llvm::ArrayRef<Page> pages();

} // namespace corolint

#endif
