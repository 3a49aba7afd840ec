#include "flow/TaskContainers.h"
#include "model/Names.h"
#include "rules/tasks/DiscardedTask.h"
#include "rules/tasks/TaskWording.h"
#include "support/AstWalk.h"
#include "support/InSight.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

/// As walkEvaluated, and into the bodies of lambdas.
void walkWithLambdas(const Stmt *Body,
                     llvm::function_ref<void(const Stmt *)> Visit) {
  walkEvaluated(Body, [&](const Stmt *S) {
    Visit(S);
    if (const auto *Lambda = dyn_cast<LambdaExpr>(S))
      walkWithLambdas(Lambda->getBody(), Visit);
    return true;
  });
}

/// What the member functions of a class do with one of its members.
class MemberUses {
public:
  MemberUses(const CXXRecordDecl &Record, const FieldDecl &Field)
      : Field(Field) {
    for (const CXXMethodDecl *Method : Record.methods()) {
      const FunctionDecl *Body = Method->getDefinition();
      if (!Body || !Body->hasBody())
        continue;
      if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Body))
        for (const CXXCtorInitializer *Init : Constructor->inits()) {
          if (Init->getMember() == &Field && Init->isWritten())
            store(*Init->getInit(), *Body);
          walkIn(Init->getInit(), *Body);
        }
      walkIn(Body->getBody(), *Body);
    }
  }

  /// Where a task is stored first, if all uses only store.
  const Expr *firstStore() const { return Others == 0 ? First : nullptr; }
  const FunctionDecl *storedBy() const { return By; }

private:
  bool isField(const Expr *E) const {
    const auto *Member = E ? dyn_cast<MemberExpr>(stripped(E)) : nullptr;
    return Member && Member->getMemberDecl() == &Field;
  }

  void walkIn(const Stmt *Body, const FunctionDecl &F) {
    walkWithLambdas(Body, [&](const Stmt *S) { look(*S, F); });
  }

  void look(const Stmt &S, const FunctionDecl &F) {
    if (const auto *Member = dyn_cast<MemberExpr>(&S))
      Others += Member->getMemberDecl() == &Field;
    else if (const auto *Ref = dyn_cast<DeclRefExpr>(&S))
      Others += Ref->getDecl() == &Field;
    else if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(&S);
             Assign && Assign->getOperator() == OO_Equal &&
             isField(Assign->getArg(0))) {
      --Others;
      store(*Assign->getArg(1), F);
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
               Call && isField(Call->getImplicitObjectArgument())) {
      lookAt(*Call, F);
    }
  }

  void lookAt(const CXXMemberCallExpr &Call, const FunctionDecl &F) {
    const CXXMethodDecl *Method = Call.getMethodDecl();
    if (!Method || !Method->getIdentifier())
      return;
    const HolderUse Use = holderUse(Method->getName());
    if (Use == HolderUse::Other)
      return;
    --Others;
    if (Use == HolderUse::Fills && Call.getNumArgs() > 0)
      store(*Call.getArg(Call.getNumArgs() - 1), F);
  }

  /// An empty task, or an empty holder, is no task.
  void store(const Expr &Value, const FunctionDecl &F) {
    const Expr *Source = stripped(&Value);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Source)) {
      if (Construct->getNumArgs() == 0)
        return;
      Source = stripped(Construct->getArg(0));
    }
    if (const auto *List = dyn_cast<InitListExpr>(Source);
        isa<CXXNullPtrLiteralExpr>(Source) || (List && !List->getNumInits()))
      return;
    const SourceManager &Sources = F.getASTContext().getSourceManager();
    if (First && Sources.isBeforeInTranslationUnit(First->getBeginLoc(),
                                                   Source->getBeginLoc()))
      return;
    First = Source;
    By = &F;
  }

  const FieldDecl &Field;
  int Others = 0; ///< mentions that are no store and no look
  const Expr *First = nullptr;
  const FunctionDecl *By = nullptr;
};

void report(const Expr &Source, const FieldDecl &Field, const AsyncType &Type,
            RuleContext &Context) {
  const std::string Name = quoted(Field.getName());
  // What is moved in was made elsewhere.
  const bool MadeHere = isa<CallExpr>(Source) && !isMove(&Source);
  const TaskMaker M =
      makerOf(MadeHere ? &Source : nullptr, Type, Context.model().facts());
  Finding New;
  New.Where = Source.getBeginLoc();
  New.Text = "the " + M.Noun +
             (M.Name.empty() ? "" : " returned by " + M.Name) +
             " is stored in " + Name + " and never awaited; " +
             consequence(Type, M.Work);
  New.note(Field.getLocation(),
           "no member function takes " + Name + " out again");
  New.note(New.Where,
           "co_await it, or hand it to a function that runs or spawns it");
  New.Evidence.push_back(Type.Evidence);
  Context.report(std::move(New));
}

} // namespace

void findForgottenMembers(const FunctionDecl &F, RuleContext &Context) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Method)
    return;
  const CXXRecordDecl &Record = *Method->getParent();
  std::optional<bool> InSight;
  for (const FieldDecl *Field : Record.fields()) {
    if (Field->getAccess() != AS_private || Field->hasInClassInitializer() ||
        Field->getType()->isDependentType())
      continue;
    QualType Task = Field->getType();
    if (!Context.model().type(Task).MustAwait)
      Task = taskHeldBy(Task, Context.model());
    if (Task.isNull() ||
        Context.model().type(Task).Dropped != IfDropped::NeverRuns)
      continue;
    if (!InSight)
      InSight = isWholeInSight(Record);
    if (!*InSight)
      return;
    const MemberUses Uses(Record, *Field);
    if (Uses.firstStore() && Uses.storedBy() == &F)
      report(*Uses.firstStore(), *Field, Context.model().type(Task), Context);
  }
}

} // namespace corolint
