#include "support/AstWalk.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace corolint {

static const CallExpr *asMoveOrForward(const Expr *E, bool OnlyMove) {
  const auto *Call = dyn_cast<CallExpr>(E);
  if (!Call || Call->getNumArgs() != 1)
    return nullptr;
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee) {
    // In a template, std::move of a dependent argument is not yet resolved.
    const auto *Lookup = dyn_cast<UnresolvedLookupExpr>(
        Call->getCallee()->IgnoreParenImpCasts());
    if (!Lookup || !Lookup->getName().isIdentifier())
      return nullptr;
    StringRef Name = Lookup->getName().getAsIdentifierInfo()->getName();
    return Name == "move" || (!OnlyMove && Name == "forward") ? Call : nullptr;
  }
  if (!Callee->isInStdNamespace() || !Callee->getIdentifier())
    return nullptr;
  return Callee->getName() == "move" ||
                 (!OnlyMove && Callee->getName() == "forward")
             ? Call
             : nullptr;
}

const Expr *stripped(const Expr *E) {
  while (E) {
    const Expr *Before = E;
    E = E->IgnoreParens()->IgnoreImplicit();
    if (const auto *Cast = dyn_cast<ExplicitCastExpr>(E);
        Cast && Cast->getCastKind() != CK_ToVoid &&
        Cast->getCastKind() != CK_UserDefinedConversion)
      E = Cast->getSubExpr();
    else if (const CallExpr *Call = asMoveOrForward(E, false))
      E = Call->getArg(0);
    if (E == Before)
      return E;
  }
  return E;
}

bool isMove(const Expr *E) {
  return E && asMoveOrForward(E->IgnoreParens()->IgnoreImplicit(), true);
}

const VarDecl *namedVariable(const Expr *E) {
  const auto *Ref = dyn_cast_or_null<DeclRefExpr>(stripped(E));
  return Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
}

bool isChanged(const VarDecl &V) {
  const auto *F = dyn_cast<FunctionDecl>(V.getDeclContext());
  if (V.getType().isConstQualified() || !F)
    return false;
  bool Changed = false;
  auto Is = [&](const Expr *E) { return namedVariable(E) == &V; };
  walkEvaluated(writtenBody(*F), [&](const Stmt *S) {
    if (const auto *Assign = dyn_cast<BinaryOperator>(S))
      Changed |= Assign->isAssignmentOp() && Is(Assign->getLHS());
    else if (const auto *Operator = dyn_cast<UnaryOperator>(S))
      Changed |= (Operator->isIncrementDecrementOp() ||
                  Operator->getOpcode() == UO_AddrOf) &&
                 Is(Operator->getSubExpr());
    else if (const auto *Call = dyn_cast<CallExpr>(S))
      // Bound to a reference to non-const: const would be a cast.
      Changed |= llvm::any_of(Call->arguments(), [&](const Expr *Argument) {
        return Argument->isLValue() && isa<DeclRefExpr>(Argument) &&
               Is(Argument);
      });
    else if (const auto *Lambda = dyn_cast<LambdaExpr>(S))
      for (const LambdaCapture &Capture : Lambda->captures())
        Changed |= Capture.capturesVariable() &&
                   Capture.getCaptureKind() == LCK_ByRef &&
                   Capture.getCapturedVar() == &V;
    return !Changed;
  });
  return Changed;
}

std::optional<const Stmt *> onlyBranch(const IfStmt &If) {
  const auto *Value =
      If.isConstexpr() ? dyn_cast_or_null<ConstantExpr>(If.getCond()) : nullptr;
  if (!Value || !Value->hasAPValueResult() ||
      !Value->getAPValueResult().isInt())
    return std::nullopt;
  return Value->getAPValueResult().getInt() != 0 ? If.getThen() : If.getElse();
}

