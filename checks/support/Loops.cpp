#include "support/Loops.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Stmt.h"

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

} // namespace corolint
