// clang-tidy's own reading of .clang-tidy files, with our policy for checks,
// our defaults, those of the project, and mistakes kept instead of printed and
// forgotten.

#ifndef COROLINT_DRIVER_TIDYCONFIG_H
#define COROLINT_DRIVER_TIDYCONFIG_H

#include "ConfigPolicy.h"
#include "ProjectFile.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/StringSet.h"

namespace corolint {

/// One of those that have a say in what applies to a file.
struct ConfigSource {
  std::string Name; ///< "our defaults", a file as it is shown, "command line"
  clang::tidy::ClangTidyOptions Says;
};

class TidyConfig : public clang::tidy::FileOptionsProvider {
public:
  TidyConfig(const Options &Asked, const ProjectFile &Project,
             llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS);

  /// Says all that is wrong with the files that the command line and the
  /// project file name.
  bool checkNamedFiles();

  /// Reads what applies to \p File and says all that is wrong with it, once.
  bool check(llvm::StringRef File);

  /// Whether any check is on for \p File.
  bool anyCheckOn(llvm::StringRef File);

  /// All that has a say in what applies to \p File, the weakest first, each as
  /// it says it.
  std::vector<ConfigSource> sources(llvm::StringRef File);

  /// Which checks run over \p File, and who says so.
  std::vector<EffectiveGlob> globs(llvm::StringRef File);

  /// For a context, which wants to own one; asks this one.
  std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> provider();

  std::vector<OptionsSource> getRawOptions(llvm::StringRef File) override;

private:
  std::vector<OptionsSource> rawSources(llvm::StringRef File);
  std::vector<EffectiveGlob> globsOf(llvm::ArrayRef<OptionsSource> Sources);
  clang::tidy::ClangTidyOptions parse(llvm::MemoryBufferRef Config);
  bool checkKnowledge(llvm::StringRef Paths);
  bool checkReadable(llvm::StringRef File);

  SaidGlobs ProjectChecks, CommandLineChecks;
  clang::tidy::ClangTidyOptions ProjectSays;
  unsigned Mistakes = 0;
  /// clang-tidy also reads what applies to a file "dummy"; that is no mistake
  /// of the user.
  bool IsChecking = false;
  llvm::StringSet<> KnowledgeSeen; ///< those already checked
};

} // namespace corolint

#endif
