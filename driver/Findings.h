// What the checks found in all files, each finding once.

#ifndef COROLINT_DRIVER_FINDINGS_H
#define COROLINT_DRIVER_FINDINGS_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <tuple>
#include <vector>

namespace corolint {

class Findings {
public:
  /// Takes over the findings of one file. The same place in a header may come
  /// again from another file, under another name.
  void add(std::vector<clang::tidy::ClangTidyError> Errors);

  /// Takes only the mistakes in check options: the rest is not to be trusted.
  void addConfigMistakes(llvm::ArrayRef<clang::tidy::ClangTidyError> Errors);

  /// Mistakes in the values of check options, as sentences.
  const std::vector<std::string> &configMistakes() const { return Config; }

  /// By file and line.
  std::vector<clang::tidy::ClangTidyError> ordered() const;

private:
  void unifyNames(clang::tidy::ClangTidyError &Error);
  void unifyFix(llvm::StringMap<clang::tooling::Replacements> &Fix,
                llvm::StringRef BuildFolder);
  void unifyName(std::string &Path, llvm::StringRef BuildFolder);

  /// File, offset, check, text: what makes two findings the same, and orders.
  using Place = std::tuple<std::string, unsigned, std::string, std::string>;

  std::map<Place, clang::tidy::ClangTidyError> All;
  std::vector<std::string> Config;
  llvm::StringMap<std::string> NameOf; ///< shown, by the file itself
};

} // namespace corolint

#endif
