#include "Disarm.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Lex/PreprocessorOptions.h"

namespace corolint {

void disarm(clang::CompilerInvocation &Invocation) {
  clang::FrontendOptions &Frontend = Invocation.getFrontendOpts();
  Frontend.Plugins.clear();
  Frontend.AddPluginActions.clear();
  Frontend.PluginArgs.clear();
  Frontend.ActionName.clear();
  Frontend.LLVMArgs.clear();
  Frontend.ShowStats = false;
  Frontend.StatsFile.clear();
  Invocation.getCodeGenOpts().PassPlugins.clear();
  Invocation.getPreprocessorOpts().ImplicitPCHInclude.clear();
  // Nothing is written but findings.
  Invocation.getDependencyOutputOpts() = clang::DependencyOutputOptions();
  clang::DiagnosticOptions &Diagnostics = Invocation.getDiagnosticOpts();
  Diagnostics.DiagnosticLogFile.clear();
  Diagnostics.DiagnosticSerializationFile.clear();
  Diagnostics.VerifyDiagnostics = false;
  // With them the compiler counts its errors on stderr.
  Diagnostics.ShowCarets = false;
}

} // namespace corolint
