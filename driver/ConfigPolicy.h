// Which checks run, given what the project file, .clang-tidy files and --checks
// say.
//
// A .clang-tidy is written with clang-tidy's checks in mind: its "-*" speaks
// of those. Our checks stay on until a glob names them; a gate that an
// unrelated line switches off silently is worse than one that stays.

#ifndef COROLINT_DRIVER_CONFIGPOLICY_H
#define COROLINT_DRIVER_CONFIGPOLICY_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace corolint {

/// Whether a glob (with or without '-') is written with our checks in mind.
bool namesOurChecks(llvm::StringRef Glob);

/// Globs, separated by ',', and the file or option that says them.
struct SaidGlobs {
  std::string Globs;
  std::string From;
};

/// One glob that counts. Those that we say ourselves are from nowhere.
struct EffectiveGlob {
  std::string Glob;
  std::string From;
};

/// All globs that count, the last of those that match a check decides on it.
/// \p TidyFiles are what the .clang-tidy files say, outermost first.
/// \p CommandLine comes on top and is obeyed as is.
std::vector<EffectiveGlob> effectiveGlobs(const SaidGlobs &Project,
                                          llvm::ArrayRef<SaidGlobs> TidyFiles,
                                          const SaidGlobs &CommandLine);

/// In one text, as clang-tidy wants them.
std::string joined(llvm::ArrayRef<EffectiveGlob> Globs);

/// The one that decides whether \p Check runs; null: none, it does not.
const EffectiveGlob *deciding(llvm::ArrayRef<EffectiveGlob> Globs,
                              llvm::StringRef Check);

} // namespace corolint

#endif
