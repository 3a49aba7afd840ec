// What is ready before it is waited for, so that the wait returns at once: a
// future that was asked, awaited or waited for, the results of a `when_all`,
// and parameters for which every caller passes such a value.

#ifndef COROLINT_SUMMARY_READYVALUES_H
#define COROLINT_SUMMARY_READYVALUES_H

#include "model/AsyncModel.h"
#include "summary/UnitCalls.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace corolint {

/// One per translation unit; remembers which parameters are ready.
class ReadyValues {
public:
  explicit ReadyValues(AsyncModel &Model)
      : Model(Model), Calls(Model.context()) {}

  /// True if what \p Wait of the function \p In waits for is known to be ready.
  bool isReady(const CallSite &Wait, const clang::FunctionDecl &In);

private:
  /// A value, and where it is used.
  struct Use {
    const clang::Expr *Value;
    const clang::Stmt *At;
    const clang::FunctionDecl &In;
    const clang::CXXRecordDecl *Future; ///< the class that is waited for
  };

  bool isReady(const Use &Asked);
  bool wasToldReady(const Use &Asked);
  bool isFromWhenAll(const clang::Expr &Value);
  bool isReadyVariable(const clang::VarDecl &V, const Use &Asked);
  bool isPassedReady(const clang::ParmVarDecl &Parameter, const Use &Asked);
  bool isRefilled(const clang::VarDecl &V, const Use &Asked);
  bool mayRefill(const clang::Stmt &S, const clang::VarDecl &V,
                 const Use &Asked);

  AsyncModel &Model;
  UnitCalls Calls;
  llvm::DenseMap<const clang::ParmVarDecl *, bool> Passed;
  llvm::SmallPtrSet<const clang::VarDecl *, 4> InProgress;
};

} // namespace corolint

#endif
