#include "flow/TaskFate.h"
#include "model/Names.h"
#include "rules/errors/IgnoredError.h"
#include "summary/EscapingThrows.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

/// True if \p F names the local variable \p V just once, so that it still holds
/// there what it was made from.
bool isNamedOnce(const VarDecl &V, const FunctionDecl &F) {
  unsigned Times = 0;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      Times += Ref->getDecl() == &V;
    else if (const auto *Lambda = dyn_cast<LambdaExpr>(S))
      Times +=
          2 *
          llvm::count_if(Lambda->captures(), [&](const LambdaCapture &Capture) {
            return Capture.capturesVariable() && Capture.getCapturedVar() == &V;
          });
    return true;
  });
  return Times == 1;
}

/// What says that a failure of work which is let go is thrown away.
struct Dropper {
  Origin From;
  std::string Instead;
  SourceLocation Where;
  std::string How;
};

class DetachedFailures {
public:
  DetachedFailures(const FunctionDecl &F, RuleContext &Context)
      : F(F), Context(Context), Model(Context.model()), Throws(Model) {}

  void look(const CallSite &Site) {
    for (const FunctionFact *Fact : Model.facts(Site))
      if (Fact->DropsFailures) {
        const Dropper By = {Fact->From, Fact->Instead, Site.where(),
                            mention(Site) + " lets the failure go"};
        return Site.Object && !spawns(Site) ? letGo(*Site.Object, By)
                                            : started(Site, By);
      }
    if (spawns(Site))
      for (const Expr *Argument : Site.Arguments)
        if (const TypeFact *Fact = dropsFailures(Argument->getType());
            Fact && Model.type(Argument->getType()).Kind == AsyncKind::None)
          return started(Site,
                         {Fact->From, Fact->Instead, Argument->getExprLoc(),
                          tokenOf(*Argument) + " lets the failure go"});
  }

