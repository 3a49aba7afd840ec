// Lines of files, and whether a finding is about one of them: for --diff and
// --line-filter.

#ifndef COROLINT_DRIVER_FILTER_CHANGEDLINES_H
#define COROLINT_DRIVER_FILTER_CHANGEDLINES_H

#include "SourceTexts.h"
#include "UnitResult.h"
#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <utility>
#include <vector>

namespace corolint {

/// From the first to the last, counted from 1.
using LineRange = std::pair<unsigned, unsigned>;

/// The lines of one file.
struct FileLines {
  std::string Name;
  std::vector<LineRange> Ranges; ///< none: all lines
};

/// The files that a text of `git diff -U0` with the prefixes a/ and b/ adds
/// lines to, each with those lines. Names are as they stand there, without the
/// prefix.
std::vector<FileLines> linesOfDiff(llvm::StringRef Diff);

/// Those of a line filter of clang-tidy, [{"name": "a.cpp", "lines": [[1,
/// 3]]}]. Nothing, and \p Mistake says why, if \p Json is none.
std::optional<std::vector<FileLines>> linesOfJson(llvm::StringRef Json,
                                                  std::string &Mistake);

/// Not thread-safe.
class ChangedLines {
public:
  enum class Names {
    Whole, ///< absolute, with links resolved
    Ends,  ///< what a name may end with, as clang-tidy takes it
  };

  ChangedLines(std::vector<FileLines> Files, Names How)
      : Files(std::move(Files)), How(How) {}

  ChangedLines(ChangedLines &&) = default; // a copy would refer to the first
  ChangedLines &operator=(ChangedLines &&) = default;

  llvm::ArrayRef<FileLines> files() const { return Files; }

  /// Whether any line of it is.
  bool hasFile(llvm::StringRef File);

  /// Whether \p Found or one of its notes is on one of the lines.
  bool isAbout(const RawFinding &Found, output::SourceTexts &Texts);

private:
  std::vector<const FileLines *> linesOf(llvm::StringRef File);
  bool has(const RawPlace &Where, output::SourceTexts &Texts);

  std::vector<FileLines> Files;
  Names How;
  /// By the name that was asked for; a large change is asked often.
  llvm::StringMap<std::vector<const FileLines *>> Known;
};

} // namespace corolint

#endif
