// clang-tidy's own reading of .clang-tidy files, with our policy for checks,
// our defaults, and mistakes kept instead of printed and forgotten.

#ifndef COROLINT_DRIVER_TIDYCONFIG_H
#define COROLINT_DRIVER_TIDYCONFIG_H

#include "Options.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/StringSet.h"

namespace corolint {

class TidyConfig : public clang::tidy::FileOptionsProvider {
public:
  TidyConfig(const Options &Asked,
             llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS);

  /// Says all that is wrong with what the command line names.
  bool checkCommandLine();

  /// Reads what applies to \p File and says all that is wrong with it, once.
  bool check(llvm::StringRef File);

  /// Whether any check is on for \p File.
  bool anyCheckOn(llvm::StringRef File);

  /// For a context, which wants to own one; asks this one.
  std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> provider();

  std::vector<OptionsSource> getRawOptions(llvm::StringRef File) override;

private:
  clang::tidy::ClangTidyOptions parse(llvm::MemoryBufferRef Config);
  bool checkKnowledge(llvm::StringRef Paths);
  bool checkReadable(llvm::StringRef File);

  std::string CommandLineChecks;
  unsigned Mistakes = 0;
  /// clang-tidy also reads what applies to a file "dummy"; that is no mistake
  /// of the user.
  bool IsChecking = false;
  llvm::StringSet<> KnowledgeSeen; ///< those already checked
};

} // namespace corolint

#endif
