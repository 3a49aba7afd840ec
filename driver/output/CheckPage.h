// The page of a check, as a report carries it.

#ifndef COROLINT_DRIVER_OUTPUT_CHECKPAGE_H
#define COROLINT_DRIVER_OUTPUT_CHECKPAGE_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace corolint::output {

/// In Markdown; empty if \p Check has none.
llvm::StringRef pageOf(llvm::StringRef Check);

/// \p Markdown with its links to other pages, which are not where the reader
/// is, as plain text.
std::string withoutRelativeLinks(llvm::StringRef Markdown);

/// What comes first behind the title.
std::string firstParagraph(llvm::StringRef Page);

} // namespace corolint::output

#endif
