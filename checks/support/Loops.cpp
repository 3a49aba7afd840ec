#include "support/Loops.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {

std::optional<Loop> asLoop(const Stmt &S) {
  if (const auto *While = dyn_cast<WhileStmt>(&S))
    return Loop{While->getCond(), While->getBody(), nullptr};
  if (const auto *Do = dyn_cast<DoStmt>(&S))
    return Loop{Do->getCond(), Do->getBody(), nullptr};
  if (const auto *For = dyn_cast<ForStmt>(&S))
    return Loop{For->getCond(), For->getBody(), For->getInc()};
  return std::nullopt;
}

bool isEndless(const Loop &L, const ASTContext &Context) {
  if (!L.Condition)
    return true;
  bool Value = false;
  return !L.Condition->isValueDependent() &&
         L.Condition->EvaluateAsBooleanCondition(Value, Context) && Value;
}

/// \p Inside: how many statements that a `break` leaves lie in between.
static bool mayLeave(const Stmt *S, unsigned Inside) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  if (isa<ReturnStmt, CoreturnStmt, CXXThrowExpr, GotoStmt, IndirectGotoStmt>(
          S))
    return true;
  if (isa<BreakStmt>(S))
    return Inside == 0;
  if (const auto *Call = dyn_cast<CallExpr>(S))
    if (const FunctionDecl *Callee = Call->getDirectCallee();
        Callee && Callee->isNoReturn())
      return true;
  if (asLoop(*S) || isa<SwitchStmt, CXXForRangeStmt>(S))
    ++Inside;
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return mayLeave(Child, Inside);
  });
}

bool mayLeave(const Stmt &Body) { return mayLeave(&Body, 0); }

} // namespace corolint
