#include "flow/Discarded.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

using Visitor = llvm::function_ref<void(const Expr &, DiscardedBy)>;

/// True for the object std::ignore.
bool isIgnore(const Expr *E) {
  const VarDecl *V = namedVariable(E);
  return V && qualifiedName(*V) == "std::ignore";
}

/// The value of \p E is not used: find what made it.
void discard(const Expr *E, DiscardedBy How, Visitor Visit) {
  E = E->IgnoreParens();
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return discard(Full->getSubExpr(), How, Visit);
  if (const auto *Cast = dyn_cast<CastExpr>(E);
      Cast && Cast->getCastKind() == CK_ToVoid)
    return discard(Cast->getSubExpr(),
                   isa<ExplicitCastExpr>(Cast) ? DiscardedBy::VoidCast : How,
                   Visit);
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
    discard(Choice->getTrueExpr(), How, Visit);
    discard(Choice->getFalseExpr(), How, Visit);
    return;
  }
  if (const auto *Comma = dyn_cast<BinaryOperator>(E);
      Comma && Comma->getOpcode() == BO_Comma)
    return discard(Comma->getRHS(), How, Visit);
  if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(E);
      Assign && Assign->getOperator() == OO_Equal &&
      Assign->getNumArgs() == 2 && isIgnore(Assign->getArg(0)))
    return discard(Assign->getArg(1), DiscardedBy::Ignore, Visit);
  Visit(*stripped(E), How);
}

} // namespace

void forEachDiscarded(const Stmt &Body, Visitor Visit) {
  auto Statement = [&](const Stmt *S) {
    if (const auto *E = dyn_cast_or_null<Expr>(S))
      discard(E, DiscardedBy::Statement, Visit);
  };
  walkEvaluated(&Body, [&](const Stmt *S) {
    if (isa<StmtExpr>(S))
      return false; // its last statement is its value
    if (const auto *Block = dyn_cast<CompoundStmt>(S))
      for (const Stmt *Child : Block->body())
        Statement(Child);
    else if (const auto *If = dyn_cast<IfStmt>(S)) {
      Statement(If->getThen());
      Statement(If->getElse());
    } else if (const auto *Loop = dyn_cast<ForStmt>(S)) {
      Statement(Loop->getInit());
      Statement(Loop->getInc());
      Statement(Loop->getBody());
    } else if (const auto *Loop = dyn_cast<WhileStmt>(S))
      Statement(Loop->getBody());
    else if (const auto *Loop = dyn_cast<DoStmt>(S))
      Statement(Loop->getBody());
    else if (const auto *Loop = dyn_cast<CXXForRangeStmt>(S))
      Statement(Loop->getBody());
    else if (const auto *Case = dyn_cast<SwitchCase>(S))
      Statement(Case->getSubStmt());
    else if (const auto *Label = dyn_cast<LabelStmt>(S))
      Statement(Label->getSubStmt());
    else if (const auto *Comma = dyn_cast<BinaryOperator>(S);
             Comma && Comma->getOpcode() == BO_Comma)
      Statement(Comma->getLHS());
    return true;
  });
}

} // namespace corolint
