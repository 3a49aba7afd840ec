#include "model/Names.h"
#include "rules/errors/IgnoredError.h"
#include "support/AstWalk.h"
#include "support/Loops.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

/// True if \p Handler can do anything but go on with the loop: it leaves,
/// throws, notes that something is to stop, or hands the exception on.
bool mayEndLoop(const Stmt &Handler) {
  bool May = false;
  walkEvaluated(&Handler, [&](const Stmt *S) {
    May |= isa<ReturnStmt, CoreturnStmt, BreakStmt, GotoStmt, CXXThrowExpr>(S);
    if (const auto *Assign = dyn_cast<BinaryOperator>(S))
      May |= Assign->isAssignmentOp();
    // What is called without an argument may look at the exception, or end it.
    if (const auto *Call = dyn_cast<CallExpr>(S)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      May |= !Callee || Callee->isNoReturn() ||
             (Callee->isInStdNamespace() && Callee->getIdentifier() &&
              Callee->getName() == "current_exception");
    }
    return !May;
  });
  return May;
}

/// True if the coroutine leaves the loop in another way once it has gone on:
/// a condition that it asks in each round.
bool hasOtherWayOut(const Loop &Around, const CXXTryStmt &Try) {
  bool Has = false;
  walkEvaluated(Around.Body, [&](const Stmt *S) {
    if (S == &Try)
      return false;
    Has |= isa<ReturnStmt, CoreturnStmt, BreakStmt, GotoStmt, CXXThrowExpr>(S);
    return !Has;
  });
  return Has;
}

class LoopFinder {
public:
  LoopFinder(const FunctionDecl &F, const KnowledgeBase::Library &Of,
             RuleContext &Context)
      : F(F), Of(Of), Context(Context) {}

  void run() {
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (std::optional<Loop> Found = asLoop(*S);
          Found && isEndless(*Found, F.getASTContext()))
        look(*Found);
      return true;
    });
  }

private:
  void look(const Loop &Around) {
    walkEvaluated(Around.Body, [&](const Stmt *S) {
      if (asLoop(*S) || isa<CXXForRangeStmt>(S))
        return false; // its handlers go on with that loop
      const auto *Try = dyn_cast<CXXTryStmt>(S);
      if (!Try)
        return true;
      if (const Suspension *Point = suspendsIn(*Try->getTryBlock());
          Point && !hasOtherWayOut(Around, *Try))
        look(*Try, *Point);
      return false;
    });
  }

  const Suspension *suspendsIn(const Stmt &Block) {
    Found.reset();
    walkEvaluated(&Block, [&](const Stmt *S) {
      if (!Found)
        if (std::optional<Suspension> Point =
                Context.model().realSuspension(*S);
            Point && !Point->Yields)
          Found = Point;
      return !Found;
    });
    return Found ? &*Found : nullptr;
  }

  void look(const CXXTryStmt &Try, const Suspension &Point) {
    for (unsigned I = 0; I != Try.getNumHandlers(); ++I) {
      const CXXCatchStmt *Handler = Try.getHandler(I);
      if (Handler->getExceptionDecl()) {
        if (isCancellation(Handler->getCaughtType()))
          return;
        continue;
      }
      if (!mayEndLoop(*Handler->getHandlerBlock()))
        report(*Handler, Point);
    }
  }

  bool isCancellation(QualType Caught) {
    const CXXRecordDecl *Record = recordOf(Caught);
    return Record &&
           llvm::is_contained(Of.Cancellations, qualifiedName(*Record));
  }

  void report(const CXXCatchStmt &Handler, const Suspension &Point) {
    Finding New;
    New.Where = Handler.getBeginLoc();
    New.Text = "catch (...) in a loop without end also catches " +
               quoted(Of.Cancellations.front()) +
               ", by which the coroutine is told to stop; it never does";
    New.note(Point.Where, "a cancellation is thrown from here");
    New.note(New.Where, "catch " + quoted(Of.Cancellations.front()) +
                            " before and leave the loop, or throw it again");
    New.Evidence.push_back("coroutine of " + Of.Name);
    Context.report(std::move(New));
  }

  const FunctionDecl &F;
  const KnowledgeBase::Library &Of;
  RuleContext &Context;
  std::optional<Suspension> Found;
};

} // namespace

void findSwallowedCancellations(const FunctionDecl &F, RuleContext &Context) {
  const KnowledgeBase::Library *Library = Context.model().libraryOf(F);
  if (Library && !Library->Cancellations.empty())
    LoopFinder(F, *Library, Context).run();
}

} // namespace corolint
