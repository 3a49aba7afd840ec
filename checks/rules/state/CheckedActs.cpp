#include "rules/state/CheckedActs.h"
#include "model/ContainerShape.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

using Finds = StateCheck::Finds;

/// True if nothing behind \p S is reached through it.
bool alwaysLeaves(const Stmt *S) {
  if (const auto *Block = dyn_cast_or_null<CompoundStmt>(S))
    return !Block->body_empty() && alwaysLeaves(Block->body_back());
  if (const auto *Cleanups = dyn_cast_or_null<ExprWithCleanups>(S))
    return alwaysLeaves(Cleanups->getSubExpr());
  return isa_and_nonnull<ReturnStmt, CoreturnStmt, BreakStmt, ContinueStmt,
                         GotoStmt, CXXThrowExpr>(S);
}

/// The one list that \p Value was the last element of, or null.
const Expr *lastOf(const Expr &Value) {
  const Expr *Node = stripped(&Value);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Node))
    Node = Construct->getNumArgs() == 1 ? stripped(Construct->getArg(0)) : Node;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(Node);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  return Method && Method->getIdentifier() && Method->getName() == "back"
             ? stripped(Call->getImplicitObjectArgument())
             : nullptr;
}

/// True if \p Name adds an element behind the last one.
bool addsAtEnd(StringRef Name) {
  return Name == "push_back" || Name == "emplace_back";
}

/// What a member function does to its object whenever it runs to its end.
class PlainActs {
public:
  explicit PlainActs(const Stmt *Body) { walk(Body); }

  std::vector<const Expr *> All;

private:
  void walk(const Stmt *S) {
    if (!S ||
        isa<LambdaExpr, IfStmt, SwitchStmt, ForStmt, WhileStmt, CXXForRangeStmt,
            DoStmt, CXXCatchStmt, ConditionalOperator>(S))
      return;
    if (const Expr *Operand = awaitedOperand(*S))
      return walk(Operand);
    if (const auto *Logical = dyn_cast<BinaryOperator>(S);
        Logical && Logical->isLogicalOp())
      return;
    if (const auto *Return = dyn_cast<CoreturnStmt>(S))
      return walk(Return->getOperand());
    for (const Stmt *Child : S->children())
      walk(Child);
    if (isa<BinaryOperator, CXXOperatorCallExpr, CXXMemberCallExpr>(S))
      All.push_back(cast<Expr>(S));
  }
};

/// True if a condition in \p Body asks for \p Place.
bool asksFor(const Stmt &Body, const AccessPath &Place) {
  bool Found = false;
  walkEvaluated(&Body, [&](const Stmt *S) {
    if (const Expr *Condition = conditionOf(*S))
      walkEvaluated(Condition, [&](const Stmt *Inner) {
        if (isa<MemberExpr, DeclRefExpr>(Inner))
          Found |= accessPath(*cast<Expr>(Inner)) == Place;
        return !Found;
      });
    return !Found;
  });
  return Found;
}

class ActWalk {
public:
  std::vector<CheckedAct> run(const Stmt *Body) {
    walk(Body);
    return std::move(Found);
  }

private:
  void walk(const Stmt *S) {
    if (!S)
      return;
    if (const auto *If = dyn_cast<IfStmt>(S))
      return walkIf(*If);
    if (const auto *While = dyn_cast<WhileStmt>(S)) {
      walk(While->getCond());
      return under(*While->getCond(), true, While->getBody(), true);
    }
    if (const auto *Choice = dyn_cast<ConditionalOperator>(S)) {
      walk(Choice->getCond());
      under(*Choice->getCond(), true, Choice->getTrueExpr());
      return under(*Choice->getCond(), false, Choice->getFalseExpr());
    }
    if (isa<LambdaExpr>(S))
      return;
    if (const Expr *Operand = awaitedOperand(*S))
      return walk(Operand);
    const size_t Before = Checks.size();
    for (const Stmt *Child : childrenOf(*S))
      walk(Child);
    // What an early exit tells holds to the end of its block.
    if (isa<CompoundStmt>(S))
      Checks.truncate(Before);
    if (const auto *E = dyn_cast<Expr>(S))
      look(*E);
  }

