#include "model/AsyncType.h"
#include "model/PromiseShape.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace corolint {

bool isAwaiter(const CXXRecordDecl &Record) {
  return findMethod(Record, "await_ready") &&
         findMethod(Record, "await_suspend") &&
         findMethod(Record, "await_resume");
}

static bool hasMemberCoAwait(const CXXRecordDecl &Record, ASTContext &Context) {
  DeclarationName Name =
      Context.DeclarationNames.getCXXOperatorName(OO_Coawait);
  return !forSelfAndBases(
      Record, [&](const CXXRecordDecl &R) { return R.lookup(Name).empty(); });
}

/// True if a parameter of type \p T takes an object of class \p Record.
static bool takes(QualType T, const CXXRecordDecl &Record) {
  T = T.getNonReferenceType().getUnqualifiedType();
  if (const CXXRecordDecl *R = recordOf(T))
    return R->getCanonicalDecl() == Record.getCanonicalDecl();
  const auto *Written = T->getAs<TemplateSpecializationType>();
  const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(&Record);
  if (!Written || !Instance)
    return false;
  const TemplateDecl *Template = Written->getTemplateName().getAsTemplateDecl();
  return Template && Template->getCanonicalDecl() ==
                         Instance->getSpecializedTemplate()->getCanonicalDecl();
}

static bool hasFreeCoAwait(const CXXRecordDecl &Record, ASTContext &Context) {
  DeclarationName Name =
      Context.DeclarationNames.getCXXOperatorName(OO_Coawait);
  for (const DeclContext *Scope = Record.getDeclContext(); Scope;
       Scope = Scope->getParent()) {
    if (!Scope->isFileContext())
      continue;
    for (const NamedDecl *D : Scope->lookup(Name)) {
      const FunctionDecl *Operator = D->getAsFunction();
      if (Operator && Operator->getNumParams() == 1 &&
          takes(Operator->getParamDecl(0)->getType(), Record))
        return true;
    }
  }
  return false;
}

/// P2300: a nested sender_concept, or (older) completion_signatures and a
/// connect member.
static bool isSender(const CXXRecordDecl &Record, ASTContext &Context) {
  auto HasType = [&](StringRef Name) {
    DeclarationName Wanted(&Context.Idents.get(Name));
    return !forSelfAndBases(Record, [&](const CXXRecordDecl &R) {
      return llvm::none_of(R.lookup(Wanted),
                           [](const NamedDecl *D) { return isa<TypeDecl>(D); });
    });
  };
  return HasType("sender_concept") ||
         (HasType("completion_signatures") && findMethod(Record, "connect"));
}

/// An awaiter that is good for nothing but to be awaited: no other public
/// member function, and neither constructors nor destructor that do work.
static bool isPureAwaiter(const CXXRecordDecl &Record, Known &Facts) {
  return isAwaiter(Record) &&
         forSelfAndBases(Record, [&](const CXXRecordDecl &R) {
           if (!R.hasDefinition() || R.isUnion())
             return false;
           if (const CXXDestructorDecl *Destructor = R.getDestructor();
               Destructor && Destructor->isUserProvided())
             return false;
           for (const CXXMethodDecl *Method : R.methods()) {
             if (const auto *Constructor =
                     dyn_cast<CXXConstructorDecl>(Method)) {
               if (!Constructor->isUserProvided() || Constructor->isDeleted())
                 continue;
               const FunctionDecl *Body =
                   Facts.readableDefinition(*Constructor);
               const auto *Block =
                   Body ? dyn_cast<CompoundStmt>(Body->getBody()) : nullptr;
               if (!Block || !Block->body_empty())
                 return false;
               continue;
             }
             if (Method->isImplicit() || Method->getAccess() != AS_public ||
                 Method->isCopyAssignmentOperator() ||
                 Method->isMoveAssignmentOperator() ||
                 Method->getOverloadedOperator() == OO_Coawait)
               continue;
             const IdentifierInfo *Name = Method->getIdentifier();
             if (!Name || !Name->getName().starts_with("await_"))
               return false;
           }
           return true;
         });
}

static void addKnowledge(AsyncType &Type, Known &Facts) {
  for (const TypeFact *Fact : Facts.type(*Type.Record)) {
    if (Fact->TaskStart && Type.Kind != AsyncKind::Task) {
      Type.Kind = AsyncKind::Task;
      Type.MustAwait = true;
    }
    if (Fact->TaskStart) {
      Type.Starts = *Fact->TaskStart;
      Type.Dropped = Fact->TaskDropped.value_or(
          *Fact->TaskStart == Start::Lazy    ? IfDropped::NeverRuns
          : *Fact->TaskStart == Start::Eager ? IfDropped::RunsOn
                                             : IfDropped::Unknown);
      Type.MustAwait = true;
      Type.Evidence = (Type.Starts == Start::Lazy    ? "lazy: "
                       : Type.Starts == Start::Eager ? "eager: "
                                                     : "task: ") +
                      Fact->From.str();
    }
    if (Fact->MustAwait) {
      if (Type.Kind == AsyncKind::None)
        Type.Kind = AsyncKind::Awaitable;
      Type.MustAwait = true;
      if (Fact->TaskDropped)
        Type.Dropped = *Fact->TaskDropped;
      if (!Fact->TaskStart)
        Type.Evidence = "must be awaited: " + Fact->From.str();
    }
    if (Fact->Discardable) {
      Type.MustAwait = false;
      Type.Evidence = "may be dropped: " + Fact->From.str();
    }
    if (Fact->TaskStart || Fact->MustAwait || Fact->Discardable) {
      Type.Instead = Fact->Instead;
      return;
    }
  }
}

