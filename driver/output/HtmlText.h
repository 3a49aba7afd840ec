// Text for a page of HTML.

#ifndef COROLINT_DRIVER_OUTPUT_HTMLTEXT_H
#define COROLINT_DRIVER_OUTPUT_HTMLTEXT_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace corolint::output {

/// \p Bytes for text and for quoted attributes. What is no UTF-8 and what is no
/// character that can be seen becomes U+FFFD.
std::string htmlText(llvm::StringRef Bytes);

/// \p Markdown, as the pages of the checks use it: headings, paragraphs, lists,
/// examples, code, emphasis, links. A link to another page becomes one to the
/// name of its check in this document; one to elsewhere in the repository,
/// plain text.
std::string htmlOfMarkdown(llvm::StringRef Markdown);

} // namespace corolint::output

#endif
