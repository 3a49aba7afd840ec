// Listens to the compiler while a file is parsed. Only errors matter: its
// warnings are the compiler's business.

#ifndef COROLINT_DRIVER_COMPILEERRORS_H
#define COROLINT_DRIVER_COMPILEERRORS_H

#include "clang/Basic/Diagnostic.h"
#include <string>

namespace corolint {

class CompileErrors : public clang::DiagnosticConsumer {
public:
  /// \p Checks is told where a source file begins and ends; the compiler's
  /// diagnostics do not reach it.
  explicit CompileErrors(clang::DiagnosticConsumer &Checks) : Checks(Checks) {}

  bool any() const { return getNumErrors() != 0; }

  /// None of them is about source text: the command itself is at fault.
  bool onlyAboutCommand() const { return any() && !SawSource; }

  /// Says them about \p File, in one line or two.
  void complainAbout(llvm::StringRef File) const;

  void BeginSourceFile(const clang::LangOptions &Language,
                       const clang::Preprocessor *PP) override;
  void EndSourceFile() override;
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

private:
  clang::DiagnosticConsumer &Checks;
  std::string FirstPlace; ///< file:line:col; empty: no place in a source
  std::string FirstText;
  bool SawSource = false;
  bool GaveUp = false; ///< there are more
};

} // namespace corolint

#endif
