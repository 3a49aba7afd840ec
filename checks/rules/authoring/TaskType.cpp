#include "model/CoroutineHandle.h"
#include "model/Names.h"
#include "rules/authoring/PromiseContract.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace corolint {
namespace {

bool mayThrow(const FunctionDecl &F) {
  const auto *Type = F.getType()->getAs<FunctionProtoType>();
  if (!Type || F.isDefaulted() || F.isImplicit())
    return false;
  switch (Type->getExceptionSpecType()) {
  case EST_None:
  case EST_NoexceptFalse:
    return true;
  default:
    return false;
  }
}

/// The function that a co_await of final_suspend's result calls and that is not
/// noexcept; null if there is none.
const FunctionDecl *throwingPart(const CXXMethodDecl &Final) {
  if (mayThrow(Final))
    return &Final;
  const CXXRecordDecl *Awaiter = recordOf(Final.getReturnType());
  if (!Awaiter || !Awaiter->hasDefinition())
    return nullptr;
  for (StringRef Name : {"await_ready", "await_suspend", "await_resume"})
    if (const CXXMethodDecl *Part = findMethod(*Awaiter, Name);
        Part && mayThrow(*Part))
      return Part;
  return nullptr;
}

void findThrowingFinalSuspend(const CXXRecordDecl &Promise,
                              RuleContext &Context) {
  const CXXMethodDecl *Final = findMethod(Promise, "final_suspend");
  if (!Final || Context.model().facts().foreign().contains(*Final))
    return;
  const FunctionDecl *Part = throwingPart(*Final);
  if (!Part || Context.model().facts().foreign().contains(*Part))
    return;
  Finding New;
  New.Where = Part->getLocation();
  New.Text = quoted(unqualifiedName(*Part)) +
             (Part == Final ? "" : " of the awaiter of 'final_suspend'") +
             " is not noexcept; after the end of a coroutine nobody can catch "
             "what it throws";
  if (Part != Final)
    New.note(Final->getLocation(), "awaited at the end of every coroutine");
  New.note(New.Where, "declare it noexcept; compilers refuse coroutines "
                      "without");
  New.Evidence.push_back("declared without noexcept");
  Context.report(std::move(New));
}

/// True if an attribute can stand right before the name: nothing else does.
bool isPlainlyDeclared(const CXXRecordDecl &Record) {
  return !Record.hasAttrs() && !Record.getLocation().isMacroID() &&
         !isa<ClassTemplateSpecializationDecl>(Record);
}

void findDiscardable(QualType T, RuleContext &Context) {
  const AsyncType &Type = Context.model().type(T);
  if (Type.Kind != AsyncKind::Task || Type.Starts != Start::Lazy ||
      !Type.MustAwait || Type.ShortCircuits || !Type.Record)
    return;
  const CXXRecordDecl &Task = writtenClass(*Type.Record);
  if (Context.model().facts().foreign().contains(Task) ||
      Task.hasAttr<WarnUnusedResultAttr>() ||
      Type.Record->hasAttr<WarnUnusedResultAttr>())
    return;
  Finding New;
  New.Where = Task.getLocation();
  New.Text = "lazy task " + quoted(unqualifiedName(Task)) +
             " is not [[nodiscard]]; a call whose task is dropped does nothing "
             "and compiles without a warning";
  New.note(New.Where, "declare it [[nodiscard]]");
  if (isPlainlyDeclared(Task))
    New.Fix = Insertion{New.Where, "[[nodiscard]] "};
  New.Evidence.push_back(Type.Evidence);
  Context.report(std::move(New));
}

} // namespace

void findBrokenPromise(const CXXMethodDecl &Method, RuleContext &Context) {
  const CXXRecordDecl &Promise = *Method.getParent();
  findThrowingFinalSuspend(Promise, Context);
  if (Context.isOn("Nodiscard") && !Method.getReturnType()->isDependentType())
    findDiscardable(Method.getReturnType(), Context);
}

} // namespace corolint
