#include "flow/SteadyConditions.h"
#include "support/AstWalk.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/FoldingSet.h"
#include <vector>

using namespace clang;

namespace corolint {
namespace {

/// The members that the body changes; others may change them while it is
/// suspended, but then not on purpose between two questions.
using Fields = llvm::DenseSet<const ValueDecl *>;

void addChanged(const Stmt &S, Fields &Changed) {
  const Expr *Target = nullptr;
  if (const auto *Assign = dyn_cast<BinaryOperator>(&S);
      Assign && Assign->isAssignmentOp())
    Target = Assign->getLHS();
  else if (const auto *Unary = dyn_cast<UnaryOperator>(&S);
           Unary &&
           (Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_AddrOf))
    Target = Unary->getSubExpr();
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(
          Target ? Target->IgnoreParenImpCasts() : nullptr))
    Changed.insert(Member->getMemberDecl());
}

bool isSteady(const Expr *E, const Fields &Changed) {
  E = E->IgnoreParenImpCasts();
  if (isa<IntegerLiteral, CharacterLiteral, CXXBoolLiteralExpr,
          CXXNullPtrLiteralExpr>(E))
    return true;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (isa<EnumConstantDecl>(Ref->getDecl()))
      return true;
    const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    return V && V->hasLocalStorage() && V->getType()->isScalarType() &&
           !V->getType().isVolatileQualified() &&
           (V->getType().isConstQualified() || !isChanged(*V));
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    const Expr *Base = Member->getBase()->IgnoreParenImpCasts();
    return isa<FieldDecl>(Member->getMemberDecl()) &&
           !Changed.contains(Member->getMemberDecl()) &&
           Member->getType()->isScalarType() &&
           (isa<CXXThisExpr>(Base) || namedVariable(Base));
  }
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return Unary->isArithmeticOp() && isSteady(Unary->getSubExpr(), Changed);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return !Binary->isAssignmentOp() && isSteady(Binary->getLHS(), Changed) &&
           isSteady(Binary->getRHS(), Changed);
  return false;
}

/// \p E without `!`; \p Negated says whether their number was odd.
const Expr *withoutNot(const Expr *E, bool &Negated) {
  Negated = false;
  for (E = E->IgnoreParenImpCasts();;) {
    const auto *Not = dyn_cast<UnaryOperator>(E);
    if (!Not || Not->getOpcode() != UO_LNot)
      return E;
    Negated = !Negated;
    E = Not->getSubExpr()->IgnoreParenImpCasts();
  }
}

} // namespace

SteadyConditions::SteadyConditions(const CFG &Graph, ASTContext &Context) {
  struct Site {
    const CFGBlock *Block;
    const Expr *Condition;
    bool Negated;
  };
  // By what is asked, in the order of the graph.
  llvm::FoldingSetNodeID ID;
  std::vector<std::pair<llvm::FoldingSetNodeID, std::vector<Site>>> Groups;
  for (const CFGBlock *Block : Graph) {
    const Expr *Condition =
        Block->succ_size() == 2 &&
                !Block->getTerminator().isTemporaryDtorsBranch()
            ? Block->getLastCondition()
            : nullptr;
    if (!Condition || Condition->isTypeDependent())
      continue;
    bool Negated;
    const Expr *Asks = withoutNot(Condition, Negated);
    ID.clear();
    Asks->Profile(ID, Context, /*Canonical=*/true);
    auto Same = llvm::find_if(Groups, [&](auto &G) { return G.first == ID; });
    if (Same == Groups.end())
      Same = Groups.insert(Groups.end(), {ID, {}});
    Same->second.push_back({Block, Asks, Negated});
  }
  llvm::erase_if(Groups, [](const auto &G) { return G.second.size() < 2; });
  if (Groups.empty())
    return;
  Fields Changed;
  for (const CFGBlock *Block : Graph)
    for (const CFGElement &Element : *Block)
      if (auto Statement = Element.getAs<CFGStmt>())
        addChanged(*Statement->getStmt(), Changed);
  for (const auto &[Key, Sites] : Groups) {
    if (Count == MaxConditions || !isSteady(Sites.front().Condition, Changed))
      continue;
    for (const Site &S : Sites)
      Asked[S.Block] = {Count, S.Negated};
    ++Count;
  }
}

bool SteadyConditions::allows(unsigned World, const CFGBlock &Block,
                              unsigned Successor) const {
  auto It = Asked.find(&Block);
  if (It == Asked.end())
    return true;
  const bool Holds = (World >> It->second.Condition & 1) != 0;
  // The first successor is taken if the condition, as written, holds.
  return (Successor == 0) == (Holds != It->second.Negated);
}

} // namespace corolint
