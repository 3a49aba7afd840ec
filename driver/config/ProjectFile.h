// .corolint.yaml: what a project wants of every run.

#ifndef COROLINT_DRIVER_CONFIG_PROJECTFILE_H
#define COROLINT_DRIVER_CONFIG_PROJECTFILE_H

#include "Options.h"
#include "PathGlobs.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <map>

namespace corolint {

/// What it says; what it does not say is empty.
struct ProjectFile {
  std::string Path;      ///< absolute; empty if there is no such file
  std::string CheckList; ///< globs, separated by ','
  std::map<std::string, std::string> Severities;   ///< by check
  std::map<std::string, std::string> CheckOptions; ///< by "<check>.<option>"
  std::vector<std::string> Knowledge;              ///< absolute
  std::vector<std::string> Exclude;                ///< as it is written
  std::optional<std::string> HeaderFilter;
  std::vector<std::string> ExtraArgs;
  std::optional<unsigned> Jobs, TimeoutSeconds, MaxMemoryMB;
  std::optional<std::string> Threshold; ///< of fail-on
  std::string Baseline;                 ///< absolute

  /// Those of Exclude, ready to be asked.
  PathGlobs excluded() const;
};

/// What the value of a key may be, for the reader and for the schema.
enum class KeyShape {
  CheckGlobs,
  Severities,
  CheckOptions,
  Texts,
  Text,
  Regex,
  Number,
  FailOn,
};

struct ProjectKey {
  llvm::StringLiteral Name;
  KeyShape Shape;
  llvm::StringLiteral Help;
};

/// All keys, in the order in which the documentation has them.
llvm::ArrayRef<ProjectKey> projectKeys();

/// The levels of a severity, and those that fail-on may name.
llvm::ArrayRef<llvm::StringLiteral> severityWords();
llvm::ArrayRef<llvm::StringLiteral> failOnWords();

/// What \p Text says; its identifier is the absolute path of the file. Nothing
/// after complaints, one for each mistake.
std::optional<ProjectFile> parseProjectFile(llvm::MemoryBufferRef Text);

/// The path of the project file in the folder \p Start, an absolute path, or of
/// the nearest above it; empty if there is none.
std::string projectFileFor(llvm::StringRef Start);

/// The file that \p Asked names, or the one in the current folder or the
/// nearest above it. An empty one if there is none; nothing after complaints.
std::optional<ProjectFile> loadProjectFile(const Options &Asked);

} // namespace corolint

#endif