void forEachEvaluated(const Stmt &S,
                      llvm::function_ref<void(const Stmt *)> Visit) {
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
    for (const Expr *Init : Lambda->capture_inits())
      Visit(Init);
    return;
  }
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, RequiresExpr>(S))
    return;
  if (const auto *Typeid = dyn_cast<CXXTypeidExpr>(&S);
      Typeid && !Typeid->isTypeOperand() && !Typeid->isPotentiallyEvaluated())
    return;
  if (const auto *Body = dyn_cast<CoroutineBodyStmt>(&S))
    return Visit(Body->getBody());
  if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S))
    return Visit(Suspend->getOperand());
  if (const auto *Return = dyn_cast<CoreturnStmt>(&S))
    return Visit(Return->getOperand());
  if (const auto *If = dyn_cast<IfStmt>(&S); If && If->isConstexpr()) {
    const Expr *Condition = If->getCond();
    // Which branch there is, an instantiation decides.
    if (Condition && Condition->isValueDependent())
      return;
    if (std::optional<const Stmt *> Taken = onlyBranch(*If)) {
      Visit(If->getInit());
      return Visit(*Taken);
    }
  }
  for (const Stmt *Child : S.children())
    Visit(Child);
}

void walkEvaluated(const Stmt *S,
                   llvm::function_ref<bool(const Stmt *)> Visit) {
  if (S && Visit(S))
    forEachEvaluated(*S, [&](const Stmt *Part) { walkEvaluated(Part, Visit); });
}

const Expr *awaitedOperand(const Stmt &S) {
  if (const auto *Dependent = dyn_cast<DependentCoawaitExpr>(&S))
    return Dependent->getOperand();
  const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S);
  return Suspend ? Suspend->getOperand() : nullptr;
}

const Stmt *writtenBody(const FunctionDecl &F) {
  const Stmt *Body = F.getBody();
  const auto *Coroutine = dyn_cast_or_null<CoroutineBodyStmt>(Body);
  return Coroutine ? Coroutine->getBody() : Body;
}

bool isCoroutine(const FunctionDecl &F) {
  return isa_and_nonnull<CoroutineBodyStmt>(F.getBody());
}

const Expr *conditionOf(const Stmt &S) {
  if (const auto *If = dyn_cast<IfStmt>(&S))
    return If->getCond();
  if (const auto *While = dyn_cast<WhileStmt>(&S))
    return While->getCond();
  if (const auto *Do = dyn_cast<DoStmt>(&S))
    return Do->getCond();
  if (const auto *For = dyn_cast<ForStmt>(&S))
    return For->getCond();
  if (const auto *Switch = dyn_cast<SwitchStmt>(&S))
    return Switch->getCond();
  const auto *Choice = dyn_cast<ConditionalOperator>(&S);
  return Choice ? Choice->getCond() : nullptr;
}

bool mentions(const Stmt &S, const ValueDecl &D) {
  bool Found = false;
  walkEvaluated(&S, [&](const Stmt *Part) {
    const auto *Ref = dyn_cast<DeclRefExpr>(Part);
    const auto *Bound = Ref ? dyn_cast<BindingDecl>(Ref->getDecl()) : nullptr;
    Found |= Ref && (Ref->getDecl() == &D ||
                     (Bound && Bound->getDecomposedDecl() == &D));
    return !Found;
  });
  return Found;
}

bool isInHandler(const FunctionDecl &F, SourceLocation Where) {
  const SourceManager &Sources = F.getASTContext().getSourceManager();
  bool Inside = false;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (const auto *Handler = dyn_cast<CXXCatchStmt>(S))
      Inside |= Sources.isPointWithin(Where, Handler->getBeginLoc(),
                                      Handler->getEndLoc());
    return !Inside;
  });
  return Inside;
}

bool isOfStandardLibrary(const Decl &D) {
  for (const DeclContext *Context = D.getDeclContext(); Context;
       Context = Context->getParent())
    if (Context->isStdNamespace())
      return true;
  return false;
}

QualType firstTypeArgument(const CXXRecordDecl *Record) {
  const auto *Special =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(Record);
  if (!Special || Special->getTemplateArgs().size() == 0 ||
      Special->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return {};
  return Special->getTemplateArgs()[0].getAsType();
}

bool endsTheProgram(const FunctionDecl &F, SourceLocation Where) {
  const SourceManager &Sources = F.getASTContext().getSourceManager();
  bool Ends = false;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    const auto *Block = dyn_cast<CompoundStmt>(S);
    if (!Block || Block->body_empty() ||
        !Sources.isPointWithin(Where, Block->getBeginLoc(), Block->getEndLoc()))
      return !Ends;
    const auto *Last = dyn_cast<Expr>(Block->body_back());
    const auto *Call =
        dyn_cast_or_null<CallExpr>(Last ? Last->IgnoreImplicit() : nullptr);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    Ends |= Callee && Callee->isNoReturn();
    return !Ends;
  });
  return Ends;
}

