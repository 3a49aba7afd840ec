// Patterns of paths in a project: those that are not to be looked at.

#ifndef COROLINT_DRIVER_CONFIG_PATHGLOBS_H
#define COROLINT_DRIVER_CONFIG_PATHGLOBS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Regex.h"
#include <string>
#include <vector>

namespace corolint {

/// As in .gitignore: '*' and '?' stand for letters of one name, "**" for any
/// folders; a pattern of one name counts at any depth; a folder stands for all
/// that is in it.
class PathGlobs {
public:
  PathGlobs() = default;

  /// Patterns of paths below the folder \p Root.
  PathGlobs(llvm::StringRef Root, llvm::ArrayRef<std::string> Patterns);

  /// The pattern that \p File, an absolute path, matches; null if none.
  const std::string *match(llvm::StringRef File) const;

private:
  struct PathGlob {
    std::string Text;
    llvm::Regex Meaning;
  };
  std::string Root;
  std::vector<PathGlob> Globs;
};

} // namespace corolint

#endif
