// The identifiers without which no check has anything to say, taken from the
// language and from what is known of libraries.

#ifndef COROLINT_DRIVER_SCAN_TRIGGERS_H
#define COROLINT_DRIVER_SCAN_TRIGGERS_H

#include "knowledge/KnowledgeBase.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/StringMap.h"
#include <vector>

namespace corolint {

/// Identifiers by number, as far as anybody asks for them.
using WordSet = llvm::BitVector;

class Triggers {
public:
  explicit Triggers(const KnowledgeBase &Base);

  /// The number of \p Identifier, or -1.
  int word(llvm::StringRef Identifier) const;
  llvm::StringRef text(unsigned Word) const { return Words[Word]; }
  WordSet none() const { return WordSet(Words.size()); }

  /// Those that make code reportable by themselves: coroutines, promises,
  /// awaiters, senders.
  const WordSet &ofLanguage() const { return Language; }

  /// Those by which a class is a task, an awaiter or a sender.
  const WordSet &ofShapes() const { return Shapes; }

  /// The names of spawning functions and of awaitable types, as far as the
  /// names of their namespaces and classes are among \p Seen.
  WordSet ofFacts(const WordSet &Seen) const;

  /// True if a spawning function or an awaitable type that is used without
  /// writing its name may be among \p Seen: an operator, a pattern.
  bool anyUnnamed(const WordSet &Seen) const;

  /// The types alone.
  WordSet ofTypes(const WordSet &Seen) const;

  struct Library {
    WordSet Need;     ///< see KnowledgeFile::AwaitablesNeed
    WordSet FreeWith; ///< see KnowledgeFile::AwaitablesFreeWith
  };
  /// By the name of the library.
  const llvm::StringMap<Library> &libraries() const { return Libraries; }

private:
  /// A fact by the identifiers in its qualified name.
  struct Name {
    unsigned Last;
    llvm::SmallVector<unsigned, 4> Outer;
    bool IsAnywhere = false; ///< code can use it without writing its name
  };

  unsigned add(llvm::StringRef Word);
  void addName(llvm::StringRef QualifiedName, std::vector<Name> &Into);
  WordSet possible(llvm::ArrayRef<Name> Names, const WordSet &Seen) const;

  llvm::StringMap<unsigned> Numbers;
  std::vector<std::string> Words;
  WordSet Language, Shapes;
  std::vector<Name> Functions, Types;
  llvm::StringMap<Library> Libraries;
};

} // namespace corolint

#endif
