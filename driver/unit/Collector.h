// Takes what checks report as data that outlives the compiler. Decides nothing:
// clang-tidy's own consumer would apply NOLINT and the header filter, which may
// change without another analysis.

#ifndef COROLINT_DRIVER_UNIT_COLLECTOR_H
#define COROLINT_DRIVER_UNIT_COLLECTOR_H

#include "UnitResult.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/LangOptions.h"

namespace clang::tidy {
class ClangTidyContext;
} // namespace clang::tidy

namespace corolint {

class Collector : public clang::DiagnosticConsumer {
public:
  explicit Collector(clang::tidy::ClangTidyContext &Context)
      : Context(Context) {}

  void BeginSourceFile(const clang::LangOptions &Language,
                       const clang::Preprocessor *PP) override;
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

  /// In the order in which the checks gave them.
  std::vector<RawFinding> takeFindings() { return std::move(Findings); }

  /// Mistakes in the values of check options, as sentences.
  const std::vector<std::string> &configMistakes() const { return Mistakes; }

private:
  clang::tidy::ClangTidyContext &Context;
  clang::LangOptions Language;
  std::vector<RawFinding> Findings;
  std::vector<std::string> Mistakes;
};

} // namespace corolint

#endif
