// Where the page of a check is, for an editor to open.

#ifndef COROLINT_CLANGD_PAGELINK_H
#define COROLINT_CLANGD_PAGELINK_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace corolint {

/// The URL of the page of \p Check: where the project publishes its pages, if
/// the build says so, else the page that is installed with this program. Empty
/// if there is none.
std::string pageLink(llvm::StringRef Check);

} // namespace corolint

#endif
