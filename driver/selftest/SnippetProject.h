// A project of one file, which has a mistake for each check.

#ifndef COROLINT_DRIVER_SELFTEST_SNIPPETPROJECT_H
#define COROLINT_DRIVER_SELFTEST_SNIPPETPROJECT_H

#include "TemporaryFolder.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace corolint {

/// Gone from the disk at the end.
class SnippetProject {
public:
  /// What the source file is called in any folder.
  static constexpr llvm::StringLiteral SourceName = "selftest.cpp";

  /// Writes the file, its compile_commands.json, and a .clang-tidy of each of
  /// these texts, each in a folder below that of the one before, the file in
  /// the last. Others above them do not apply. Returns why it could not, or
  /// nothing.
  std::string make(llvm::ArrayRef<std::string> TidyFiles);

  /// That of the file and of compile_commands.json, absolute.
  const std::string &folder() const { return Folder; }
  std::string file() const { return Folder + "/" + SourceName.str(); }

private:
  TemporaryFolder Root;
  std::string Folder;
};

} // namespace corolint

#endif
