// Which function bodies are parsed in the headers that a file begins with.
// clangd parses none of them, and our checks would then say less than they do
// elsewhere, or even something else: how a task is dropped is told by bodies.

#ifndef COROLINT_CLANGD_PREAMBLEBODIES_H
#define COROLINT_CLANGD_PREAMBLEBODIES_H

#include "SkippedBodies.h"
#include "clang/Frontend/PrecompiledPreamble.h"
#include <memory>
#include <optional>

namespace corolint {

/// Asks clangd's own callbacks, and skips no body that the checks look at:
/// those that the CLI does not skip either.
class PreambleBodies : public clang::PreambleCallbacks {
public:
  /// For the preamble of \p File, an absolute path.
  PreambleBodies(clang::PreambleCallbacks &Clangd, llvm::StringRef File);

  void BeforeExecute(clang::CompilerInstance &CI) override;
  void AfterExecute(clang::CompilerInstance &CI) override;
  void AfterPCHEmitted(clang::ASTWriter &Writer) override;
  void HandleTopLevelDecl(clang::DeclGroupRef Group) override;
  std::unique_ptr<clang::PPCallbacks> createPPCallbacks() override;
  clang::CommentHandler *getCommentHandler() override;
  bool shouldSkipFunctionBody(clang::Decl *D) override;

private:
  clang::PreambleCallbacks &Clangd;
  std::shared_ptr<const KnowledgeBase> Knowledge;
  std::optional<SkippedBodies> Ours;
};

} // namespace corolint

#endif