  static llvm::SmallVector<const Stmt *, 8> childrenOf(const Stmt &S) {
    llvm::SmallVector<const Stmt *, 8> All;
    if (const auto *Return = dyn_cast<CoreturnStmt>(&S))
      All.push_back(Return->getOperand());
    else
      llvm::append_range(All, S.children());
    return All;
  }

  void walkIf(const IfStmt &If) {
    if (std::optional<const Stmt *> Only = onlyBranch(If))
      return walk(*Only);
    walk(If.getInit());
    walk(If.getCond());
    under(*If.getCond(), true, If.getThen());
    under(*If.getCond(), false, If.getElse());
    if (alwaysLeaves(If.getThen()))
      know(*If.getCond(), false);
    else if (alwaysLeaves(If.getElse()))
      know(*If.getCond(), true);
  }

  void know(const Expr &Condition, bool Truth, bool OfLoop = false) {
    for (const StateCheck &Check : checksIn(Condition, Truth))
      Checks.push_back({Check, Depth, OfLoop});
    knowLast(Condition, OfLoop);
  }

  /// `if (list.back().full())`, also by a variable.
  void knowLast(const Expr &Condition, bool OfLoop) {
    walkEvaluated(&Condition, [&](const Stmt *S) {
      const auto *E = dyn_cast<Expr>(S);
      const VarDecl *V = E ? namedVariable(E) : nullptr;
      const Expr *List = !E   ? nullptr
                         : !V ? lastOf(*E)
                         : V->hasLocalStorage() && V->getInit()
                             ? lastOf(*V->getInit())
                             : nullptr;
      if (List)
        Checks.push_back({{Finds::Last, List}, Depth, OfLoop});
      return !List;
    });
  }

  void under(const Expr &Condition, bool Truth, const Stmt *Branch,
             bool OfLoop = false) {
    const size_t Before = Checks.size();
    ++Depth;
    know(Condition, Truth, OfLoop);
    walk(Branch);
    --Depth;
    Checks.truncate(Before);
  }