bool isInSystemHeader(const Decl &D) {
  const SourceManager &Sources = D.getASTContext().getSourceManager();
  return Sources.isInSystemHeader(Sources.getExpansionLoc(D.getLocation()));
}

const CXXRecordDecl *recordOf(QualType T, bool Through) {
  if (T.isNull())
    return nullptr;
  T = T.getNonReferenceType();
  if (Through && T->isPointerType())
    T = T->getPointeeType();
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record)
    return nullptr;
  const CXXRecordDecl *Definition = Record->getDefinition();
  return Definition ? Definition : Record;
}

/// The class of a base; of a base that depends on template parameters its
/// primary template's.
static const CXXRecordDecl *baseRecord(const CXXBaseSpecifier &Base) {
  if (const CXXRecordDecl *Record = recordOf(Base.getType()))
    return Record;
  const auto *Written = Base.getType()->getAs<TemplateSpecializationType>();
  const auto *Template =
      Written ? dyn_cast_or_null<ClassTemplateDecl>(
                    Written->getTemplateName().getAsTemplateDecl())
              : nullptr;
  return Template ? Template->getTemplatedDecl()->getDefinition() : nullptr;
}

using Records = llvm::SmallPtrSet<const CXXRecordDecl *, 4>;

static bool visitOnce(const CXXRecordDecl &Record,
                      llvm::function_ref<bool(const CXXRecordDecl &)> Visit,
                      Records &Seen) {
  // A template may derive from itself, with other arguments.
  if (!Seen.insert(Record.getCanonicalDecl()).second)
    return true;
  if (!Visit(Record))
    return false;
  if (!Record.hasDefinition())
    return true;
  for (const CXXBaseSpecifier &Base : Record.getDefinition()->bases())
    if (const CXXRecordDecl *Inherited = baseRecord(Base))
      if (!visitOnce(*Inherited, Visit, Seen))
        return false;
  return true;
}

const CXXRecordDecl &writtenClass(const CXXRecordDecl &Record) {
  const CXXRecordDecl *Pattern = Record.getTemplateInstantiationPattern();
  return Pattern && Pattern->getDefinition() ? *Pattern->getDefinition()
                                             : Record;
}

bool forSelfAndBases(const CXXRecordDecl &Record,
                     llvm::function_ref<bool(const CXXRecordDecl &)> Visit) {
  Records Seen;
  return visitOnce(Record, Visit, Seen);
}

static const CXXMethodDecl *
findMethod(const CXXRecordDecl &Record, DeclarationName Wanted,
           llvm::function_ref<bool(const CXXMethodDecl &)> Accept) {
  const CXXMethodDecl *Found = nullptr;
  forSelfAndBases(Record, [&](const CXXRecordDecl &R) {
    for (const NamedDecl *D : R.lookup(Wanted)) {
      const auto *Method =
          dyn_cast<CXXMethodDecl>(D->getAsFunction() ? D->getAsFunction() : D);
      if (Method && Accept(*Method)) {
        Found = Method;
        return false;
      }
    }
    return true;
  });
  return Found;
}

const CXXMethodDecl *
findMethod(const CXXRecordDecl &Record, StringRef Name,
           llvm::function_ref<bool(const CXXMethodDecl &)> Accept) {
  return findMethod(Record,
                    DeclarationName(&Record.getASTContext().Idents.get(Name)),
                    Accept);
}

bool hasArrow(const CXXRecordDecl &Record) {
  return findMethod(
      Record,
      Record.getASTContext().DeclarationNames.getCXXOperatorName(OO_Arrow),
      [](const CXXMethodDecl &) { return true; });
}

std::string shortPlace(SourceLocation Where, const SourceManager &Sources) {
  PresumedLoc Place = Sources.getPresumedLoc(Sources.getExpansionLoc(Where));
  if (Place.isInvalid())
    return "";
  return (llvm::sys::path::filename(Place.getFilename()) + ":" +
          llvm::Twine(Place.getLine()))
      .str();
}

} // namespace corolint
