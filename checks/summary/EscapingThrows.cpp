#include "summary/EscapingThrows.h"
#include "model/PromiseShape.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

/// \p T without what a handler does not look at; null stays null.
QualType bare(QualType T) {
  return T.isNull()
             ? T
             : T.getNonReferenceType().getCanonicalType().getUnqualifiedType();
}

bool derives(const CXXRecordDecl &From, const CXXRecordDecl &Base) {
  return From.hasDefinition() && Base.hasDefinition() &&
         From.isDerivedFrom(&Base);
}

/// True if a handler of \p Caught may take what is thrown as a \p Thrown. What
/// is thrown again may be of a class derived from the one that is known.
bool mayCatch(QualType Caught, QualType Thrown) {
  Caught = bare(Caught);
  Thrown = bare(Thrown);
  if (Caught.isNull() || Thrown.isNull() || Caught->isDependentType() ||
      Thrown->isDependentType() || Caught == Thrown ||
      (Caught->isPointerType() && Thrown->isPointerType()))
    return true;
  const CXXRecordDecl *Handled = recordOf(Caught);
  const CXXRecordDecl *Given = recordOf(Thrown);
  return Handled && Given &&
         (derives(*Given, *Handled) || derives(*Handled, *Given));
}

/// Walks one body with the try blocks and the handler around each place.
class ThrowFinder {
public:
  ThrowFinder(AsyncModel &Model, EscapingThrows &Others)
      : Model(Model), Others(Others) {}

  void look(const Stmt *S) {
    if (!S)
      return;
    if (const auto *Try = dyn_cast<CXXTryStmt>(S))
      return lookInto(*Try);
    // Whoever throws again what was caught elsewhere is asked there.
    if (const auto *Throw = dyn_cast<CXXThrowExpr>(S);
        Throw && (Throw->getSubExpr() || Handler))
      add({Throw, Throw->getSubExpr() ? Throw->getSubExpr()->getType()
                                      : Handler->getCaughtType()});
    if (const auto *Await = dyn_cast<CoawaitExpr>(S))
      lookBehind(*Await);
    forEachEvaluated(*S, [&](const Stmt *Part) { look(Part); });
  }

  std::vector<EscapingThrow> Found;

private:
  void lookInto(const CXXTryStmt &Try) {
    Around.push_back(&Try);
    look(Try.getTryBlock());
    Around.pop_back();
    const CXXCatchStmt *Outer = Handler;
    for (unsigned I = 0; I != Try.getNumHandlers(); ++I) {
      Handler = Try.getHandler(I);
      look(Handler->getHandlerBlock());
    }
    Handler = Outer;
  }

  /// What leaves an awaited coroutine is thrown at the co_await.
  void lookBehind(const CoawaitExpr &Await) {
    std::optional<CallSite> Site = asCall(*stripped(Await.getOperand()));
    const FunctionDecl *Body = Site ? Model.definitionToFollow(*Site) : nullptr;
    if (Body && isCoroutine(*Body))
      for (const EscapingThrow &Inner : Others.of(*Body))
        add(Inner);
  }

  void add(const EscapingThrow &New) {
    for (const CXXTryStmt *Try : Around)
      for (unsigned I = 0; I != Try->getNumHandlers(); ++I)
        if (mayCatch(Try->getHandler(I)->getCaughtType(), New.Type))
          return;
    Found.push_back(New);
  }

  AsyncModel &Model;
  EscapingThrows &Others;
  llvm::SmallVector<const CXXTryStmt *, 4> Around;
  const CXXCatchStmt *Handler = nullptr;
};

/// True if an exception that leaves the body of \p F goes no further.
bool keepsFailures(const FunctionDecl &F, AsyncModel &Model) {
  if (const auto *Type = F.getType()->getAs<FunctionProtoType>();
      Type && Type->isNothrow())
    return true;
  const CXXRecordDecl *Record = recordOf(F.getReturnType());
  std::optional<PromiseShape> Shape =
      Record && Record->hasDefinition()
          ? findPromise(*Record, Model.facts(), Model.context())
          : std::nullopt;
  if (!Shape || !Shape->Promise)
    return false;
  const CXXMethodDecl *Method =
      findMethod(*Shape->Promise, "unhandled_exception");
  const FunctionDecl *Body =
      Method ? Model.facts().readableDefinition(*Method) : nullptr;
  const auto *Block =
      Body ? dyn_cast_or_null<CompoundStmt>(Body->getBody()) : nullptr;
  return Shape->FailureEndsProgram || (Block && Block->body_empty());
}

} // namespace

const std::vector<EscapingThrow> &EscapingThrows::of(const FunctionDecl &F) {
  if (auto It = Known.find(&F); It != Known.end())
    return *It->second;
  // Present before it is filled: recursion sees "nothing".
  Known[&F] = std::make_unique<std::vector<EscapingThrow>>();
  ThrowFinder Finder(Model, *this);
  if (!keepsFailures(F, Model))
    Finder.look(writtenBody(F));
  return *(Known[&F] = std::make_unique<std::vector<EscapingThrow>>(
               std::move(Finder.Found)));
}

} // namespace corolint
