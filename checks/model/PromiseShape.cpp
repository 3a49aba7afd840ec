#include "model/PromiseShape.h"
#include "model/CoroutineHandle.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace corolint {

static const CXXRecordDecl *nestedPromise(const CXXRecordDecl &Record,
                                          ASTContext &Context) {
  DeclarationName Name(&Context.Idents.get("promise_type"));
  const CXXRecordDecl *Found = nullptr;
  forSelfAndBases(Record, [&](const CXXRecordDecl &R) {
    for (const NamedDecl *D : R.lookup(Name))
      if (const auto *Type = dyn_cast<TypeDecl>(D))
        Found = recordOf(Context.getTypeDeclType(Type));
    return !Found;
  });
  // A member class of an instance is instantiated only where a coroutine needs
  // it; where the task is merely passed around, the template says the same.
  if (Found && !Found->hasDefinition())
    if (const CXXRecordDecl *Pattern = Found->getTemplateInstantiationPattern())
      return Pattern->hasDefinition() ? Pattern->getDefinition() : Pattern;
  // So does the template of a promise that stands outside of the task.
  if (const auto *Instance =
          dyn_cast_or_null<ClassTemplateSpecializationDecl>(Found);
      Instance && !Instance->hasDefinition())
    if (const CXXRecordDecl *Pattern =
            Instance->getSpecializedTemplate()->getTemplatedDecl();
        Pattern->hasDefinition())
      return Pattern->getDefinition();
  return Found;
}

