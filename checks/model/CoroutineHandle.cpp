#include "model/CoroutineHandle.h"
#include "model/Names.h"
#include "model/PromiseShape.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {

bool isHandle(QualType T) {
  const CXXRecordDecl *Record = recordOf(T);
  return Record && qualifiedName(*Record) == "std::coroutine_handle";
}

const Expr *unconverted(const Expr *E) {
  const Expr *Value = stripped(E);
  const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(Value);
  return Call && isa_and_nonnull<CXXConversionDecl>(Call->getMethodDecl())
             ? stripped(Call->getImplicitObjectArgument())
             : Value;
}

bool isCallOf(const Stmt &S, StringRef Name) {
  const auto *Call = dyn_cast<CallExpr>(&S);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && qualifiedName(*Callee) == Name;
}

const Expr *handleOf(const Stmt &S, StringRef Name) {
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S))
    return Name == "resume" && Operator->getOperator() == OO_Call &&
                   isHandle(Operator->getArg(0)->getType())
               ? unconverted(Operator->getArg(0))
               : nullptr;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  return Method && Method->getIdentifier() && Method->getName() == Name &&
                 qualifiedName(*Method->getParent()) == "std::coroutine_handle"
             ? unconverted(Call->getImplicitObjectArgument())
             : nullptr;
}

bool isOwnMember(const Expr *E) {
  const auto *Member = dyn_cast<MemberExpr>(stripped(E));
  while (Member && isa<FieldDecl>(Member->getMemberDecl())) {
    const Expr *Base = stripped(Member->getBase());
    if (isa<CXXThisExpr>(Base))
      return true;
    Member = dyn_cast<MemberExpr>(Base);
  }
  return false;
}

const FieldDecl *destroyedMember(const CXXDestructorDecl &Destructor) {
  const FieldDecl *Found = nullptr;
  walkEvaluated(Destructor.getBody(), [&](const Stmt *S) {
    const Expr *Handle = handleOf(*S, "destroy");
    const auto *Member = dyn_cast_or_null<MemberExpr>(Handle);
    if (Member && isa<CXXThisExpr>(stripped(Member->getBase())))
      Found = dyn_cast<FieldDecl>(Member->getMemberDecl());
    return !Found;
  });
  return Found;
}

bool anyInBody(const FunctionDecl *F, Known &Facts,
               llvm::function_ref<bool(const Stmt &)> Is) {
  const FunctionDecl *Definition = F ? Facts.readableDefinition(*F) : nullptr;
  bool Found = false;
  if (Definition)
    walkEvaluated(writtenBody(*Definition), [&](const Stmt *S) {
      Found = Found || Is(*S);
      return !Found;
    });
  return Found;
}

bool parksForever(const CXXRecordDecl &Record, Known &Facts) {
  if (!Record.hasDefinition())
    return false;
  const CXXMethodDecl *Ready = findMethod(Record, "await_ready");
  const CXXMethodDecl *Suspend = findMethod(Record, "await_suspend");
  if (!Ready || !Suspend)
    return false;
  const bool IsStandard =
      qualifiedName(*Suspend->getParent()) == "std::suspend_always";
  const FunctionDecl *Definition = Facts.readableDefinition(*Suspend);
  const auto *Block = dyn_cast_or_null<CompoundStmt>(
      Definition ? Definition->getBody() : nullptr);
  return (IsStandard || (Block && Block->body_empty())) &&
         (qualifiedName(*Ready->getParent()) == "std::suspend_always" ||
          returnsConstant(*Ready, false, Facts));
}

} // namespace corolint
