#include "rules/lifetime/UncheckedLock.h"
#include "flow/FlowGraph.h"
#include "model/Names.h"
#include "rules/Session.h"
#include "rules/lifetime/KeptAlive.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

/// Follows the strong pointers that a coroutine gets from weak ones after it
/// has been suspended, up to where they are asked whether they are empty.
class UncheckedLock {
public:
  UncheckedLock(const FunctionDecl &F, const CXXRecordDecl &Record,
                RuleContext &Context)
      : F(F), Record(Record), Context(Context) {}

  void run() {
    if (!isCoroutine(F) || hasStrongParameter())
      return;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      collect(*S);
      return true;
    });
    std::unique_ptr<FlowGraph> Graph =
        Locks.empty() ? nullptr : FlowGraph::of(F);
    if (!Graph)
      return;
    FlowState Entry = {Running};
    Entry.append(Index.size(), Asked);
    for (unsigned World = 0; World != Graph->worlds(); ++World) {
      std::vector<FlowState> In = Graph->solveForward(
          World, Entry, [](const CFGBlock &, FlowState &) {},
          [&](const CFGElement &E, FlowState &S) { pass(E, S, false); },
          [](const CFGBlock &, unsigned, FlowState &) {});
      for (const CFGBlock *Block : Graph->cfg())
        if (FlowState State = In[Block->getBlockID()]; !State.empty())
          for (const CFGElement &Element : *Block)
            pass(Element, State, true);
    }
  }

private:
  enum : uint8_t { Running = 1, Resumed = 2 }; ///< of the coroutine
  enum : uint8_t { Asked = 1, Unasked = 2 };   ///< of a pointer

  bool hasStrongParameter() const {
    return llvm::any_of(F.parameters(), [&](const ParmVarDecl *P) {
      return isStrong(P->getType().getNonReferenceType(), Record);
    });
  }

  void collect(const Stmt &S) {
    if (const auto *Declaration = dyn_cast<DeclStmt>(&S)) {
      for (const Decl *D : Declaration->decls())
        if (const auto *V = dyn_cast<VarDecl>(D); V && V->getInit())
          addLock(V, *V->getInit(), S);
      return;
    }
    const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S);
    if (!Operator)
      return;
    const Expr *First = stripped(Operator->getArg(0));
    if (Operator->getOperator() == OO_Equal && isStatement(S))
      addLock(namedVariable(First), *Operator->getArg(1), S);
    else if ((Operator->getOperator() == OO_Arrow ||
              Operator->getOperator() == OO_Star) &&
             Operator->getNumArgs() == 1)
      Followed.insert(First);
  }

  /// True if nothing looks at the value of \p S.
  bool isStatement(const Stmt &S) {
    if (!Around)
      Around.emplace(writtenBody(F));
    const Stmt *Up = Around->of(S);
    while (isa_and_nonnull<FullExpr>(Up))
      Up = Around->of(*Up);
    return isa_and_nonnull<CompoundStmt>(Up);
  }

  void addLock(const VarDecl *V, const Expr &Value, const Stmt &S) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(stripped(&Value));
    if (!V || !Call || !V->hasLocalStorage() ||
        !isStrong(V->getType(), Record) || Call->getNumArgs() != 0 ||
        !isWeak(Call->getImplicitObjectArgument()->getType(), Record))
      return;
    const VarDecl *Weak = namedVariable(Call->getImplicitObjectArgument());
    if (!Weak)
      return;
    Locks[&S] = {V, Weak};
    Index.try_emplace(V, Index.size() + 1);
  }

  void pass(const CFGElement &Element, FlowState &State, bool Tell) {
    std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>();
    if (!Statement)
      return;
    const Stmt &S = *Statement->getStmt();
    if (Context.model().realSuspension(S))
      State[0] = Resumed;
    if (auto It = Locks.find(&S); It != Locks.end()) {
      State[Index[It->second.first]] = (State[0] & Resumed) ? Unasked : Asked;
      return;
    }
    const auto *Ref = dyn_cast<DeclRefExpr>(&S);
    auto It = Ref ? Index.find(dyn_cast<VarDecl>(Ref->getDecl())) : Index.end();
    if (It == Index.end())
      return;
    if (Tell && Followed.count(Ref) && State[It->second] == Unasked)
      report(*Ref, *It->first);
    State[It->second] = Asked;
  }

  void report(const DeclRefExpr &Use, const VarDecl &V) {
    const VarDecl *Weak = nullptr;
    for (const auto &[Where, Names] : Locks)
      if (Names.first == &V)
        Weak = Names.second;
    Finding New;
    New.Where = Use.getBeginLoc();
    New.Text = quoted(V.getName()) +
               " is not asked whether it is empty; after a suspension the "
               "object of " +
               quoted(Weak->getName()) + " may be gone";
    New.note(New.Where, "leave if " + quoted(V.getName()) + " is empty");
    New.Evidence.push_back(quoted(Weak->getName()) +
                           " is a weak pointer to a " +
                           quoted(Record.getName()));
    Context.report(std::move(New));
  }

  const FunctionDecl &F;
  const CXXRecordDecl &Record;
  RuleContext &Context;
  std::optional<Parents> Around;
  /// The strong and the weak pointer, by what gets one from the other.
  llvm::DenseMap<const Stmt *, std::pair<const VarDecl *, const VarDecl *>>
      Locks;
  llvm::DenseMap<const VarDecl *, unsigned> Index; ///< in the state
  llvm::DenseSet<const Expr *> Followed;
};

} // namespace

void reportUncheckedLock(const FunctionDecl &F, const CXXRecordDecl &Record,
                         RuleContext &Context) {
  UncheckedLock(F, Record, Context).run();
}

} // namespace corolint
