// All facts of all files, found by qualified name.

#ifndef COROLINT_KNOWLEDGE_KNOWLEDGEBASE_H
#define COROLINT_KNOWLEDGE_KNOWLEDGEBASE_H

#include "knowledge/FactsYaml.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/GlobPattern.h"
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace corolint {

/// Immutable once filled; then safe to read from several threads.
class KnowledgeBase {
public:
  KnowledgeBase() = default;
  KnowledgeBase(const KnowledgeBase &) = delete;
  KnowledgeBase &operator=(const KnowledgeBase &) = delete;

  /// Adds what \p Text says; earlier additions win over later ones. On
  /// mistakes adds nothing, appends one line for each to \p Errors and returns
  /// false.
  bool addText(llvm::StringRef Text, llvm::StringRef FileName,
               std::vector<std::string> &Errors);

  /// The same for the file at \p Path; a file that cannot be read is a mistake.
  bool addFile(llvm::StringRef Path, std::vector<std::string> &Errors);

  /// The bundled files; to be called after the user's files were added.
  void addBundled();

  using FunctionFacts = llvm::SmallVector<const FunctionFact *, 2>;
  using TypeFacts = llvm::SmallVector<const TypeFact *, 2>;

  /// What is known of a function or type of this qualified name (no template
  /// arguments, no inline namespaces), strongest first.
  FunctionFacts function(llvm::StringRef QualifiedName) const;
  TypeFacts type(llvm::StringRef QualifiedName) const;

  /// The library whose namespace \p QualifiedName is in, or null.
  struct Library {
    std::string Name;
    std::string AsyncMutex; ///< the way out for a held lock; may be empty
    /// What asks the file system asynchronously; may be empty.
    std::string AsyncMetadata;
    std::string WhenAll; ///< awaits several tasks at once; may be empty
    std::vector<std::string> Cancellations; ///< see KnowledgeFile
    bool OneThread = false; ///< a coroutine is resumed on the thread it runs on
    std::vector<std::string> AwaitablesNeed;     ///< see KnowledgeFile
    std::vector<std::string> AwaitablesFreeWith; ///< see KnowledgeFile
  };
  const Library *libraryOf(llvm::StringRef QualifiedName) const;

  /// Calls \p See with each fact and the name (or pattern) it is found by.
  void forEachFunction(
      llvm::function_ref<void(llvm::StringRef, const FunctionFact &)> See)
      const;
  void forEachType(
      llvm::function_ref<void(llvm::StringRef, const TypeFact &)> See) const;

  /// Calls \p See with each namespace of a library.
  void forEachLibrary(
      llvm::function_ref<void(llvm::StringRef, const Library &)> See) const;

private:
  template <typename Fact> struct Table {
    struct Row {
      unsigned Order; ///< of addition
      const Fact *What;
    };
    llvm::StringMap<llvm::SmallVector<Row, 1>> Exact;
    std::vector<std::pair<llvm::GlobPattern, Row>> Globs;
    std::deque<std::string> Patterns; ///< the text that Globs refer to

    void add(llvm::StringRef Name, const Fact *What, unsigned Order);
    llvm::SmallVector<const Fact *, 2> find(llvm::StringRef Name) const;
    void
    forEach(llvm::function_ref<void(llvm::StringRef, const Fact &)> See) const;
  };

  unsigned Additions = 0;
  std::deque<KnowledgeFile> Files; ///< owns the facts; addresses are stable
  Table<FunctionFact> Functions;
  Table<TypeFact> Types;
  llvm::StringMap<Library> Libraries; ///< by namespace
};

} // namespace corolint

#endif
