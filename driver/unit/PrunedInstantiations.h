// Leaves out the instantiations that wait for the end of a translation unit and
// whose bodies no check reads: what is constexpr or deduces its result has a
// body even where bodies are skipped, and that is most of the standard library.

#ifndef COROLINT_DRIVER_UNIT_PRUNEDINSTANTIATIONS_H
#define COROLINT_DRIVER_UNIT_PRUNEDINSTANTIATIONS_H

#include "SkippedBodies.h"
#include "clang/Sema/ExternalSemaSource.h"
#include "llvm/ADT/DenseSet.h"

namespace corolint {

/// Sema asks it for more instantiations before it begins with those that wait.
class PrunedInstantiations : public clang::ExternalSemaSource {
public:
  /// \p Count is added to. All must outlive it.
  PrunedInstantiations(SkippedBodies &Bodies, uint64_t &Count)
      : Bodies(Bodies), Count(Count) {}

  void InitializeSema(clang::Sema &S) override { Semantics = &S; }
  void ForgetSema() override { Semantics = nullptr; }

  void ReadPendingInstantiations(
      llvm::SmallVectorImpl<
          std::pair<clang::ValueDecl *, clang::SourceLocation>> &FromFiles)
      override;

  /// Sema would tell of functions that are used and now have no body.
  void ReadUndefinedButUsed(
      llvm::MapVector<clang::NamedDecl *, clang::SourceLocation> &Undefined)
      override;

private:
  bool prune(clang::ValueDecl *D);

  SkippedBodies &Bodies;
  uint64_t &Count;
  clang::Sema *Semantics = nullptr;
  llvm::DenseSet<const clang::NamedDecl *> Pruned;
};

} // namespace corolint

#endif
