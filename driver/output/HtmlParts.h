// The files of driver/output/html, embedded at build time.

#ifndef COROLINT_DRIVER_OUTPUT_HTMLPARTS_H
#define COROLINT_DRIVER_OUTPUT_HTMLPARTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace corolint::output {

struct HtmlPart {
  llvm::StringRef Name; ///< "page", "style", "filter"
  llvm::StringRef Text;
};

llvm::ArrayRef<HtmlPart> htmlParts();

} // namespace corolint::output

#endif