/// The promises that specialisations of std::coroutine_traits give to
/// coroutines which return \p Record. Parameters may choose between them.
static SmallVector<const CXXRecordDecl *, 2>
traitsPromises(const CXXRecordDecl &Record, ASTContext &Context) {
  SmallVector<const CXXRecordDecl *, 2> Promises;
  const DeclarationName Std(&Context.Idents.get("std"));
  const DeclarationName Traits(&Context.Idents.get("coroutine_traits"));
  for (const NamedDecl *Scope : Context.getTranslationUnitDecl()->lookup(Std)) {
    const auto *Namespace = dyn_cast<NamespaceDecl>(Scope);
    if (!Namespace)
      continue;
    for (const NamedDecl *D : Namespace->lookup(Traits)) {
      const auto *Template = dyn_cast<ClassTemplateDecl>(D);
      if (!Template)
        continue;
      for (const ClassTemplateSpecializationDecl *S :
           Template->specializations()) {
        if (S->getTemplateArgs().size() == 0 ||
            S->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
          continue;
        const CXXRecordDecl *First =
            recordOf(S->getTemplateArgs()[0].getAsType());
        if (!First || First->getCanonicalDecl() != Record.getCanonicalDecl())
          continue;
        if (const CXXRecordDecl *Promise = nestedPromise(*S, Context))
          Promises.push_back(Promise);
      }
    }
  }
  return Promises;
}

bool returnsConstant(const CXXMethodDecl &Method, bool Value, Known &Facts) {
  const FunctionDecl *Definition = nullptr;
  // constexpr bodies are parsed by every host, even in system headers.
  if (Method.isConstexpr())
    Method.hasBody(Definition);
  if (!Definition)
    Definition = Facts.readableDefinition(Method);
  if (!Definition)
    return false;
  const auto *Block = dyn_cast<CompoundStmt>(Definition->getBody());
  if (!Block || Block->size() != 1)
    return false;
  const auto *Return = dyn_cast<ReturnStmt>(Block->body_front());
  const auto *Literal =
      Return && Return->getRetValue()
          ? dyn_cast<CXXBoolLiteralExpr>(stripped(Return->getRetValue()))
          : nullptr;
  return Literal && Literal->getValue() == Value;
}

/// True if \p Suspend visibly does not touch the handle it is given.
static bool leavesHandleAlone(const CXXMethodDecl &Suspend, Known &Facts) {
  const FunctionDecl *Definition = Facts.readableDefinition(Suspend);
  const auto *Block =
      Definition ? dyn_cast<CompoundStmt>(Definition->getBody()) : nullptr;
  return Block && Block->body_empty();
}

/// The class of the awaiter that initial_suspend returns, also where its
/// return type is deduced and was never instantiated.
static const CXXRecordDecl *initialAwaiter(const CXXMethodDecl &Initial) {
  if (const CXXRecordDecl *R = recordOf(Initial.getReturnType()))
    return R;
  const FunctionDecl *Pattern = Initial.getTemplateInstantiationPattern();
  const FunctionDecl *Definition = nullptr;
  if (!(Pattern ? Pattern : &Initial)->hasBody(Definition))
    return nullptr;
  const CXXRecordDecl *Found = nullptr;
  walkEvaluated(Definition->getBody(), [&](const Stmt *S) {
    if (const auto *Return = dyn_cast<ReturnStmt>(S))
      if (const Expr *Value = Return->getRetValue())
        Found = recordOf(Value->getType());
    return true;
  });
  return Found;
}

static void readInitialSuspend(PromiseShape &Shape, Known &Facts) {
  const CXXMethodDecl *Initial = findMethod(*Shape.Promise, "initial_suspend");
  const CXXRecordDecl *Awaiter = Initial ? initialAwaiter(*Initial) : nullptr;
  if (!Awaiter || !Awaiter->hasDefinition())
    return;
  std::string Name = Awaiter->getNameAsString();
  // suspend_always and suspend_never are the standard's own words; a class
  // derived from one behaves alike as long as it hides neither member.
  const CXXMethodDecl *Ready = findMethod(*Awaiter, "await_ready");
  const CXXMethodDecl *Suspend = findMethod(*Awaiter, "await_suspend");
  if (!Ready || !Suspend)
    return;
  std::string Of = qualifiedName(*Ready->getParent());
  const bool LeavesAlone =
      qualifiedName(*Suspend->getParent()) == "std::suspend_always" ||
      leavesHandleAlone(*Suspend, Facts);
  if (LeavesAlone &&
      (Of == "std::suspend_always" || returnsConstant(*Ready, false, Facts))) {
    Shape.Starts = Start::Lazy;
    Shape.Evidence = "lazy: initial_suspend returns '" + Name + "'";
  } else if (Of == "std::suspend_never" ||
             returnsConstant(*Ready, true, Facts)) {
    Shape.Starts = Start::Eager;
    Shape.Evidence = "eager: initial_suspend returns '" + Name + "'";
  }
}

static bool endsProgram(const CXXRecordDecl &Promise, Known &Facts) {
  const CXXMethodDecl *Handler = findMethod(Promise, "unhandled_exception");
  const FunctionDecl *Definition =
      Handler ? Facts.readableDefinition(*Handler) : nullptr;
  bool Ends = false;
  if (Definition)
    walkEvaluated(Definition->getBody(), [&](const Stmt *S) {
      if (const auto *Call = dyn_cast<CallExpr>(S))
        if (const FunctionDecl *Callee = Call->getDirectCallee())
          Ends |= Callee->isNoReturn();
      if (const auto *Throw = dyn_cast<CXXThrowExpr>(S))
        Ends |= !Throw->getSubExpr();
      return true;
    });
  return Ends;
}

std::optional<PromiseShape> findPromise(const CXXRecordDecl &Record,
                                        Known &Facts, ASTContext &Context) {
  SmallVector<const CXXRecordDecl *, 2> Promises;
  if (const CXXRecordDecl *Nested = nestedPromise(Record, Context))
    Promises.push_back(Nested);
  else
    Promises = traitsPromises(Record, Context);
  std::optional<PromiseShape> Result;
  for (const CXXRecordDecl *Promise : Promises) {
    PromiseShape Shape;
    Shape.Promise = Promise;
    // A promise that is only declared says no more than that there is one.
    if (Promise->hasDefinition()) {
      Shape.Yields = findMethod(*Promise, "yield_value") != nullptr;
      Shape.FailureEndsProgram = endsProgram(*Promise, Facts);
      readInitialSuspend(Shape, Facts);
    }
    if (!Result) {
      Result = Shape;
    } else if (Result->Starts != Shape.Starts) {
      Result->Starts = Start::Unknown;
      Result->Evidence = "start depends on the coroutine's parameters";
    }
  }
  return Result;
}

static constexpr StringRef Destroy = "std::coroutine_handle::destroy";
static constexpr StringRef Resume = "std::coroutine_handle::resume";

/// The branch of \p S that runs only if a coroutine is done; null if there is
/// none, or if \p S is no `if`.
static const Stmt *branchIfDone(const Stmt *S) {
  const auto *If = dyn_cast<IfStmt>(S);
  if (!If)
    return nullptr;
  const Expr *Condition = stripped(If->getCond());
  const auto *Not = dyn_cast<UnaryOperator>(Condition);
  if (Not && Not->getOpcode() == UO_LNot)
    Condition = stripped(Not->getSubExpr());
  else
    Not = nullptr;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(Condition);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  if (!Method || qualifiedName(*Method) != "std::coroutine_handle::done")
    return nullptr;
  return Not ? If->getElse() : If->getThen();
}

/// True if \p F visibly calls \p What of a coroutine that may not be done; with
/// \p Handle only of that one. Without, also by way of up to \p Helpers
/// functions of the object or its members.
static bool callsOnHandle(StringRef What, const FunctionDecl &F,
                          const VarDecl *Handle, unsigned Helpers,
                          Known &Facts) {
  const FunctionDecl *Definition = Facts.readableDefinition(F);
  bool Calls = false;
  llvm::SmallPtrSet<const Stmt *, 2> IfDone;
  auto Look = [&](const Stmt *S) {
    if (const Stmt *Branch = branchIfDone(S))
      IfDone.insert(Branch);
    if (IfDone.contains(S))
      return false;
    const auto *Call = dyn_cast<CXXMemberCallExpr>(S);
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    if (!Method || Calls)
      return !Calls;
    const Expr *Object = Call->getImplicitObjectArgument();
    if (qualifiedName(*Method) == What)
      Calls = !Handle || namedVariable(Object) == Handle;
    else if (Helpers &&
             (isa<CXXThisExpr>(stripped(Object)) || isOwnMember(Object)))
      Calls = callsOnHandle(What, *Method, Handle, Helpers - 1, Facts);
    return !Calls;
  };
  if (Definition)
    walkEvaluated(Definition->getBody(), Look);
  return Calls;
}

bool destroysAwaiter(const CXXMethodDecl &Suspend, Known &Facts) {
  const FunctionDecl *Definition = Facts.readableDefinition(Suspend);
  return Definition && Definition->getNumParams() == 1 &&
         callsOnHandle(Destroy, *Definition, Definition->getParamDecl(0), 0,
                       Facts);
}

/// True if the destructor of \p Record, or of one of its members, visibly calls
/// \p What of the coroutine.
static bool endsWith(StringRef What, const CXXRecordDecl &Record,
                     Known &Facts) {
  return !forSelfAndBases(Record, [&](const CXXRecordDecl &R) {
    const CXXDestructorDecl *Destructor = R.getDestructor();
    if (Destructor && callsOnHandle(What, *Destructor, nullptr, 2, Facts))
      return false;
    return llvm::none_of(R.fields(), [&](const FieldDecl *Member) {
      const CXXRecordDecl *Part = recordOf(Member->getType());
      return Part && !Member->getType()->isReferenceType() &&
             endsWith(What, *Part, Facts);
    });
  });
}

bool destroysFrame(const CXXRecordDecl &Record, Known &Facts) {
  return endsWith(Destroy, Record, Facts);
}

bool hasHiddenDestructor(const CXXRecordDecl &Record, Known &Facts) {
  return !forSelfAndBases(Record, [&](const CXXRecordDecl &R) {
    const CXXDestructorDecl *Destructor = R.getDestructor();
    return !Destructor || !Destructor->isUserProvided() ||
           Facts.readableDefinition(*Destructor);
  });
}

bool resumesFrame(const CXXRecordDecl &Record, Known &Facts) {
  return endsWith(Resume, Record, Facts);
}

} // namespace corolint
