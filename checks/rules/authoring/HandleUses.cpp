#include "flow/AccessPath.h"
#include "flow/FlowGraph.h"
#include "model/CoroutineHandle.h"
#include "rules/authoring/PromiseContract.h"
#include "support/AstWalk.h"
#include "support/Parents.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace corolint {
namespace {

/// Of a handle: what may be known of its coroutine.
enum : uint8_t { Open = 1, Done = 2, Gone = 4 };

/// What a body does with a handle.
enum class Act { Resume, Destroy, Done, Promise, Replace };

struct Step {
  unsigned Handle;
  Act What;
};

class HandleUses {
public:
  HandleUses(const FunctionDecl &F, RuleContext &Context)
      : F(F), Context(Context) {}

  void run() {
    if (!endsSome())
      return;
    Around.emplace(writtenBody(F));
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      findOtherNames(*S);
      return true;
    });
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      read(*S);
      return true;
    });
    if (std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F))
      solve(*Graph);
  }

private:
  struct Handle {
    AccessPath Path;
    SourceLocation Destroyed, Asked;
    const Expr *Misused = nullptr; ///< the first use that is wrong
    bool WasGone = false;          ///< destroyed by then, otherwise done
  };

  /// True if the body destroys a coroutine or asks whether one is done.
  bool endsSome() const {
    bool Ends = false;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      Ends |= handleOf(*S, "destroy") || handleOf(*S, "done");
      return !Ends;
    });
    return Ends;
  }

  //===--- What expressions do ---===//

  /// Variables that can be changed without being named.
  void findOtherNames(const Stmt &S) {
    if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
      for (const LambdaCapture &Capture : Lambda->captures())
        if (Capture.capturesVariable() && Capture.getCaptureKind() == LCK_ByRef)
          HasOtherNames.insert(Capture.getCapturedVar());
    } else if (const auto *Address = dyn_cast<UnaryOperator>(&S)) {
      if (Address->getOpcode() == UO_AddrOf)
        HasOtherNames.insert(namedVariable(Address->getSubExpr()));
    } else if (const auto *Declaration = dyn_cast<DeclStmt>(&S)) {
      for (const Decl *D : Declaration->decls())
        if (const auto *V = dyn_cast<VarDecl>(D);
            V && V->getInit() && V->getType()->isReferenceType())
          HasOtherNames.insert(namedVariable(V->getInit()));
    }
  }

  /// The handle that \p E names: a variable of the body, a member of this
  /// object.
  std::optional<unsigned> handleIn(const Expr &E) {
    std::optional<AccessPath> Path = accessPath(E);
    if (!Path || Path->Pointer || !isPlain(*Path))
      return std::nullopt;
    for (unsigned I = 0; I != Handles.size(); ++I)
      if (Handles[I].Path == *Path)
        return I;
    Handles.emplace_back();
    Handles.back().Path = *Path;
    return Handles.size() - 1;
  }

  bool isPlain(const AccessPath &Path) const {
    const auto *V = dyn_cast_or_null<VarDecl>(Path.Steps.front());
    return Path.Steps.front()
               ? Path.Steps.size() == 1 && V && V->hasLocalStorage() &&
                     !V->getType()->isReferenceType() &&
                     !HasOtherNames.contains(V)
               : Path.Steps.size() == 2;
  }

  void read(const Stmt &S) {
    const auto *E = dyn_cast<Expr>(&S);
    if (!E)
      return;
    constexpr std::pair<StringRef, Act> Acts[] = {{"resume", Act::Resume},
                                                  {"destroy", Act::Destroy},
                                                  {"done", Act::Done},
                                                  {"promise", Act::Promise}};
    for (const auto &[Name, What] : Acts)
      if (const Expr *Object = handleOf(S, Name))
        if (auto Which = handleIn(*Object)) {
          Steps[&S] = {*Which, What};
          if (What == Act::Destroy && Handles[*Which].Destroyed.isInvalid())
            Handles[*Which].Destroyed = E->getExprLoc();
          if (What == Act::Done && Handles[*Which].Asked.isInvalid())
            Handles[*Which].Asked = E->getExprLoc();
          return;
        }
    if (isa<DeclRefExpr, MemberExpr>(E) && isHandle(E->getType()) &&
        !isOnlyRead(*E))
      if (auto Which = handleIn(*E))
        Steps[&S] = {*Which, Act::Replace};
  }

  /// True if the handle itself stays as it is: it is asked, or copied. Its
  /// members are all const.
  bool isOnlyRead(const Expr &Mention) const {
    const Stmt *Up = Around->userOf(Mention);
    if (const auto *Member = dyn_cast_or_null<MemberExpr>(Up))
      return isa<CXXMethodDecl>(Member->getMemberDecl());
    if (const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(Up))
      return Construct->getConstructor()->isCopyConstructor();
    const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Up);
    return Operator && Operator->getOperator() != OO_Equal;
  }

  //===--- What may hold where ---===//

  /// True if \p S may run code that changes members of this object.
  bool mayChangeMembers(const Stmt &S) const {
    if (isa<CoroutineSuspendExpr>(S))
      return true;
    std::optional<CallSite> Site = asCall(S);
    return Site && !isOfStandardLibrary(*Site->Callee);
  }

  void apply(const CFGElement &Element, FlowState &State) const {
    std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>();
    if (!Statement)
      return;
    const Stmt &S = *Statement->getStmt();
    auto Found = Steps.find(&S);
    if (Found != Steps.end() && Found->second.What == Act::Replace)
      State[Found->second.Handle] = Open;
    else if (Found != Steps.end() && Found->second.What == Act::Destroy)
      State[Found->second.Handle] = Gone;
    // A coroutine that goes on may do anything to the objects it knows.
    if (mayChangeMembers(S) ||
        (Found != Steps.end() && Found->second.What == Act::Resume))
      for (unsigned I = 0; I != Handles.size(); ++I)
        if (!Handles[I].Path.Steps.front() ||
            (Found != Steps.end() && Found->second.Handle == I &&
             Found->second.What == Act::Resume))
          State[I] = Open;
  }

  /// Behind `if (h.done())` it is known what was asked.
  void narrow(const CFGBlock &Block, unsigned Successor,
              FlowState &State) const {
    const auto *Condition =
        dyn_cast_or_null<Expr>(Block.getTerminatorCondition());
    if (!Condition || Block.succ_size() != 2)
      return;
    bool Truth = Successor == 0;
    const Expr *Asked = stripped(Condition);
    while (const auto *Not = dyn_cast<UnaryOperator>(Asked)) {
      if (Not->getOpcode() != UO_LNot)
        return;
      Truth = !Truth;
      Asked = stripped(Not->getSubExpr());
    }
    auto Found = Steps.find(Asked);
    if (Found == Steps.end() || Found->second.What != Act::Done)
      return;
    uint8_t &Of = State[Found->second.Handle];
    if (!(Of & Gone))
      Of = Truth ? Done : Open;
  }

  void solve(const FlowGraph &Graph) {
    const FlowState AtFirst(Handles.size(), Open);
    std::vector<FlowState> In = Graph.solveForward(
        0, AtFirst, [](const CFGBlock &, FlowState &) {},
        [&](const CFGElement &E, FlowState &S) { apply(E, S); },
        [&](const CFGBlock &B, unsigned I, FlowState &S) { narrow(B, I, S); },
        AtFirst);
    for (const CFGBlock *Block : Graph.cfg()) {
      FlowState State = In[Block->getBlockID()];
      if (State.empty())
        continue;
      for (const CFGElement &Element : *Block) {
        if (std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>())
          look(*Statement->getStmt(), State);
        apply(Element, State);
      }
    }
    for (unsigned I = 0; I != Handles.size(); ++I)
      if (const Expr *Use = Handles[I].Misused)
        report(*Use, Steps.find(Use)->second);
  }

  void look(const Stmt &S, const FlowState &State) {
    auto Found = Steps.find(&S);
    if (Found == Steps.end() || Found->second.What == Act::Replace)
      return;
    const uint8_t Is = State[Found->second.Handle];
    if (Is != Gone && !(Is == Done && Found->second.What == Act::Resume))
      return;
    // One finding for each handle: what follows has the same cause.
    const auto *Use = cast<Expr>(&S);
    const Expr *&First = Handles[Found->second.Handle].Misused;
    const SourceManager &Sources = F.getASTContext().getSourceManager();
    if (!First || Sources.isBeforeInTranslationUnit(Use->getExprLoc(),
                                                    First->getExprLoc()))
      First = Use;
    if (First == Use)
      Handles[Found->second.Handle].WasGone = Is == Gone;
  }

  //===--- Findings ---===//

  static StringRef verb(Act What) {
    switch (What) {
    case Act::Resume:
      return "resumed";
    case Act::Destroy:
      return "destroyed again";
    case Act::Done:
      return "asked whether it is done";
    default:
      return "asked for its promise";
    }
  }

  void report(const Expr &Use, const Step &By) {
    const Handle &Of = Handles[By.Handle];
    Finding New;
    New.Where = Use.getExprLoc();
    if (Of.WasGone)
      describeGone(Of, By.What, New);
    else
      describeDone(Of, New);
    Context.report(std::move(New));
  }

  static void describeGone(const Handle &Of, Act What, Finding &New) {
    New.Text = "the coroutine of " + quoted(Of.Path.Spoken) + " is " +
               verb(What).str() + " after it was destroyed";
    New.note(Of.Destroyed, "destroyed here");
    New.note(New.Where, "destroy it as the last step, or give " +
                            quoted(Of.Path.Spoken) + " another value first");
    New.Evidence.push_back("destroyed on every path that leads here");
  }

  static void describeDone(const Handle &Of, Finding &New) {
    New.Text = "the coroutine of " + quoted(Of.Path.Spoken) +
               " is resumed although it is done";
    New.note(Of.Asked, "this says that it has come to its end");
    New.note(New.Where, "resume it only while done() is false");
    New.Evidence.push_back("done on every path that leads here");
  }

  const FunctionDecl &F;
  RuleContext &Context;
  std::optional<Parents> Around;
  llvm::DenseSet<const ValueDecl *> HasOtherNames;
  std::vector<Handle> Handles;
  llvm::DenseMap<const Stmt *, Step> Steps;
};

} // namespace

void findMisusedHandles(const FunctionDecl &F, RuleContext &Context) {
  if (!F.isDependentContext())
    HandleUses(F, Context).run();
}

} // namespace corolint
