// Reads a knowledge file. docs/internals/knowledge.md is its grammar.

#ifndef COROLINT_KNOWLEDGE_FACTSYAML_H
#define COROLINT_KNOWLEDGE_FACTSYAML_H

#include "knowledge/Facts.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace corolint {

struct FunctionEntry {
  std::vector<std::string> Names;
  FunctionFact Fact;
};

struct TypeEntry {
  std::vector<std::string> Names;
  TypeFact Fact;
};

/// Every name under \c Name is also known under \c As.
struct NamespaceAlias {
  std::string Name;
  std::string As;
};

struct KnowledgeFile {
  std::string Library;
  std::string AsyncMutex;
  std::string AsyncMetadata;
  std::string WhenAll; ///< awaits several tasks at the same time
  /// The classes of exceptions that a cancelled coroutine gets.
  std::vector<std::string> Cancellations;
  bool OneThread = false; ///< a coroutine is resumed on the thread it runs on
  bool LanguageC = false; ///< its functions are C functions
  /// A file that does not write one of these identifiers gets no awaitable from
  /// the library; nothing is known if there are none.
  std::vector<std::string> AwaitablesNeed;
  /// Where one of these identifiers is seen, the list above does not hold.
  std::vector<std::string> AwaitablesFreeWith;
  std::vector<std::string> Namespaces;
  std::vector<NamespaceAlias> Aliases;
  std::vector<FunctionEntry> Functions;
  std::vector<TypeEntry> Types;
};

/// Parses \p Text, the content of the file shown as \p FileName. On mistakes
/// returns false and appends one line each, "file:line:col: error: …"; then
/// \p File is not to be used.
bool parseKnowledge(llvm::StringRef Text, llvm::StringRef FileName,
                    KnowledgeFile &File, std::vector<std::string> &Errors);

} // namespace corolint

#endif
