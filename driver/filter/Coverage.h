// What a run can tell: for which files and checks it would have shown a finding
// if there were one. What is not covered may be there all the same.

#ifndef COROLINT_DRIVER_FILTER_COVERAGE_H
#define COROLINT_DRIVER_FILTER_COVERAGE_H

#include "FindingFilter.h"
#include "Unit.h"
#include "clang-tidy/GlobList.h"
#include "llvm/ADT/StringSet.h"
#include <map>

namespace corolint {

/// A file may have any name; those of files that are gone are covered as those
/// of headers are.
class Coverage {
public:
  /// \p IsWholeProject: all files of the database are analysed. Only then a
  /// header is covered, which any of them may have included.
  Coverage(FindingFilter &Filter, bool IsWholeProject)
      : Filter(Filter), IsWholeProject(IsWholeProject) {}

  /// All units of \p File were analysed, with these \p Options.
  void addAnalysed(llvm::StringRef File,
                   const clang::tidy::ClangTidyOptions &Options);

  /// \p File is of the project, but was not looked at: every check is off.
  void addSkipped(llvm::StringRef File) { Analysed[real(File)] = nullptr; }

  /// Some file was not, and no header is covered.
  void addFailure() { HasFailures = true; }

  /// A check that no .clang-tidy switches, as it is on.
  void addCheck(llvm::StringRef Name) { OwnChecks.insert(Name); }

  /// Headers in folders that \p U names as those of the system are not covered.
  void addSystemFolders(const Unit &U);

  /// Whether \p File is the user's: a file that was analysed, or a header that
  /// the header filter of any of them lets through.
  bool isUsers(llvm::StringRef File);

  /// Whether all that the checks which are on could find in \p File was found.
  bool covers(llvm::StringRef File);
  bool covers(llvm::StringRef File, llvm::StringRef Check);

private:
  struct Setting {
    explicit Setting(const clang::tidy::ClangTidyOptions &Options)
        : Options(Options), Checks(Options.Checks.value_or("")) {}
    clang::tidy::ClangTidyOptions Options;
    clang::tidy::GlobList Checks;
  };

  const std::string &real(llvm::StringRef File);
  bool isInSystemFolder(llvm::StringRef Real) const;

  FindingFilter &Filter;
  bool IsWholeProject;
  bool HasFailures = false;
  std::map<std::string, Setting> Settings; ///< each once
  /// By the file itself; null of one that was skipped.
  llvm::StringMap<Setting *> Analysed;
  llvm::StringSet<> OwnChecks;
  llvm::StringSet<> FoldersSeen;   ///< as commands name them
  llvm::StringSet<> SystemFolders; ///< each with a '/' behind it
  llvm::StringMap<std::string> RealNames;
};

} // namespace corolint

#endif