  /// A handle that is kept while its task runs, and goes with its scope.
  void look(const LostTask &Lost) {
    if (!Lost.Never || Lost.Overwritten.isValid() || !Lost.Source)
      return;
    const Stmt *Block = blockOf(*Lost.Variable);
    if (!Block || !suspendsBehind(*Block, Lost.Where, Model))
      return;
    const QualType T = Lost.Variable->getType();
    const TypeFact *Fact = dropsFailures(T);
    std::optional<CallSite> Site = asCall(*stripped(Lost.Source));
    if (Fact && Site && spawns(*Site) &&
        Model.type(T).Dropped == IfDropped::Cancels)
      started(*Site, {Fact->From, Fact->Instead, Lost.Where,
                      quoted(Lost.Variable->getName()) +
                          " is never awaited, and takes the failure along"});
  }

private:
  /// The block that ends the life of \p V, or null.
  const Stmt *blockOf(const VarDecl &V) {
    const Stmt *Block = nullptr;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const auto *Candidate = dyn_cast<CompoundStmt>(S))
        for (const Stmt *Each : Candidate->body())
          if (const auto *Declaration = dyn_cast<DeclStmt>(Each);
              Declaration && llvm::is_contained(Declaration->decls(), &V))
            Block = Candidate;
      return !Block;
    });
    return Block;
  }

  /// True if a fact says so of \p Site itself. What a helper does with the task
  /// that it is given, and with its failure, is the helper's affair.
  bool spawns(const CallSite &Site) {
    return llvm::any_of(Model.facts(Site), [](const FunctionFact *Fact) {
      return !Fact->Spawns.empty();
    });
  }

  /// The fact that failures are thrown away by what a \p T, a completion token,
  /// is given to, or with a \p T, a handle, that is dropped.
  const TypeFact *dropsFailures(QualType T) {
    const CXXRecordDecl *Record = recordOf(T);
    return Record ? Model.facts().firstType(
                        *Record,
                        [](const TypeFact &Fact) { return Fact.DropsFailures; })
                  : nullptr;
  }

  std::string tokenOf(const Expr &Token) {
    const VarDecl *V = namedVariable(&Token);
    return quoted(V ? V->getName().str() : Model.spoken(Token.getType()));
  }

  /// The expression that made what \p E is: the initialiser of a variable that
  /// is used for nothing else. Null if that cannot be told.
  const Expr *makerOf(const Expr &E) {
    const Expr *Value = stripped(&E);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Value);
        Construct && Construct->getNumArgs() == 1 &&
        Construct->getConstructor()->isCopyOrMoveConstructor())
      return makerOf(*Construct->getArg(0));
    const VarDecl *V = namedVariable(Value);
    if (!V)
      return Value;
    if (!V->hasLocalStorage() || isa<ParmVarDecl>(V) || !V->getInit() ||
        V->getType()->isReferenceType() || !isNamedOnce(*V, F))
      return nullptr;
    return makerOf(*V->getInit());
  }

  /// `spawn(work()).detach()`, `work().detach()`.
  void letGo(const Expr &Object, const Dropper &By) {
    const Expr *Maker = makerOf(Object);
    std::optional<CallSite> Site =
        Maker && isa<CallExpr>(Maker) ? asCall(*Maker) : std::nullopt;
    if (!Site)
      return;
    if (spawns(*Site))
      started(*Site, By);
    else if (const FunctionDecl *Body = coroutineOf(*Site))
      fails(*Body, mention(*Site), *Site, By);
  }

  void started(const CallSite &Site, const Dropper &By) {
    for (const Spawn &Each : Context.spawns().spawnsOf(Site)) {
      if (Each.Scoped || Each.Carried)
        continue;
      std::string Name;
      if (const FunctionDecl *Body = workOf(*Each.Work, Name))
        return fails(*Body, Name, Site, By);
    }
  }

  /// The coroutine that \p Work, a task or a callable, runs; null if it is not
  /// in sight.
  const FunctionDecl *workOf(const Expr &Work, std::string &Name) {
    if (Model.type(Work.getType()).Kind != AsyncKind::Task) {
      const FunctionDecl *Callable = calledBy(Work);
      Name = Callable ? mention(*Callable) : "";
      return Callable ? coroutineOf(*Callable) : nullptr;
    }
    const Expr *Maker = makerOf(Work);
    std::optional<CallSite> Site =
        Maker && isa<CallExpr>(Maker) ? asCall(*Maker) : std::nullopt;
    Name = Site ? mention(*Site) : "";
    return Site ? coroutineOf(*Site) : nullptr;
  }

  const FunctionDecl *coroutineOf(const CallSite &Site) {
    return Site.Virtual ? nullptr : coroutineOf(*Site.Callee);
  }

  /// \p Callee, or the coroutine that it calls if all that it does is to return
  /// the task.
  const FunctionDecl *coroutineOf(const FunctionDecl &Callee) {
    const FunctionDecl *Body = Model.facts().definitionToFollow(Callee);
    if (!Body || isCoroutine(*Body))
      return Body;
    const auto *Block = dyn_cast_or_null<CompoundStmt>(Body->getBody());
    const auto *Return = Block && Block->size() == 1
                             ? dyn_cast<ReturnStmt>(Block->body_front())
                             : nullptr;
    const Expr *Value = Return && Return->getRetValue()
                            ? stripped(Return->getRetValue())
                            : nullptr;
    std::optional<CallSite> Inner =
        Value && isa<CallExpr>(Value) ? asCall(*Value) : std::nullopt;
    const FunctionDecl *Behind =
        Inner ? Model.definitionToFollow(*Inner) : nullptr;
    return Behind && isCoroutine(*Behind) ? Behind : nullptr;
  }

  void fails(const FunctionDecl &Body, StringRef Name, const CallSite &Start,
             const Dropper &By) {
    const std::vector<EscapingThrow> &Escaping = Throws.of(Body);
    if (Escaping.empty())
      return;
    const CXXThrowExpr &First = *Escaping.front().Thrown;
    Finding New;
    New.Where = Start.where();
    New.Text = Name.str() +
               " may fail, and nobody awaits the task that is started here; "
               "what it throws reaches nobody";
    New.note(First.getThrowLoc(),
             First.getSubExpr() ? "thrown here, and caught by nobody"
                                : "thrown again here, and caught by nobody");
    New.note(By.Where, By.How);
    New.note(New.Where, By.Instead.empty()
                            ? "await it, or catch everything inside of it and "
                              "tell somebody"
                            : By.Instead);
    New.Evidence.push_back("drops failures: " + By.From.str());
    Context.report(std::move(New));
  }

  const FunctionDecl &F;
  RuleContext &Context;
  AsyncModel &Model;
  EscapingThrows Throws;
};

} // namespace

void findDetachedFailures(const FunctionDecl &F, RuleContext &Context) {
  if (Context.isInTest(F))
    return;
  DetachedFailures Finder(F, Context);
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (std::optional<CallSite> Site = asCall(*S))
      Finder.look(*Site);
    return true;
  });
  if (isCoroutine(F))
    for (const LostTask &Lost : findLostTasks(F, Context.model()))
      Finder.look(Lost);
}

} // namespace corolint
