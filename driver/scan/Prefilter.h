// Which units cannot have a finding, by what their files are written with, so
// that they need not be parsed. A doubt is an answer: such a unit is parsed.

#ifndef COROLINT_DRIVER_SCAN_PREFILTER_H
#define COROLINT_DRIVER_SCAN_PREFILTER_H

#include "DependencyScan.h"
#include "FileWords.h"
#include <mutex>

namespace corolint {

/// Whether a unit is to be parsed, and why; for --stats.
struct Verdict {
  bool MayHaveFindings = true;
  std::string Why; ///< "'co_await' in 'a.cpp'", "older than C++20"
};

/// For units that share one knowledge base. Thread-safe; each file is looked
/// at once.
class Prefilter {
public:
  /// Both outlive it.
  Prefilter(const KnowledgeBase &Base, SourceCache &Sources)
      : Base(Base), Sources(Sources), Known(Base) {}

  Verdict judge(const UnitDependencies &Unit);

  bool mayHaveFindings(const UnitDependencies &Unit) {
    return judge(Unit).MayHaveFindings;
  }

private:
  /// A file as one unit sees it.
  struct Source {
    std::string Path;
    bool IsSystem;
    const FileWords *Words;
    llvm::StringRef Library; ///< whose header it is, by its path; may be empty
  };

  /// What is remembered of a file.
  struct Memory {
    bool IsReadable = false;
    FileWords Words;
    std::string Library;
  };

  const Memory &remember(llvm::StringRef Path);
  const llvm::DenseSet<WordHash> &identifiersOf(const Source &From);
  std::string libraryOfPath(llvm::StringRef Path) const;

  bool collect(const UnitDependencies &Unit, std::vector<Source> &Into,
               std::string &Why);
  WordSet ownWords(const Source &From) const;
  std::string whyOfLibraries(llvm::ArrayRef<Source> All, const WordSet &Seen,
                             WordSet &Asked) const;
  std::string whyOfDefinitions(llvm::ArrayRef<Source> All,
                               llvm::ArrayRef<Definition> OfCommand,
                               const WordSet &Asked);

  const KnowledgeBase &Base;
  SourceCache &Sources;
  const Triggers Known;

  std::mutex Lock; ///< of what follows
  llvm::StringMap<std::unique_ptr<Memory>> Remembered;
  llvm::StringMap<std::unique_ptr<llvm::DenseSet<WordHash>>> Identifiers;
};

} // namespace corolint

#endif
