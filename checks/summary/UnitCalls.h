// Who calls a function, if all its callers stand in this translation unit.

#ifndef COROLINT_SUMMARY_UNITCALLS_H
#define COROLINT_SUMMARY_UNITCALLS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <vector>

namespace corolint {

/// One call of a function.
struct UnitCall {
  const clang::Expr *Node;
  const clang::FunctionDecl *Caller; ///< null outside of functions
};

/// One per translation unit. All its bodies but those in system headers are
/// read at the first question that needs them: also a library's template may
/// be seen to call what it was handed.
class UnitCalls {
public:
  explicit UnitCalls(const clang::ASTContext &Context) : Context(Context) {}

  /// Every call of \p F, of a pattern those of its instances. Empty if there
  /// is none or not all are known: another unit may call \p F, or something
  /// else than a call names it.
  llvm::ArrayRef<UnitCall> of(const clang::FunctionDecl &F);

  /// The calls of \p F in this unit; there may be others elsewhere.
  llvm::ArrayRef<UnitCall> inSight(const clang::FunctionDecl &F);

  /// True if something else than a call names \p F: it is handed to somebody
  /// who may call it at any time.
  bool isHandedOn(const clang::FunctionDecl &F);

private:
  class Collector;

  void collect();

  const clang::ASTContext &Context;
  bool Collected = false;
  llvm::DenseMap<const clang::FunctionDecl *, std::vector<UnitCall>> Calls;
  llvm::DenseSet<const clang::FunctionDecl *> Escaped;
};

} // namespace corolint

#endif
