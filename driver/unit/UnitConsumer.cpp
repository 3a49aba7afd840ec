#include "UnitConsumer.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include <ctime>

using namespace llvm;
using namespace clang;

namespace corolint {

uint64_t cpuTime() {
  timespec Now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &Now);
  return uint64_t(Now.tv_sec) * 1000000 + Now.tv_nsec / 1000;
}

static std::vector<std::unique_ptr<ASTConsumer>>
only(std::unique_ptr<ASTConsumer> One) {
  std::vector<std::unique_ptr<ASTConsumer>> List;
  List.push_back(std::move(One));
  return List;
}

UnitConsumer::UnitConsumer(std::unique_ptr<ASTConsumer> Checks,
                           CompilerInstance &Compiler, UnitCosts &Costs)
    : MultiplexConsumer(only(std::move(Checks))), Compiler(Compiler),
      Costs(Costs), Start(cpuTime()) {}

bool UnitConsumer::isInSystemHeader(FileID File) {
  auto [Slot, IsNew] = IsSystem.try_emplace(File);
  if (IsNew) {
    SourceManager &Sources = Compiler.getSourceManager();
    Slot->second = Sources.isInSystemHeader(Sources.getLocForStartOfFile(File));
  }
  return Slot->second;
}

bool UnitConsumer::shouldSkipFunctionBody(Decl *D) {
  SourceManager &Sources = Compiler.getSourceManager();
  // What a macro of a system header gives stands where the macro is used.
  bool Skips = isInSystemHeader(
      Sources.getFileID(Sources.getExpansionLoc(D->getLocation())));
  Costs.SkippedBodies += Skips;
  return Skips;
}

void UnitConsumer::HandleTranslationUnit(ASTContext &Context) {
  uint64_t Parsed = cpuTime();
  Costs.Phases.push_back({"parse", Parsed - Start});
  MultiplexConsumer::HandleTranslationUnit(Context);
  Costs.Phases.push_back({"checks", cpuTime() - Parsed});
}

} // namespace corolint
