// The knowledge files that are embedded at build time.

#ifndef COROLINT_KNOWLEDGE_BUNDLEDFILES_H
#define COROLINT_KNOWLEDGE_BUNDLEDFILES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace corolint {

struct BundledFile {
  llvm::StringRef Name; ///< "posix.yaml"
  llvm::StringRef Text;
};

llvm::ArrayRef<BundledFile> bundledFiles();

} // namespace corolint

#endif
