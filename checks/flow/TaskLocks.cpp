#include "flow/TaskLocks.h"
#include "flow/FlowGraph.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"

using namespace clang;

namespace corolint {
namespace {

bool locksExclusively(const CXXMethodDecl &Method) {
  const std::string Name = unqualifiedName(Method);
  const StringRef Text = Name;
  const auto Has = [&](StringRef Part) {
    return Text.contains_insensitive(Part);
  };
  return Has("lock") && !Has("unlock") && !Has("try") && !Has("shared") &&
         !Has("read") && !Has("for") && !Has("until");
}

/// True if \p Path names the same object wherever the body names it.
bool isSteady(const AccessPath &Path) {
  return llvm::all_of(Path.Steps, [](const Decl *Step) {
    const auto *V = dyn_cast_or_null<VarDecl>(Step);
    const auto *Member = dyn_cast_or_null<FieldDecl>(Step);
    if (Member)
      return !Member->getType()->isPointerType();
    return !V || !V->hasLocalStorage() || !isChanged(*V) ||
           !V->getType()->isPointerType();
  });
}

std::optional<AwaitedLock> asLock(const Stmt &S, AsyncModel &Model) {
  const auto *Await = dyn_cast<CoawaitExpr>(&S);
  const Expr *Operand = Await ? stripped(Await->getOperand()) : nullptr;
  std::optional<CallSite> Site = Operand ? asCall(*Operand) : std::nullopt;
  const auto *Method = Site ? dyn_cast<CXXMethodDecl>(Site->Callee) : nullptr;
  if (!Method || !Site->Object || !Site->Arguments.empty() ||
      Model.mutex(Site->Object->getType()).Owner != LockOwner::Task ||
      !locksExclusively(*Method))
    return std::nullopt;
  const CXXRecordDecl *Mutex = recordOf(Site->Object->getType());
  if (!Mutex || StringRef(unqualifiedName(*Mutex)).contains("recursive"))
    return std::nullopt;
  std::optional<AccessPath> Path = accessPath(*Site->Object);
  if (!Path || !isSteady(*Path))
    return std::nullopt;
  AwaitedLock Lock;
  Lock.Mutex = *Path;
  Lock.Where = Await->getKeywordLoc();
  Lock.Kept = Await->getType()->isVoidType();
  return Lock;
}

class TaskLocks {
public:
  TaskLocks(const FunctionDecl &F, AsyncModel &Model) : F(F), Model(Model) {
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (std::optional<AwaitedLock> Lock = asLock(*S, Model)) {
        Sites[S] = Locks.size();
        Locks.push_back(*Lock);
      }
      return true;
    });
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const auto *Declaration = dyn_cast<DeclStmt>(S))
        for (const Decl *D : Declaration->decls())
          readGuard(dyn_cast<VarDecl>(D));
      return true;
    });
  }

  std::vector<AwaitedLock> locks() && { return std::move(Locks); }

  std::vector<WhileLocked> solve() {
    if (llvm::none_of(Locks, [](const AwaitedLock &L) { return L.Kept; }))
      return {};
    std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F);
    if (!Graph)
      return {};
    std::vector<WhileLocked> Result;
    const FlowState Free(Locks.size(), Open);
    std::vector<FlowState> In = Graph->solveForward(
        0, Free, [](const CFGBlock &, FlowState &) {},
        [&](const CFGElement &E, FlowState &State) { apply(E, State); },
        [](const CFGBlock &, unsigned, FlowState &) {}, Free);
    for (const CFGBlock *Block : Graph->cfg()) {
      FlowState State = In[Block->getBlockID()];
      if (State.empty())
        continue;
      for (const CFGElement &Element : *Block) {
        if (std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>())
          look(*Statement->getStmt(), State, Result);
        apply(Element, State);
      }
    }
    return Result;
  }

