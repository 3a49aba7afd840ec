#include "model/Names.h"
#include "rules/tasks/DiscardedTask.h"
#include "rules/tasks/TaskWording.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace corolint {

/// The call signature for which \p Record erases the type of callables, as
/// `void()` in std::function<void()>; null if it does not.
static const FunctionType *erasedSignature(const CXXRecordDecl &Record) {
  const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(&Record);
  if (!Instance || Instance->getTemplateArgs().size() == 0)
    return nullptr;
  const TemplateArgument &First = Instance->getTemplateArgs()[0];
  const auto *Signature = First.getKind() == TemplateArgument::Type
                              ? First.getAsType()->getAs<FunctionType>()
                              : nullptr;
  // It has to be callable like that itself: others keep signatures as well.
  if (!Signature)
    return nullptr;
  const bool CallsAlike = !forSelfAndBases(Record, [&](const CXXRecordDecl &R) {
    return llvm::none_of(R.methods(), [&](const CXXMethodDecl *Method) {
      return Method->getOverloadedOperator() == OO_Call &&
             Method->getReturnType().getCanonicalType() ==
                 Signature->getReturnType().getCanonicalType();
    });
  });
  return CallsAlike ? Signature : nullptr;
}

/// True if whoever is called by \p Site throws away what \p Site's callables
/// return.
static bool dropsResults(const CallSite &Site, AsyncModel &Model) {
  for (const FunctionFact *Fact : Model.facts(Site))
    if (Fact->DropsResults)
      return true;
  const auto *Construct = dyn_cast<CXXConstructExpr>(Site.Node);
  if (!Construct || Construct->getConstructor()->isCopyOrMoveConstructor())
    return false;
  const FunctionType *Signature =
      erasedSignature(*Construct->getConstructor()->getParent());
  return Signature && Signature->getReturnType()->isVoidType();
}

/// Who drops them: 'std::function<void ()>', 'for_each'.
static std::string whoDrops(const CallSite &Site, AsyncModel &Model) {
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Site.Node))
    return quoted(Model.spoken(Construct->getType()));
  return mention(Site);
}

static void look(const CallSite &Site, const Expr &Callable,
                 RuleContext &Context) {
  const FunctionDecl *Callee = calledBy(Callable);
  if (!Callee)
    return;
  const AsyncType &Type = Context.model().type(Callee->getReturnType());
  // To call an eager coroutine from a callback is how it is started.
  if (!Type.MustAwait || Type.Kind != AsyncKind::Task || Type.mayRunOn())
    return;
  Finding New;
  New.Where = stripped(&Callable)->getBeginLoc();
  const std::string Who = mention(*Callee);
  New.Text = "the task returned by " + Who + " is dropped by " +
             whoDrops(Site, Context.model()) + "; " + consequence(Type, Who);
  New.note(New.Where, "call it in a callable that hands the task to a function "
                      "which runs or spawns it");
  New.Evidence.push_back(Type.Evidence);
  Context.report(std::move(New));
}

void findTasksDroppedByCallees(const FunctionDecl &F, RuleContext &Context) {
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    std::optional<CallSite> Site = asCall(*S);
    if (Site && dropsResults(*Site, Context.model()))
      for (const Expr *Argument : Site->Arguments)
        look(*Site, *Argument, Context);
    return true;
  });
}

} // namespace corolint
