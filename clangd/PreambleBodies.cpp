#include "PreambleBodies.h"
#include "NearestProject.h"
#include "tidy/Knowledge.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PPCallbacks.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace corolint {

/// Mistakes are said where the checks are made.
static std::shared_ptr<const KnowledgeBase> knowledgeFor(StringRef File) {
  std::vector<std::string> Mistakes;
  return loadKnowledge(llvm::join(nearestProject(File)->Knowledge, ";"), File,
                       Mistakes);
}

PreambleBodies::PreambleBodies(PreambleCallbacks &Clangd, StringRef File)
    : Clangd(Clangd), Knowledge(knowledgeFor(File)) {}

void PreambleBodies::BeforeExecute(CompilerInstance &CI) {
  Ours.emplace(CI.getSourceManager(), *Knowledge);
  Clangd.BeforeExecute(CI);
}

void PreambleBodies::AfterExecute(CompilerInstance &CI) {
  Clangd.AfterExecute(CI);
}

void PreambleBodies::AfterPCHEmitted(ASTWriter &Writer) {
  Clangd.AfterPCHEmitted(Writer);
}

void PreambleBodies::HandleTopLevelDecl(DeclGroupRef Group) {
  Clangd.HandleTopLevelDecl(Group);
}

std::unique_ptr<PPCallbacks> PreambleBodies::createPPCallbacks() {
  return Clangd.createPPCallbacks();
}

CommentHandler *PreambleBodies::getCommentHandler() {
  return Clangd.getCommentHandler();
}

bool PreambleBodies::shouldSkipFunctionBody(Decl *D) {
  return Clangd.shouldSkipFunctionBody(D) && Ours->canSkip(*D);
}

} // namespace corolint
