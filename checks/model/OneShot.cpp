#include "model/OneShot.h"
#include "model/CoroutineHandle.h"
#include "model/Names.h"
#include "model/PromiseShape.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

/// The member functions of an awaiter that one co_await calls.
struct AwaiterCalls {
  const CXXMethodDecl *Ready = nullptr;
  const CXXMethodDecl *Suspend = nullptr;
  const CXXMethodDecl *Resume = nullptr;
};

const CXXMethodDecl *methodOf(const Expr *Call) {
  const CXXMethodDecl *Found = nullptr;
  // The call may stand below conversions of what it returns.
  walkEvaluated(Call, [&](const Stmt *S) {
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(S))
      if (const CXXMethodDecl *Method = Member->getMethodDecl();
          Method && Method->getIdentifier() &&
          Method->getName().starts_with("await_"))
        Found = Method;
    return !Found;
  });
  return Found;
}

AwaiterCalls callsOf(const CoroutineSuspendExpr &Await) {
  return {methodOf(Await.getReadyExpr()), methodOf(Await.getSuspendExpr()),
          methodOf(Await.getResumeExpr())};
}

/// `std::exchange(member_, ...)`, `std::move(*this)`, `std::move(member_)`
/// where moving is not just copying.
bool takesOwnState(const Stmt &S) {
  const auto *Call = dyn_cast<CallExpr>(&S);
  if (!Call || Call->getNumArgs() == 0)
    return false;
  if (isCallOf(S, "std::exchange"))
    return isOwnMember(Call->getArg(0));
  if (!isCallOf(S, "std::move"))
    return false;
  const Expr *What = stripped(Call->getArg(0));
  if (const auto *Object = dyn_cast<UnaryOperator>(What))
    return Object->getOpcode() == UO_Deref &&
           isa<CXXThisExpr>(stripped(Object->getSubExpr()));
  const CXXRecordDecl *Record = recordOf(What->getType());
  return isOwnMember(What) && Record && Record->hasDefinition() &&
         !What->getType().isTriviallyCopyableType(Record->getASTContext());
}

/// The operator co_await that \p Await calls; null if there is none.
const FunctionDecl *operatorOf(const CoroutineSuspendExpr &Await) {
  const FunctionDecl *Found = nullptr;
  walkEvaluated(Await.getCommonExpr(), [&](const Stmt *S) {
    if (const auto *Call = dyn_cast<CallExpr>(S))
      if (const FunctionDecl *Callee = Call->getDirectCallee();
          Callee && Callee->getOverloadedOperator() == OO_Coawait)
        Found = Callee;
    return !Found;
  });
  return Found;
}

/// True if objects of \p Record can be awaited where they are lvalues.
bool isAwaitableInPlace(const CXXRecordDecl &Record) {
  if (isAwaiter(Record))
    return true;
  ASTContext &Context = Record.getASTContext();
  const DeclarationName Name =
      Context.DeclarationNames.getCXXOperatorName(OO_Coawait);
  return !forSelfAndBases(Record, [&](const CXXRecordDecl &R) {
    return llvm::all_of(R.lookup(Name), [](const NamedDecl *D) {
      const auto *Method = dyn_cast_or_null<CXXMethodDecl>(D->getAsFunction());
      return Method && Method->getRefQualifier() == RQ_RValue;
    });
  });
}

/// True if the variable \p Task is moved into an object of its own type on the
/// way to the awaiter, as by an await_transform that takes it by value.
bool isMovedOnTheWay(const CoroutineSuspendExpr &Await, const VarDecl &Task) {
  bool Moved = false;
  walkEvaluated(Await.getCommonExpr(), [&](const Stmt *S) {
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(S))
      Moved |= Construct->getConstructor()->isMoveConstructor() &&
               namedVariable(Construct->getArg(0)) == &Task;
    return !Moved;
  });
  return Moved;
}

/// True if the awaiter runs the coroutine without asking whether it has ended.
bool resumesUnasked(const AwaiterCalls &Calls, Known &Facts) {
  if (!Calls.Ready || !Calls.Suspend ||
      !returnsConstant(*Calls.Ready, false, Facts))
    return false;
  bool Asks = false;
  const bool Resumes = anyInBody(Calls.Suspend, Facts, [&](const Stmt &S) {
    Asks |= isCallOf(S, "std::coroutine_handle::done");
    const auto *Return = dyn_cast<ReturnStmt>(&S);
    const Expr *Value = Return ? Return->getRetValue() : nullptr;
    if (Value && isHandle(unconverted(Value)->getType()) &&
        isOwnMember(unconverted(Value)))
      return true;
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
    return Call && isCallOf(S, "std::coroutine_handle::resume") &&
           isOwnMember(Call->getImplicitObjectArgument());
  });
  return Resumes && !Asks;
}

