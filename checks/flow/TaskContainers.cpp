#include "flow/TaskContainers.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace corolint {
HolderUse holderUse(StringRef Name) {
  return llvm::StringSwitch<HolderUse>(Name)
      .Cases("push_back", "emplace_back", "push_front", "emplace_front",
             "insert", "emplace", "push", HolderUse::Fills)
      .Cases("reserve", "size", "empty", "capacity", "shrink_to_fit",
             "has_value", HolderUse::Looks)
      .Default(HolderUse::Other);
}

QualType taskHeldBy(QualType T, AsyncModel &Model) {
  if (const ArrayType *Array = Model.context().getAsArrayType(T))
    return Model.type(Array->getElementType()).MustAwait
               ? Array->getElementType()
               : QualType();
  const auto *Holder =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(recordOf(T));
  if (!Holder || T->isReferenceType() ||
      !Model.facts().firstType(
          *Holder, [](const TypeFact &Fact) { return Fact.ShareOfArguments; }))
    return {};
  for (const TemplateArgument &Argument : Holder->getTemplateArgs().asArray())
    if (Argument.getKind() == TemplateArgument::Type &&
        Model.type(Argument.getAsType()).MustAwait)
      return Argument.getAsType();
  return {};
}

namespace {

/// The first task that the initialiser \p Init makes and puts into the holder:
/// a call that gives one, as an argument of its constructor, of its braces or
/// of a function such as std::make_unique.
const Expr *madeInto(const Expr *Init, AsyncModel &Model) {
  const Expr *Source = stripped(Init);
  SmallVector<const Expr *, 4> Parts;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Source))
    Parts.append(Construct->arg_begin(), Construct->arg_end());
  else if (const auto *List = dyn_cast<InitListExpr>(Source))
    Parts.append(List->inits().begin(), List->inits().end());
  else if (const auto *Call = dyn_cast<CallExpr>(Source);
           Call && Call->getDirectCallee() &&
           Call->getDirectCallee()->isInStdNamespace())
    Parts.append(Call->arg_begin(), Call->arg_end());
  for (const Expr *Part : Parts) {
    const Expr *Made = stripped(Part);
    if (isa<CallExpr, CoroutineSuspendExpr>(Made) && Made->isPRValue() &&
        Model.type(Made->getType()).MustAwait)
      return Made;
    if (const Expr *Inner = madeInto(Made, Model))
      return Inner;
  }
  return nullptr;
}

} // namespace

std::vector<LostTasks> findLostContainers(const FunctionDecl &F,
                                          AsyncModel &Model) {
  std::vector<LostTasks> Found;
  const Stmt *Body = writtenBody(F);
  walkEvaluated(Body, [&](const Stmt *S) {
    if (const auto *Declaration = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        if (const auto *V = dyn_cast<VarDecl>(D);
            V && V->hasLocalStorage() && !V->getType()->isDependentType())
          if (QualType Task = taskHeldBy(V->getType(), Model); !Task.isNull()) {
            const Expr *Made =
                V->getInit() ? madeInto(V->getInit(), Model) : nullptr;
            Found.push_back(
                {V, Task, Made ? Made->getBeginLoc() : SourceLocation()});
          }
    return true;
  });
  auto IsUsed = [&](LostTasks &Lost) {
    unsigned Mentions = 0, Fills = 0, Looks = 0;
    walkEvaluated(Body, [&](const Stmt *S) {
      if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
        Mentions += Ref->getDecl() == Lost.Container;
      if (const auto *Lambda = dyn_cast<LambdaExpr>(S))
        for (const LambdaCapture &Capture : Lambda->captures())
          Mentions += Capture.capturesVariable() &&
                      Capture.getCapturedVar() == Lost.Container;
      const auto *Call = dyn_cast<CXXMemberCallExpr>(S);
      const CXXMethodDecl *Member = Call ? Call->getMethodDecl() : nullptr;
      if (!Member || !Member->getIdentifier() ||
          namedVariable(Call->getImplicitObjectArgument()) != Lost.Container)
        return true;
      switch (holderUse(Member->getName())) {
      case HolderUse::Fills:
        ++Fills;
        if (Lost.Filled.isInvalid())
          Lost.Filled = Call->getExprLoc();
        break;
      case HolderUse::Looks:
        ++Looks;
        break;
      case HolderUse::Other:
        break;
      }
      return true;
    });
    return Lost.Filled.isInvalid() || Mentions != Fills + Looks;
  };
  llvm::erase_if(Found, IsUsed);
  return Found;
}

} // namespace corolint