/// True if \p T is a \p Record, or in a template a specialisation of the same
/// class template.
static bool isSameClass(QualType T, const CXXRecordDecl &Record) {
  if (const CXXRecordDecl *Named = recordOf(T))
    return Named->getCanonicalDecl() == Record.getCanonicalDecl();
  const auto *Written =
      T.getNonReferenceType()->getAs<TemplateSpecializationType>();
  const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(&Record);
  const TemplateDecl *Template =
      Written ? Written->getTemplateName().getAsTemplateDecl() : nullptr;
  return Template && Special &&
         Template->getCanonicalDecl() ==
             Special->getSpecializedTemplate()->getCanonicalDecl();
}

/// True if coroutines with \p Promise can await a \p Record, by an
/// await_transform that names it.
static bool isAwaitedByTransform(const CXXRecordDecl &Promise,
                                 const CXXRecordDecl &Record) {
  return !forSelfAndBases(Promise, [&](const CXXRecordDecl &R) {
    return llvm::none_of(R.decls(), [&](const Decl *Member) {
      const FunctionDecl *F = Member->getAsFunction();
      return F && F->getIdentifier() && F->getName() == "await_transform" &&
             F->getNumParams() == 1 &&
             isSameClass(F->getParamDecl(0)->getType(), Record);
    });
  });
}

static void addPromise(AsyncType &Type, const PromiseShape &Promise,
                       bool Awaitable, Known &Facts) {
  Type.Starts = Promise.Starts;
  Type.Evidence = Promise.Evidence;
  if (!Awaitable && Promise.Yields) {
    Type.Kind = AsyncKind::Generator;
    return;
  }
  if (!Awaitable && Promise.Starts != Start::Lazy) {
    // A type of one's own framework: what dropping it does, nobody knows.
    Type.Kind = isAwaitedByTransform(*Promise.Promise, *Type.Record)
                    ? AsyncKind::Task
                    : AsyncKind::Detached;
    return;
  }
  Type.Kind = AsyncKind::Task;
  switch (Promise.Starts) {
  case Start::Lazy:
    // Some begin at the latest when they are dropped.
    Type.Dropped = resumesFrame(*Type.Record, Facts) ? IfDropped::RunsOn
                                                     : IfDropped::NeverRuns;
    Type.MustAwait = Type.Dropped == IfDropped::NeverRuns;
    break;
  case Start::Eager:
    Type.Dropped = destroysFrame(*Type.Record, Facts) ? IfDropped::Cancels
                   : hasHiddenDestructor(*Type.Record, Facts)
                       ? IfDropped::Unknown
                       : IfDropped::RunsOn;
    // Where a failure ends the program, nothing is lost unobserved.
    Type.MustAwait =
        Type.Dropped == IfDropped::Cancels || !Promise.FailureEndsProgram;
    break;
  case Start::Unknown:
    Type.MustAwait = Type.Record->hasAttr<WarnUnusedResultAttr>();
    if (Type.Evidence.empty() && Type.MustAwait)
      Type.Evidence = "a task declared [[nodiscard]]";
    break;
  }
}

AsyncType classifyAsync(QualType T, Known &Facts, ASTContext &Context) {
  AsyncType Type;
  Type.Record = recordOf(T);
  if (!Type.Record || Type.Record->isDependentContext() ||
      !Type.Record->hasDefinition())
    return Type;
  const CXXRecordDecl &Record = *Type.Record;

  bool Awaitable = isAwaiter(Record) || hasMemberCoAwait(Record, Context) ||
                   hasFreeCoAwait(Record, Context);
  if (std::optional<PromiseShape> Promise =
          findPromise(Record, Facts, Context)) {
    addPromise(Type, *Promise, Awaitable, Facts);
  } else if (isSender(Record, Context)) {
    Type.Kind = AsyncKind::Sender;
    Type.Starts = Start::Lazy;
    Type.Dropped = IfDropped::NeverRuns;
    Type.MustAwait = true;
    Type.Evidence = "a sender by its member types";
  } else if (Awaitable) {
    Type.Kind = AsyncKind::Awaitable;
    if (isPureAwaiter(Record, Facts)) {
      Type.MustAwait = true;
      Type.Evidence = "an awaiter without any other use";
    } else if (Record.hasAttr<WarnUnusedResultAttr>()) {
      Type.MustAwait = true;
      Type.Evidence = "an awaitable declared [[nodiscard]]";
    }
  }
  if (const CXXMethodDecl *Suspend = findMethod(Record, "await_suspend"))
    Type.ShortCircuits = destroysAwaiter(*Suspend, Facts);
  addKnowledge(Type, Facts);
  return Type;
}

} // namespace corolint