/// True if await_resume ends the coroutine or lets go of it.
bool freesCoroutine(const AwaiterCalls &Calls, Known &Facts) {
  return anyInBody(Calls.Resume, Facts, [](const Stmt &S) {
    if (isCallOf(S, "std::exchange"))
      return takesOwnState(S) &&
             isHandle(cast<CallExpr>(S).getArg(0)->getType());
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
    return Call && isCallOf(S, "std::coroutine_handle::destroy") &&
           isOwnMember(Call->getImplicitObjectArgument());
  });
}

/// True if await_resume moves the value out, which is not just copied.
bool movesValueOut(const CoroutineSuspendExpr &Await, const AwaiterCalls &Calls,
                   AsyncModel &Model) {
  const CXXRecordDecl *Value = recordOf(Await.getType());
  if (!Value || !Value->hasDefinition() ||
      Await.getType().isTriviallyCopyableType(Model.context()))
    return false;
  return anyInBody(Calls.Resume, Model.facts(), [&](const Stmt &S) {
    const auto *Call = dyn_cast<CallExpr>(&S);
    return Call && isCallOf(S, "std::move") &&
           recordOf(Call->getArg(0)->getType()) == Value;
  });
}

std::optional<Awaited> known(QualType T, AsyncModel &Model) {
  const CXXRecordDecl *Record = recordOf(T);
  const TypeFact *Fact =
      Record ? Model.facts().firstType(
                   *Record, [](const TypeFact &F) { return F.OnAwait; })
             : nullptr;
  return Fact ? Fact->OnAwait : std::nullopt;
}

bool isCopyable(const CXXRecordDecl &Record) {
  if (Record.needsImplicitCopyConstructor())
    return !Record.defaultedCopyConstructorIsDeleted() &&
           !Record.hasUserDeclaredMoveConstructor() &&
           !Record.hasUserDeclaredMoveAssignment();
  return llvm::any_of(Record.ctors(), [](const CXXConstructorDecl *C) {
    return C->isCopyConstructor() && !C->isDeleted();
  });
}

/// True if \p Move, a move constructor, visibly leaves the other as it was.
bool leavesOtherAlone(const CXXConstructorDecl &Move, Known &Facts) {
  const FunctionDecl *Definition = Facts.readableDefinition(Move);
  if (!Definition || Definition->getNumParams() == 0)
    return false;
  const VarDecl *Other = Definition->getParamDecl(0);
  bool Changes = false;
  auto Look = [&](const Stmt *S) {
    const auto *Assign = dyn_cast<BinaryOperator>(S);
    if (isa<CallExpr>(S) || (Assign && Assign->isAssignmentOp()))
      walkEvaluated(S, [&](const Stmt *Part) {
        const auto *Ref = dyn_cast<DeclRefExpr>(Part);
        Changes |= Ref && Ref->getDecl() == Other;
        return !Changes;
      });
    return !Changes;
  };
  walkEvaluated(Definition->getBody(), Look);
  for (const CXXCtorInitializer *Init :
       cast<CXXConstructorDecl>(Definition)->inits())
    walkEvaluated(Init->getInit(), Look);
  return !Changes;
}

/// True if moving an object of \p Record only copies handles and numbers.
bool movesByCopying(const CXXRecordDecl &Record) {
  return llvm::all_of(Record.fields(), [&](const FieldDecl *Member) {
    return Member->getType().isTriviallyCopyableType(Record.getASTContext());
  });
}

/// True if \p Init gives a member nothing: null, a default-made object, zero.
bool isNothing(const Expr *Init, ASTContext &Context) {
  const Expr *Value = stripped(Init);
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(Value))
    return isNothing(Default->getExpr(), Context);
  if (const auto *List = dyn_cast<InitListExpr>(Value))
    return llvm::all_of(List->inits(), [&](const Expr *Part) {
      return isNothing(Part, Context);
    });
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Value))
    return llvm::all_of(Construct->arguments(), [&](const Expr *Argument) {
      return isNothing(Argument, Context);
    });
  return isa<CXXNullPtrLiteralExpr, ImplicitValueInitExpr,
             CXXScalarValueInitExpr>(Value) ||
         isZero(*Value, Context);
}

/// `throw`, or a call of what never returns and so does it.
bool throws(const Stmt &S) {
  const auto *Call = dyn_cast<CallExpr>(&S);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return isa<CXXThrowExpr>(S) || (Callee && Callee->isNoReturn());
}

