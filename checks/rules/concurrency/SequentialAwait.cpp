// Law 10: work that can go on at the same time is awaited together.
// Two awaits in a row, of which the second needs nothing of the first, take as
// long as both together; so do the rounds of a loop over items that know
// nothing of each other. Silent on purpose: libraries without a way to await
// several tasks at once, awaits whose result is not used (they are in this
// order for their effects), calls that may change what both see.

#include "model/ContainerShape.h"
#include "model/Names.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace corolint {
namespace {

/// One statement `auto v = co_await call(...);`.
struct AwaitedCall {
  const VarDecl *Result;
  CallSite Call;
  SourceLocation Where; ///< of the co_await
};

/// True if a value of type \p T leads to what others can change: a pointer or
/// reference to it, or a counted pointer.
bool leadsToOthers(QualType T) {
  if (T->isLValueReferenceType() || T->isPointerType())
    return !T->getPointeeType().isConstQualified();
  const CXXRecordDecl *Record = recordOf(T);
  const QualType Pointee = firstTypeArgument(Record);
  return containerShape(T) == ContainerShape::Box &&
         findMethod(*Record, "get") && !Pointee.isNull() &&
         !Pointee.isConstQualified() &&
         llvm::any_of(Record->ctors(), [](const CXXConstructorDecl *C) {
           return C->isCopyConstructor() && !C->isDeleted();
         });
}

/// True if \p Call only looks at what it is given: values, references to const,
/// a const object.
bool changesNothing(const CallSite &Call) {
  for (const ParmVarDecl *P : Call.Callee->parameters())
    if (leadsToOthers(P->getType()))
      return false;
  const auto *Method = dyn_cast<CXXMethodDecl>(Call.Callee);
  return !Method || !Method->isInstance() || Method->isConst();
}

/// True if what \p Call awaits goes on already: it is given tasks, also in
/// containers, that were started before.
bool isGivenBegunTasks(const CallSite &Call, AsyncModel &Model) {
  auto IsBegun = [&](QualType T) {
    const AsyncType &Type = Model.type(T);
    return Type.Kind == AsyncKind::Task && Type.Starts == Start::Eager;
  };
  bool Found = false;
  for (const Expr *Argument : Call.Arguments)
    walkEvaluated(Argument, [&](const Stmt *S) {
      const auto *Ref = dyn_cast<DeclRefExpr>(S);
      const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
      const QualType Element =
          V ? firstTypeArgument(recordOf(V->getType().getNonReferenceType()))
            : QualType();
      Found |= V && (IsBegun(V->getType()) ||
                     (!Element.isNull() && IsBegun(Element)));
      return !Found;
    });
  return Found;
}

std::optional<AwaitedCall> asAwaitedCall(const Expr &Init, const VarDecl *V,
                                         AsyncModel &Model) {
  const auto *Await = dyn_cast<CoawaitExpr>(stripped(&Init));
  if (!Await || !Await->isPRValue() || Await->getType()->isVoidType())
    return std::nullopt;
  std::optional<CallSite> Site = asCall(*stripped(Await->getOperand()));
  if (!Site || !isa<CallExpr>(Site->Node) ||
      Model.type(Site->Node->getType()).Kind != AsyncKind::Task ||
      !changesNothing(*Site) || isGivenBegunTasks(*Site, Model))
    return std::nullopt;
  return AwaitedCall{V, *Site, Await->getKeywordLoc()};
}

std::optional<AwaitedCall> asAwaitedCall(const Stmt &S, AsyncModel &Model) {
  const auto *Declaration = dyn_cast<DeclStmt>(&S);
  const auto *V = Declaration && Declaration->isSingleDecl()
                      ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                      : nullptr;
  return V && V->hasLocalStorage() && V->getInit()
             ? asAwaitedCall(*V->getInit(), V, Model)
             : std::nullopt;
}

class RowFinder {
public:
  RowFinder(const FunctionDecl &F, StringRef Form, RuleContext &Context)
      : F(F), Form(Form), Context(Context) {}

  void run() {
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const auto *Block = dyn_cast<CompoundStmt>(S))
        lookAtRow(*Block);
      else if (const auto *Range = dyn_cast<CXXForRangeStmt>(S))
        lookAtRounds(*Range);
      return true;
    });
  }

