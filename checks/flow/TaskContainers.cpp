#include "flow/TaskContainers.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace corolint {
namespace {

enum class Use { Fills, Looks, Other };

/// What the sequence container requirements of C++ name.
Use useOf(StringRef Member) {
  return llvm::StringSwitch<Use>(Member)
      .Cases("push_back", "emplace_back", "push_front", "emplace_front",
             "insert", "emplace", "push", Use::Fills)
      .Cases("reserve", "size", "empty", "capacity", "shrink_to_fit",
             Use::Looks)
      .Default(Use::Other);
}

/// The type of the tasks that the plain holder \p T keeps, or null.
QualType taskIn(QualType T, AsyncModel &Model) {
  const auto *Holder =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(recordOf(T));
  if (!Holder || T->isReferenceType() ||
      !Model.facts().firstType(
          *Holder, [](const TypeFact &Fact) { return Fact.ShareOfArguments; }))
    return {};
  const TemplateArgument &First = Holder->getTemplateArgs()[0];
  return First.getKind() == TemplateArgument::Type &&
                 Model.type(First.getAsType()).MustAwait
             ? First.getAsType()
             : QualType();
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
          if (QualType Task = taskIn(V->getType(), Model); !Task.isNull())
            Found.push_back({V, Task, {}});
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
      switch (useOf(Member->getName())) {
      case Use::Fills:
        ++Fills;
        if (Lost.Filled.isInvalid())
          Lost.Filled = Call->getExprLoc();
        break;
      case Use::Looks:
        ++Looks;
        break;
      case Use::Other:
        break;
      }
      return true;
    });
    return Fills == 0 || Mentions != Fills + Looks;
  };
  llvm::erase_if(Found, IsUsed);
  return Found;
}

} // namespace corolint
