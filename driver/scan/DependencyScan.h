// Which files a compile command reads, found by preprocessing alone: each
// file is cut down to its directives, once for all units.

#ifndef COROLINT_DRIVER_SCAN_DEPENDENCYSCAN_H
#define COROLINT_DRIVER_SCAN_DEPENDENCYSCAN_H

#include "SourceCache.h"
#include "clang/Tooling/CompilationDatabase.h"
#include <optional>
#include <string>
#include <vector>

namespace corolint {

/// A file that a unit reads besides its main file.
struct IncludedFile {
  std::string Path; ///< absolute
  bool IsSystem;    ///< only ever included as a system header
};

/// One of the includes at the head of a main file.
struct LeadingInclude {
  std::string Written; ///< with its brackets or quotes
  std::string Path;    ///< absolute
  bool IsSystem;
};

struct UnitDependencies {
  std::string MainFile; ///< absolute
  /// C, or C++ older than 20: then the rest is left empty.
  bool IsOlderThanCoroutines = false;
  std::vector<IncludedFile> Files; ///< each once, as they are entered
  /// The includes in front of anything else but comments, in their order.
  std::vector<LeadingInclude> Leading;
  std::vector<std::string> Macros; ///< of the command line: "NAME=text"
};

/// Has no state but the cache: may be used by several threads.
class DependencyScan {
public:
  explicit DependencyScan(SourceCache &Sources) : Sources(Sources) {}

  /// What \p File reads when it is compiled by \p Command, which is fit for
  /// analysis. \p View is a view of the cache, or one that looks through it.
  /// Nothing if that cannot be told; whoever parses the file will say why.
  std::optional<UnitDependencies>
  run(llvm::StringRef File, const clang::tooling::CompileCommand &Command,
      llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> View) const;

private:
  SourceCache &Sources;
};

} // namespace corolint

#endif