private:
  void lookAtRow(const CompoundStmt &Block) {
    std::vector<AwaitedCall> Row;
    auto End = [&] {
      if (Row.size() > 1)
        reportRow(Row);
      Row.clear();
    };
    for (const Stmt *S : Block.body()) {
      std::optional<AwaitedCall> Next = asAwaitedCall(*S, Context.model());
      if (!Next || llvm::any_of(Row, [&](const AwaitedCall &Before) {
            return mentions(*Next->Call.Node, *Before.Result);
          }))
        End();
      if (Next)
        Row.push_back(*Next);
    }
    End();
  }

  void reportRow(const std::vector<AwaitedCall> &Row) {
    Finding New;
    New.Where = Row[1].Where;
    New.Text = mention(Row[1].Call) + " begins only when " +
               mention(Row[0].Call) +
               " is done, and needs nothing of it; their times add up";
    New.note(Row[0].Where, "awaited first");
    New.note(New.Where, "await them together: " + Form.str());
    New.Evidence.push_back("the calls change nothing that both see");
    Context.report(std::move(New));
  }

  /// `for (x : items) out.push_back(co_await f(x));`, or a variable of the
  /// round that is set by it, and no other suspension.
  void lookAtRounds(const CXXForRangeStmt &Range) {
    const Expr *Await = nullptr;
    unsigned Suspensions = 0;
    bool Leaves = false;
    walkEvaluated(Range.getBody(), [&](const Stmt *S) {
      if (isa<CoawaitExpr>(S) && ++Suspensions == 1)
        Await = cast<Expr>(S);
      Leaves |= isa<BreakStmt, ReturnStmt, CoreturnStmt, CXXThrowExpr, IfStmt,
                    SwitchStmt>(S);
      return true;
    });
    if (Suspensions != 1 || Leaves)
      return;
    std::optional<AwaitedCall> Call =
        asAwaitedCall(*Await, nullptr, Context.model());
    if (!Call || !dependsOnItemOnly(*Call, Range) || isDiscarded(*Await, Range))
      return;
    Finding New;
    New.Where = Call->Where;
    New.Text = mention(Call->Call) +
               " is awaited for one item after the other, and needs nothing of "
               "the round before; their times add up";
    New.note(New.Where, "await them together: " + Form.str());
    New.Evidence.push_back("the call changes nothing that all rounds see");
    Context.report(std::move(New));
  }

  /// True if the call mentions the item, and of the other variables only those
  /// that the loop does not set.
  bool dependsOnItemOnly(const AwaitedCall &Call,
                         const CXXForRangeStmt &Range) {
    if (!mentions(*Call.Call.Node, *Range.getLoopVariable()))
      return false;
    bool Only = true;
    walkEvaluated(Call.Call.Node, [&](const Stmt *S) {
      const auto *Ref = dyn_cast<DeclRefExpr>(S);
      const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
      if (V && V != Range.getLoopVariable())
        Only &= !V->hasLocalStorage() || !isChanged(*V);
      return Only;
    });
    return Only;
  }

  static bool isDiscarded(const Expr &Await, const CXXForRangeStmt &Range) {
    bool Is = false;
    auto Look = [&](const Stmt *S) {
      const auto *E = dyn_cast_or_null<Expr>(S);
      Is |= E && stripped(E) == &Await;
    };
    Look(Range.getBody());
    walkEvaluated(Range.getBody(), [&](const Stmt *S) {
      if (const auto *Block = dyn_cast<CompoundStmt>(S))
        for (const Stmt *Child : Block->body())
          Look(Child);
      return true;
    });
    return Is;
  }

  const FunctionDecl &F;
  StringRef Form;
  RuleContext &Context;
};

void run(const FunctionDecl &F, RuleContext &Context) {
  if (!isCoroutine(F) || F.isDependentContext())
    return;
  const KnowledgeBase::Library *Library = Context.model().libraryOf(F);
  if (Library && !Library->WhenAll.empty())
    RowFinder(F, Library->WhenAll, Context).run();
}

} // namespace

extern const Rule SequentialAwait;
const Rule SequentialAwait = {
    {"coro-sequential-await",
     "concurrency",
     "L10",
     "tasks that could go on together are awaited one by one",
     Confidence::Likely,
     {},
     Standing::OnRequest},
    run};

} // namespace corolint