  void look(const Expr &E) {
    if (const auto *Binary = dyn_cast<BinaryOperator>(&E)) {
      if (Binary->getOpcode() == BO_Assign)
        assign(E, *Binary->getLHS(), *Binary->getRHS());
      else if (Binary->isCompoundAssignmentOp())
        act(E, *Binary->getLHS(), Finds::Limit);
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(&E)) {
      if (Unary->isIncrementDecrementOp())
        act(E, *Unary->getSubExpr(), Finds::Limit);
    } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&E)) {
      if (Operator->getOperator() == OO_Equal)
        assign(E, *Operator->getArg(0), *Operator->getArg(1));
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&E)) {
      const CXXMethodDecl *Method = Call->getMethodDecl();
      if (Method && Method->getIdentifier())
        change(*Call, Method->getName());
      if (Method && !Behind && !Checks.empty())
        enter(*Call, *Method);
    }
  }

  void change(const CXXMemberCallExpr &Call, StringRef Name) {
    const Expr &Object = *Call.getImplicitObjectArgument();
    if (Name == "reset" &&
        (Call.getNumArgs() == 0 || isa<CXXDefaultArgExpr>(Call.getArg(0)) ||
         empties(*Call.getArg(0))))
      return act(Call, Object, Finds::There);
    if (Call.getNumArgs() == 0)
      return;
    if (containerChange(Name) == ContainerChange::Adds || Name == "reset")
      act(Call, Object, Finds::Empty,
          Name != "insert_or_assign" && Name != "reset");
    if (addsAtEnd(Name))
      act(Call, Object, Finds::Last, true);
  }

  /// A member function that is called for the same object may be the one that
  /// acts, if it does not ask again.
  void enter(const CXXMemberCallExpr &Call, const CXXMethodDecl &Method) {
    const FunctionDecl *Definition = nullptr;
    if (!isa<CXXThisExpr>(stripped(Call.getImplicitObjectArgument())) ||
        Method.isVirtual() || !Method.hasBody(Definition) ||
        Definition->isDependentContext())
      return;
    const Stmt *Body = writtenBody(*Definition);
    const size_t Before = Found.size();
    Behind = &Call;
    for (const Expr *Inner : PlainActs(Body).All) {
      const size_t First = Found.size();
      look(*Inner);
      for (size_t I = First; I != Found.size(); ++I) {
        Found[I].Act = &Call;
        Found[I].Within = Definition;
        Found[I].Inner = Inner;
      }
    }
    Behind = nullptr;
    Found.erase(std::remove_if(Found.begin() + Before, Found.end(),
                               [&](const CheckedAct &Each) {
                                 const Finds What = Each.Check.What;
                                 return (What != Finds::Empty &&
                                         What != Finds::Clear &&
                                         What != Finds::Last) ||
                                        Each.Place.Steps.front() ||
                                        asksFor(*Body, Each.Place);
                               }),
                Found.end());
  }

  void assign(const Expr &Act, const Expr &To, const Expr &Value) {
    const Expr *Left = stripped(&To);
    // m[key] = value
    if (const auto *Element = dyn_cast<CXXOperatorCallExpr>(Left);
        Element && Element->getOperator() == OO_Subscript)
      return act(Act, *Element->getArg(0), Finds::Empty);
    if (const auto *Bool = dyn_cast<CXXBoolLiteralExpr>(stripped(&Value)))
      return act(Act, *Left, Bool->getValue() ? Finds::Clear : Finds::Set);
    act(Act, *Left, empties(Value) ? Finds::There : Finds::Empty);
    if (isa<CXXOperatorCallExpr>(Act))
      replace(Act, *Left);
  }

  /// \p Left is a whole object, and a flag in it may have been checked.
  void replace(const Expr &Act, const Expr &Left) {
    std::optional<AccessPath> Whole = accessPath(Left);
    for (const Known &Each : Checks) {
      if (!Whole || !isOneDecision(Each) || Each.Check.What != Finds::Clear)
        continue;
      std::optional<AccessPath> Checked = accessPath(*Each.Check.Place);
      if (Checked && !(*Checked == *Whole) && Checked->startsWith(*Whole))
        Found.push_back({*Checked, Each.Check, &Act, &Left, false});
    }
  }

  /// \p Value empties what it is assigned to.
  static bool empties(const Expr &Value) {
    const Expr *Node = stripped(&Value);
    if (const auto *List = dyn_cast<InitListExpr>(Node))
      return List->getNumInits() == 0;
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Node))
      return Construct->getNumArgs() == 0 ||
             (Construct->getNumArgs() == 1 && empties(*Construct->getArg(0)));
    return isa<CXXScalarValueInitExpr>(Node) || isNothing(*Node);
  }

  void act(const Expr &Act, const Expr &Named, Finds Undone,
           bool Inserts = false) {
    std::optional<AccessPath> Place = accessPath(Named);
    if (!Place)
      return;
    for (const Known &Each : Checks)
      if (Each.Check.What == Undone && isOneDecision(Each))
        if (std::optional<AccessPath> Checked = accessPath(*Each.Check.Place);
            Checked && *Checked == *Place)
          Found.push_back(
              {*Place, Each.Check, &Act, stripped(&Named), Inserts});
  }

  struct Known {
    StateCheck Check;
    unsigned Depth; ///< of conditions that lead there, with this one
    bool OfLoop;
  };

  /// A flag or a number that a loop asks for, or that further conditions
  /// decide on, is not what was checked: `while (!failed) if (f()) failed = …`.
  bool isOneDecision(const Known &Each) const {
    return Each.Check.What == Finds::Empty ||
           (!Each.OfLoop && Each.Depth == Depth);
  }

  llvm::SmallVector<Known, 8> Checks;        ///< what is known here
  unsigned Depth = 0;                        ///< of conditions that lead here
  const CXXMemberCallExpr *Behind = nullptr; ///< the call that is looked into
  std::vector<CheckedAct> Found;
};

} // namespace

std::vector<CheckedAct> checkedActs(const FunctionDecl &F) {
  return ActWalk().run(writtenBody(F));
}

} // namespace corolint