private:
  enum : uint8_t { Open = 1, Held = 2 };

  void readGuard(const VarDecl *V) {
    const Expr *Init = V ? V->getInit() : nullptr;
    if (!Init || V->getType()->isReferenceType() || !recordOf(V->getType()))
      return;
    const Expr *Made = stripped(Init);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Made);
        Construct && Construct->getNumArgs() == 1)
      Made = stripped(Construct->getArg(0));
    if (auto It = Sites.find(Made); It != Sites.end()) {
      Locks[It->second].Kept = true;
      Locks[It->second].Guard = V;
    }
  }

  template <typename Predicate>
  void release(FlowState &State, Predicate Which) const {
    for (unsigned I = 0; I != Locks.size(); ++I)
      if (Which(Locks[I]))
        State[I] = Open;
  }

  /// Whatever else names a guard or a mutex may unlock it.
  void apply(const CFGElement &Element, FlowState &State) {
    if (auto Dead = Element.getAs<CFGAutomaticObjDtor>())
      return release(State, [&](const AwaitedLock &L) {
        return L.Guard && L.Guard == Dead->getVarDecl();
      });
    std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>();
    if (!Statement)
      return;
    const Stmt &S = *Statement->getStmt();
    if (auto It = Sites.find(&S); It != Sites.end()) {
      if (Locks[It->second].Kept)
        State[It->second] = Held;
    } else if (const auto *Ref = dyn_cast<DeclRefExpr>(&S)) {
      release(State, [&](const AwaitedLock &L) {
        return L.Guard && L.Guard == Ref->getDecl();
      });
    } else if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
      if (Lambda->capture_begin() != Lambda->capture_end())
        release(State, [](const AwaitedLock &) { return true; });
    } else if (const auto *List = dyn_cast<InitListExpr>(&S)) {
      for (const Expr *Part : List->inits())
        release(State, [&](const AwaitedLock &L) { return gives(Part, L); });
    } else if (std::optional<CallSite> Site = asCall(S)) {
      releaseByCall(*Site, State);
    }
  }

  /// True if \p E names the mutex of \p L, or, if that is locked by hand, an
  /// object that it is a part of.
  static bool gives(const Expr *E, const AwaitedLock &L) {
    std::optional<AccessPath> Path = E ? accessPath(*E) : std::nullopt;
    return Path && L.Mutex.startsWith(*Path) &&
           (!L.Guard || Path->Steps.size() == L.Mutex.Steps.size());
  }

  void releaseByCall(const CallSite &Site, FlowState &State) const {
    const auto *Method = dyn_cast<CXXMethodDecl>(Site.Callee);
    const bool Locking = Method && locksExclusively(*Method);
    const bool Unseen = !Model.facts().readableDefinition(*Site.Callee);
    release(State, [&](const AwaitedLock &L) {
      return (!Locking && Unseen && gives(Site.Object, L)) ||
             llvm::any_of(Site.Arguments,
                          [&](const Expr *E) { return gives(E, L); });
    });
    const std::string Name = unqualifiedName(*Site.Callee);
    if (StringRef(Name).contains_insensitive("unlock"))
      release(State, [&](const AwaitedLock &L) {
        std::optional<AccessPath> Path =
            Site.Object ? accessPath(*Site.Object) : std::nullopt;
        return Path && *Path == L.Mutex;
      });
  }

  void look(const Stmt &S, const FlowState &State,
            std::vector<WhileLocked> &Result) const {
    auto Site = Sites.find(&S);
    const auto *Await = dyn_cast<CoawaitExpr>(&S);
    if (!Await)
      return;
    for (unsigned I = 0; I != Locks.size(); ++I) {
      if (State[I] != Held)
        continue;
      WhileLocked Found;
      Found.Held = Locks[I];
      if (Site != Sites.end())
        Found.Next = Locks[Site->second];
      else
        Found.Call = stripped(Await->getOperand());
      Result.push_back(Found);
    }
  }

  const FunctionDecl &F;
  AsyncModel &Model;
  std::vector<AwaitedLock> Locks;
  llvm::DenseMap<const Stmt *, unsigned> Sites;
};

} // namespace

std::vector<AwaitedLock> awaitedLocks(const FunctionDecl &F,
                                      AsyncModel &Model) {
  return TaskLocks(F, Model).locks();
}

std::vector<WhileLocked> findWhileLocked(const FunctionDecl &F,
                                         AsyncModel &Model) {
  return TaskLocks(F, Model).solve();
}

} // namespace corolint