bool fillsWithNothing(const CXXConstructorDecl &Constructor,
                      AsyncModel &Model) {
  const CXXRecordDecl &Record = *Constructor.getParent();
  if (Record.getNumBases() != 0 || Record.field_empty())
    return false;
  ASTContext &Context = Model.context();
  const auto *Definition = dyn_cast_or_null<CXXConstructorDecl>(
      Model.facts().readableDefinition(Constructor));
  if (!Definition && !Constructor.isDefaulted())
    return false;
  if (Definition && !Constructor.isDefaulted()) {
    const auto *Body = dyn_cast_or_null<CompoundStmt>(Definition->getBody());
    if (!Body || !Body->body_empty())
      return false;
    for (const CXXCtorInitializer *Init : Definition->inits())
      if (!Init->getInit() || !isNothing(Init->getInit(), Context))
        return false;
    return true;
  }
  // What is defaulted takes the initialisers of the members.
  return llvm::all_of(Record.fields(), [&](const FieldDecl *Member) {
    const Expr *Init = Member->getInClassInitializer();
    return Init ? isNothing(Init, Context) : isHandle(Member->getType());
  });
}

} // namespace

Left leftByAwait(const CoroutineSuspendExpr &Await, const VarDecl &Task,
                 AsyncModel &Model) {
  const QualType T = Task.getType().getNonReferenceType();
  const CXXRecordDecl *Record = recordOf(T);
  if (!Record || !Await.getCommonExpr() || Await.isTypeDependent())
    return Left::Unknown;
  if (std::optional<Awaited> Often = known(T, Model))
    return *Often == Awaited::Once ? Left::Nothing : Left::Unknown;
  // Each await asks a coroutine that yields for its next value.
  if (std::optional<PromiseShape> Promise =
          findPromise(*Record, Model.facts(), Record->getASTContext());
      Promise && Promise->Yields)
    return Left::Unknown;
  if (isMovedOnTheWay(Await, Task))
    return Left::Nothing;
  const bool Moved = Await.getOperand()->IgnoreParens()->isXValue();
  if (Moved && !isAwaitableInPlace(*Record) && isEmptyOnceMoved(T, Model))
    return Left::Nothing;
  const FunctionDecl *Operator = operatorOf(Await);
  if (anyInBody(Operator, Model.facts(), takesOwnState))
    return Left::Nothing;
  const AwaiterCalls Calls = callsOf(Await);
  if (freesCoroutine(Calls, Model.facts()))
    return Left::Nothing;
  if (Model.type(T).Starts == Start::Lazy &&
      resumesUnasked(Calls, Model.facts()))
    return Left::Ended;
  return movesValueOut(Await, Calls, Model) ? Left::NoValue : Left::Unknown;
}

bool isEmptyOnceMoved(QualType T, AsyncModel &Model) {
  const CXXRecordDecl *Record = recordOf(T);
  if (!Record || !Record->hasDefinition() || isCopyable(*Record) ||
      Model.facts().firstType(
          *Record, [](const TypeFact &Fact) { return Fact.EmptyIsReady; }))
    return false;
  for (const CXXConstructorDecl *Constructor : Record->ctors())
    if (Constructor->isMoveConstructor() && !Constructor->isDeleted())
      return Constructor->isDefaulted()
                 ? !movesByCopying(*Record)
                 : !leavesOtherAlone(*Constructor, Model.facts());
  return Record->needsImplicitMoveConstructor() && !movesByCopying(*Record);
}

bool makesEmpty(const CXXConstructExpr &Construct, AsyncModel &Model) {
  const CXXConstructorDecl &Constructor = *Construct.getConstructor();
  if (!Constructor.isDefaultConstructor() || Construct.getNumArgs() != 0)
    return false;
  return Model.facts().firstType(
             *Constructor.getParent(),
             [](const TypeFact &Fact) { return Fact.StartsEmpty; }) ||
         fillsWithNothing(Constructor, Model);
}

bool mayAwaitEmpty(const CoroutineSuspendExpr &Await, QualType T,
                   AsyncModel &Model) {
  const CXXRecordDecl *Record = recordOf(T);
  if (!Record || Await.isTypeDependent())
    return true;
  if (Model.facts().libraryOf(*Record))
    return Model.facts().firstType(
        *Record, [](const TypeFact &Fact) { return Fact.EmptyIsReady; });
  const AwaiterCalls Calls = callsOf(Await);
  if (!Calls.Ready || !Model.facts().readableDefinition(*Calls.Ready))
    return false;
  // `!handle_ || handle_.done()`: whether an empty one does well is then told
  // by await_resume.
  const bool Asks = anyInBody(Calls.Ready, Model.facts(), [](const Stmt &S) {
    if (const auto *Not = dyn_cast<UnaryOperator>(&S))
      return Not->getOpcode() == UO_LNot && isOwnMember(Not->getSubExpr());
    if (const auto *Conversion = dyn_cast<CXXMemberCallExpr>(&S))
      return isa_and_nonnull<CXXConversionDecl>(Conversion->getMethodDecl()) &&
             isOwnMember(Conversion->getImplicitObjectArgument());
    return false;
  });
  if (!Asks || anyInBody(Calls.Ready, Model.facts(), throws))
    return false;
  return !anyInBody(Calls.Resume, Model.facts(), [](const Stmt &S) {
    return throws(S) || isCallOf(S, "std::coroutine_handle::promise");
  });
}

} // namespace corolint
