#include "flow/Discarded.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace corolint {
namespace {

using Visitor = llvm::function_ref<void(const Expr &, DiscardedBy)>;

/// True for the object std::ignore.
bool isIgnore(const Expr *E) {
  const VarDecl *V = namedVariable(E);
  return V && qualifiedName(*V) == "std::ignore";
}

class DiscardedValues {
public:
  explicit DiscardedValues(Visitor Visit) : Visit(Visit) {}

  void walk(const Stmt &Body) {
    walkEvaluated(&Body, [&](const Stmt *S) { return look(*S); });
  }

private:
  /// The value of \p E is not used: find what made it.
  void discard(const Expr *E, DiscardedBy How) {
    E = E->IgnoreParens();
    if (const auto *Full = dyn_cast<FullExpr>(E))
      return discard(Full->getSubExpr(), How);
    if (const auto *Cast = dyn_cast<CastExpr>(E);
        Cast && Cast->getCastKind() == CK_ToVoid)
      return discard(Cast->getSubExpr(),
                     isa<ExplicitCastExpr>(Cast) ? DiscardedBy::VoidCast : How);
    if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
      discard(Choice->getTrueExpr(), How);
      return discard(Choice->getFalseExpr(), How);
    }
    if (const auto *Comma = dyn_cast<BinaryOperator>(E);
        Comma && Comma->getOpcode() == BO_Comma) {
      Done.insert(Comma);
      discard(Comma->getLHS(), DiscardedBy::Statement);
      return discard(Comma->getRHS(), How);
    }
    if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(E);
        Assign && Assign->getOperator() == OO_Equal &&
        Assign->getNumArgs() == 2 && isIgnore(Assign->getArg(0)))
      return discard(Assign->getArg(1), DiscardedBy::Ignore);
    Visit(*stripped(E), How);
  }

  void statement(const Stmt *S) {
    if (const auto *Attributed = dyn_cast_or_null<AttributedStmt>(S))
      return statement(Attributed->getSubStmt());
    if (const auto *E = dyn_cast_or_null<Expr>(S))
      discard(E, DiscardedBy::Statement);
  }

  /// False if nothing below \p S is to be looked at.
  bool look(const Stmt &S) {
    if (isa<StmtExpr>(S))
      return false; // its last statement is its value
    if (const auto *Block = dyn_cast<CompoundStmt>(&S))
      for (const Stmt *Child : Block->body())
        statement(Child);
    else if (const auto *If = dyn_cast<IfStmt>(&S)) {
      statement(If->getInit());
      if (std::optional<const Stmt *> Taken = onlyBranch(*If))
        statement(*Taken);
      else {
        statement(If->getThen());
        statement(If->getElse());
      }
    } else if (const auto *Switch = dyn_cast<SwitchStmt>(&S))
      statement(Switch->getInit());
    else if (const auto *Loop = dyn_cast<ForStmt>(&S)) {
      statement(Loop->getInit());
      statement(Loop->getInc());
      statement(Loop->getBody());
    } else if (const auto *Loop = dyn_cast<WhileStmt>(&S))
      statement(Loop->getBody());
    else if (const auto *Loop = dyn_cast<DoStmt>(&S))
      statement(Loop->getBody());
    else if (const auto *Loop = dyn_cast<CXXForRangeStmt>(&S)) {
      statement(Loop->getInit());
      statement(Loop->getBody());
    } else if (const auto *Case = dyn_cast<SwitchCase>(&S))
      statement(Case->getSubStmt());
    else if (const auto *Label = dyn_cast<LabelStmt>(&S))
      statement(Label->getSubStmt());
    else if (const auto *Comma = dyn_cast<BinaryOperator>(&S);
             Comma && Comma->getOpcode() == BO_Comma && !Done.contains(Comma))
      statement(Comma->getLHS());
    return true;
  }

  Visitor Visit;
  llvm::DenseSet<const Stmt *> Done; ///< commas that were discarded whole
};

} // namespace

void forEachDiscarded(const Stmt &Body, Visitor Visit) {
  DiscardedValues(Visit).walk(Body);
}

} // namespace corolint
