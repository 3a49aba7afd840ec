#include "SkippedBodies.h"
#include "model/Names.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace corolint {

/// Functions that are handed callables or tasks often ask in their body only
/// what these can do, which completes types that the checks ask about.
bool SkippedBodies::completesTypes(const FunctionDecl &F) const {
  for (const FunctionFact *Fact : Base.function(qualifiedName(F)))
    if (!Fact->Spawns.empty() || !Fact->Offloads.empty() ||
        !Fact->Calls.empty() || !Fact->Consumes.empty())
      return true;
  return false;
}

bool SkippedBodies::canSkip(const Decl &D) {
  if (!Foreign.contains(D))
    return false;
  const FunctionDecl *F = D.getAsFunction();
  return !F || !completesTypes(*F);
}

} // namespace corolint
