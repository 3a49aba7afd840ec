// The identifiers of one file, by where they stand.

#ifndef COROLINT_DRIVER_SCAN_FILEWORDS_H
#define COROLINT_DRIVER_SCAN_FILEWORDS_H

#include "Triggers.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

namespace corolint {

/// An identifier as a number; two different ones may share it.
using WordHash = size_t;
WordHash hashOf(llvm::StringRef Word);

/// A macro, or another name for a type outside of known libraries' namespaces,
/// with all identifiers that it stands for.
struct Definition {
  WordHash Name;
  llvm::SmallVector<WordHash, 4> Body;
  bool IsMacro = false;
};

struct FileWords {
  WordSet Own; ///< outside of the namespaces of known libraries
  /// Inside of them, by the library's name.
  llvm::SmallVector<std::pair<std::string, WordSet>, 1> OfLibraries;
  std::vector<Definition> Definitions;
  bool IsAnnotated = false; ///< with "corolint::…"
  bool IsObscure = false;   ///< an identifier is spread over two lines
  bool Imports = false;     ///< a C++20 module, whose text is not at hand
};

/// Reads \p Text as the compiler's lexer does: what stands in comments and
/// strings does not count.
FileWords wordsOf(llvm::StringRef Text, const Triggers &Known,
                  const KnowledgeBase &Base);

/// The identifiers in \p Text; \p OnlyOwn: outside of the namespaces of known
/// libraries.
llvm::DenseSet<WordHash> identifiersOf(llvm::StringRef Text,
                                       const Triggers &Known,
                                       const KnowledgeBase &Base, bool OnlyOwn);

} // namespace corolint

#endif
