#include "PrunedInstantiations.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace clang;

namespace corolint {

bool PrunedInstantiations::prune(ValueDecl *D) {
  if (!isa<FunctionDecl>(D) || !Bodies.canSkip(*D))
    return false;
  Pruned.insert(D);
  ++Count;
  return true;
}

void PrunedInstantiations::ReadPendingInstantiations(
    SmallVectorImpl<std::pair<ValueDecl *, SourceLocation>> &FromFiles) {
  auto IsPruned = [this](const auto &Waiting) { return prune(Waiting.first); };
  erase_if(FromFiles, IsPruned);
  erase_if(Semantics->PendingInstantiations, IsPruned);
}

void PrunedInstantiations::ReadUndefinedButUsed(
    MapVector<NamedDecl *, SourceLocation> &Undefined) {
  Undefined.remove_if(
      [this](const auto &Used) { return Pruned.contains(Used.first); });
}

} // namespace corolint
