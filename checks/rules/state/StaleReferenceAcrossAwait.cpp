// Law 9: what may change while a coroutine is suspended is looked at again.
// At run time another coroutine or callback changes the container meanwhile,
// and the iterator, reference or view from before leads to freed memory.
// Silent on purpose: copies, elements that stay where they are, what only this
// frame can reach, what a lock keeps from changing, containers that nothing in
// sight changes in a way that matters.

#include "flow/AcrossSuspension.h"
#include "flow/KeepsOthersOut.h"
#include "flow/Look.h"
#include "model/Names.h"
#include "model/ViewType.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/lifetime/KeptAlive.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

/// A variable, a member of one, or a loop, that looks into a container.
struct Looker {
  Look Into;
  const ValueDecl *Variable = nullptr; ///< null: the loop itself
  SourceLocation Where;
  std::string Name;
};

/// A change that leaves a looker behind, and who makes it.
struct StaleChange {
  StateChange Change;
  RunBy By = RunBy::Nobody;
  const ValueDecl *Of = nullptr; ///< the container, or what it is a part of
};

class Search {
public:
  Search(const FunctionDecl &F, RuleContext &Context)
      : F(F), Context(Context) {}

  void run() {
    const Stmt *Body = writtenBody(F);
    walkEvaluated(Body, [&](const Stmt *S) {
      collect(*S);
      return true;
    });
    if (Lookers.empty())
      return;
    walkEvaluated(Body, [&](const Stmt *S) {
      readUse(*S);
      return true;
    });
    llvm::DenseSet<unsigned> Done;
    for (const CrossedUse &Use : findCrossedUses(
             F, Context.model(), std::vector<bool>(Lookers.size()), At))
      if (Done.insert(Use.Which).second)
        judge(Lookers[Use.Which], Use);
    for (const CrossedUse &Use : Awaited)
      if (Done.insert(Use.Which).second)
        judge(Lookers[Use.Which], Use);
  }

private:
  void add(Looker New, const Stmt &Declared, const Expr *Init) {
    const unsigned Index = Lookers.size();
    if (const auto *V = dyn_cast_or_null<VarDecl>(New.Variable))
      ByVariable[V] = Index;
    Lookers.push_back(std::move(New));
    // The graph has a statement of its own for each of several variables.
    At[&Declared].push_back({Mention::Kind::Renew, Index});
    if (Init)
      At[Init->IgnoreImplicit()].push_back({Mention::Kind::Renew, Index});
  }

  void collect(const Stmt &S) {
    if (const auto *Loop = dyn_cast<CXXForRangeStmt>(&S))
      return collect(*Loop);
    const auto *Declaration = dyn_cast<DeclStmt>(&S);
    if (!Declaration)
      return;
    for (const Decl *D : Declaration->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        collect(*V, S);
  }

  void collect(const VarDecl &V, const Stmt &Declared) {
    if (!V.hasLocalStorage() || V.isImplicit() || !V.getInit() ||
        V.getType()->isDependentType() || ByVariable.count(&V))
      return;
    if (!V.getType()->isReferenceType() && !viewKind(V.getType()) &&
        !isa<DecompositionDecl>(V)) {
      if (const auto *List = dyn_cast<InitListExpr>(stripped(V.getInit())))
        collectParts(V, *List, Declared);
      return;
    }
    if (std::optional<Look> Into = lookOf(V.getType(), *V.getInit()))
      add({std::move(*Into), &V, V.getLocation(), nameOf(V)}, Declared,
          V.getInit());
  }

  /// The members of `node now{id, &nodes_.at(id)}` that look.
  void collectParts(const VarDecl &V, const InitListExpr &List,
                    const Stmt &Declared) {
    const CXXRecordDecl *Record = recordOf(V.getType());
    if (!Record || V.getType()->isReferenceType() || !Record->isAggregate() ||
        Record->getNumBases() != 0)
      return;
    for (const FieldDecl *Field : Record->fields()) {
      if (Field->getFieldIndex() >= List.getNumInits())
        return;
      const Expr &Init = *List.getInit(Field->getFieldIndex());
      if (!Field->getType()->isReferenceType() && !viewKind(Field->getType()))
        continue;
      if (std::optional<Look> Into = lookOf(Field->getType(), Init)) {
        ByPart[{&V, Field}] = Lookers.size();
        add({std::move(*Into), Field, V.getLocation(),
             V.getNameAsString() + "." + Field->getNameAsString()},
            Declared, &Init);
      }
    }
  }

  static std::string nameOf(const VarDecl &V) {
    const auto *Parts = dyn_cast<DecompositionDecl>(&V);
    return Parts && !Parts->bindings().empty()
               ? Parts->bindings().front()->getNameAsString()
               : V.getNameAsString();
  }

  void collect(const CXXForRangeStmt &Loop) {
    const Expr *Range = Loop.getRangeInit();
    if (!Range || Range->isTypeDependent() || !Loop.getBeginStmt() ||
        !Loop.getInc())
      return;
    std::optional<Look> Into = lookOfLoop(*Range);
    if (!Into)
      return;
    const unsigned Index = Lookers.size();
    add({*Into, nullptr, Range->getExprLoc(), Into->Of.Spoken},
        *Loop.getBeginStmt(), nullptr);
    At[Loop.getInc()].push_back({Mention::Kind::Use, Index});
    At[Loop.getInc()->IgnoreImplicit()].push_back({Mention::Kind::Use, Index});
    // Of a loop and its variable the loop is told, if it goes on.
    const VarDecl *Element = Loop.getLoopVariable();
    if (Element && Element->getType()->isReferenceType()) {
      Into->How = LooksBy::Reference;
      add({*Into, Element, Element->getLocation(), nameOf(*Element)},
          *Loop.getLoopVarStmt(), nullptr);
      LoopOf[Lookers.size() - 1] = Index;
    }
  }

  void readUse(const Stmt &S) {
    if (const auto *Assign = dyn_cast<BinaryOperator>(&S)) {
      if (Assign->getOpcode() == BO_Assign)
        assigned(*Assign->getLHS(), *Assign->getRHS(), S);
    } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S)) {
      if (Operator->getOperator() == OO_Equal)
        assigned(*Operator->getArg(0), *Operator->getArg(1), S);
    }
    readAwait(S);
    if (const auto *Member = dyn_cast<MemberExpr>(&S);
        Member && !Targets.count(Member))
      if (std::optional<unsigned> Which = partNamed(*Member))
        At[Member].push_back({Mention::Kind::Use, *Which});
    const auto *Ref = dyn_cast<DeclRefExpr>(&S);
    if (!Ref || Targets.count(Ref))
      return;
    const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    if (const auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl()))
      V = followsBinding(*Binding);
    if (auto It = ByVariable.find(V); V && It != ByVariable.end())
      At[Ref].push_back({Mention::Kind::Use, It->second});
  }

  /// The looker that \p Member, of a local variable, is.
  std::optional<unsigned> partNamed(const MemberExpr &Member) const {
    const auto *Field = dyn_cast<FieldDecl>(Member.getMemberDecl());
    const VarDecl *V =
        Member.isArrow() ? nullptr : namedVariable(Member.getBase());
    auto It = ByPart.find({V, Field});
    return It == ByPart.end() ? std::nullopt
                              : std::optional<unsigned>(It->second);
  }

  /// `co_await found->second.copy()`: a coroutine that is awaited may need its
  /// object, which others can remove, after it has been suspended itself.
  void readAwait(const Stmt &S) {
    std::optional<Suspension> Point = Context.model().realSuspension(S);
    const Expr *Operand = Point ? awaitedOperand(S) : nullptr;
    std::optional<CallSite> Site =
        Operand ? asCall(*stripped(Operand)) : std::nullopt;
    const VarDecl *V =
        Site && Site->Object && !Site->Virtual && isa<CallExpr>(Site->Node)
            ? variableBefore(*Site->Object)
            : nullptr;
    auto It = ByVariable.find(V);
    if (!V || It == ByVariable.end())
      return;
    const FunctionDecl *Body =
        Context.model().facts().readableDefinition(*Site->Callee);
    if (const Stmt *Use = Body ? lateUseOfObject(*Body) : nullptr) {
      Awaited.push_back({It->second, Use, *Point});
      AwaitedBody[Use] = Body;
    }
  }

  /// The variable that \p Object is reached by, through no other pointer.
  static const VarDecl *variableBefore(const Expr &Object) {
    const Expr *Node = stripped(&Object);
    while (const auto *Member = dyn_cast<MemberExpr>(Node)) {
      Node = stripped(Member->getBase());
      if (Member->isArrow())
        break;
    }
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Node);
        Operator && (Operator->getOperator() == OO_Arrow ||
                     Operator->getOperator() == OO_Star))
      Node = stripped(Operator->getArg(0));
    else if (const auto *Unary = dyn_cast<UnaryOperator>(Node);
             Unary && Unary->getOpcode() == UO_Deref)
      Node = stripped(Unary->getSubExpr());
    const VarDecl *V = namedVariable(Node);
    return V && (V->getType()->isReferenceType() || viewKind(V->getType()))
               ? V
               : nullptr;
  }

  /// Where the coroutine \p Body uses its object after a suspension; null if
  /// it does not, or keeps the object alive.
  const Stmt *lateUseOfObject(const FunctionDecl &Body) {
    const auto *Method = dyn_cast<CXXMethodDecl>(&Body);
    if (!Method || !isCoroutine(Body) || Body.isDependentContext() ||
        mentionsStrong(*writtenBody(Body), *Method->getParent()))
      return nullptr;
    Mentions Self;
    walkEvaluated(writtenBody(Body), [&](const Stmt *S) {
      if (isa<CXXThisExpr>(S))
        Self[S].push_back({Mention::Kind::Use, 0});
      return true;
    });
    std::vector<CrossedUse> Found =
        findCrossedUses(Body, Context.model(), {true}, Self);
    return Found.empty() ? nullptr : Found.front().Use;
  }

  /// The variable of \p Binding, if it is the part that looks.
  static const VarDecl *followsBinding(const BindingDecl &Binding) {
    const auto *Whole = dyn_cast_or_null<VarDecl>(Binding.getDecomposedDecl());
    return Whole && (Whole->getType()->isReferenceType() ||
                     viewKind(Binding.getType()))
               ? Whole
               : nullptr;
  }

  void assigned(const Expr &Target, const Expr &Value, const Stmt &S) {
    const VarDecl *V = namedVariable(&Target);
    for (const auto &[Part, Which] : ByPart)
      if (Part.first == V)
        At[&S].push_back({Mention::Kind::Forget, Which});
    const auto *Member = dyn_cast<MemberExpr>(stripped(&Target));
    std::optional<unsigned> Which = Member ? partNamed(*Member) : std::nullopt;
    if (auto It = ByVariable.find(V); V && It != ByVariable.end())
      Which = It->second;
    if (!Which || Lookers[*Which].Variable->getType()->isReferenceType())
      return;
    const Looker &L = Lookers[*Which];
    Targets.insert(stripped(&Target));
    std::optional<Look> Into = lookOf(L.Variable->getType(), Value);
    const bool Same =
        Into && placeKey(*Into->Of.What) == placeKey(*L.Into.Of.What);
    At[&S].push_back(
        {Same ? Mention::Kind::Renew : Mention::Kind::Forget, *Which});
  }

  void judge(const Looker &L, const CrossedUse &Use) {
    if (isToldByItsLoop(Use.Which) || isOneAtATime() ||
        isObjectLeftAlone(L, Use.Point))
      return;
    const HeldLocks Locks = heldLocks(F, Use.Point.Where, Context.model());
    if (!Locks.empty() && isCalledUnderLock())
      return;
    std::optional<StaleChange> Change = changeOf(L, Locks);
    if (!Change && (!Locks.empty() || !Context.isOn("Unseen")))
      return;
    report(L, Use, Change, Locks);
    if (!L.Variable)
      Told.insert(Use.Which);
  }

  bool isToldByItsLoop(unsigned Which) const {
    auto It = LoopOf.find(Which);
    return It != LoopOf.end() && Told.count(It->second);
  }

  /// True for what runs in step with its consumer, and for what the unit shows
  /// to belong to one caller.
  bool isOneAtATime() {
    return Context.model().type(F.getReturnType()).Kind ==
               AsyncKind::Generator ||
           Context.isInTest(F) || Context.changes().isOnOwnObjects(F);
  }

  /// True if nobody else is at work on the object that \p L looks into: its
  /// caller has given it up (`finish() &&`), or a gate of it was closed.
  bool isObjectLeftAlone(const Looker &L, const Suspension &Point) {
    if (L.Into.Of.Root != SharedPlace::By::This)
      return false;
    const auto *Method = dyn_cast<CXXMethodDecl>(&F);
    if (Method && Method->getRefQualifier() == RQ_RValue)
      return true;
    const SourceManager &Sources = Context.model().context().getSourceManager();
    bool Found = false;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      Found |= closesGate(*S) &&
               Sources.isBeforeInTranslationUnit(S->getBeginLoc(), Point.Where);
      return !Found;
    });
    return Found;
  }

  /// `gate_.close()`: who has entered is waited for, nobody enters any more.
  static bool closesGate(const Stmt &S) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    if (!Method || !Method->getIdentifier() || Method->getName() != "close")
      return false;
    const Expr &Gate = *Call->getImplicitObjectArgument();
    const CXXRecordDecl *Record = recordOf(Gate.getType(), true);
    return Record && Record->hasDefinition() && findMethod(*Record, "enter") &&
           findMethod(*Record, "leave") &&
           sharedRoot(Gate) == SharedPlace::By::This;
  }

  /// Its callers may hold the lock that matters.
  bool isCalledUnderLock() {
    return llvm::any_of(
        Context.changes().calls().inSight(F), [&](const UnitCall &Call) {
          return Call.Caller &&
                 mayHoldLock(*Call.Caller, Call.Node->getBeginLoc(),
                             Context.model());
        });
  }

  /// The change that matters most to \p L and that \p Locks do not keep out.
  std::optional<StaleChange> changeOf(const Looker &L, const HeldLocks &Locks) {
    std::optional<StaleChange> Worst;
    auto Weigh = [&](const ValueDecl &Changed, const StateChange &Change) {
      RunBy Who = Context.changes().runBy(Change.In, F);
      if (Who == RunBy::Nobody || (Who == RunBy::Others && isInTurn(Change)) ||
          (Who == RunBy::Itself && !Context.changes().isEnteredAgain(F)) ||
          (!Locks.empty() && !Context.changes().mayHappenUnder(Locks, Change)))
        return;
      if (!Worst || Who > Worst->By)
        Worst = StaleChange{Change, Who, &Changed};
    };
    for (const StateChange &Change : Context.changes().of(*L.Into.Of.What))
      if (makesStale(L.Into.Shape, Change.What, L.Into.How))
        Weigh(*L.Into.Of.What, Change);
    for (const ValueDecl *Whole : L.Into.Wholes)
      for (const StateChange &Change : Context.changes().of(*Whole))
        if (Change.What == ContainerChange::Replaces)
          Weigh(*Whole, Change);
    return Worst;
  }

  /// True if \p Change comes before all others, as the name of its function
  /// says, or \p F after them: who calls it is not in sight, but the order is.
  /// What removes single elements comes after those that add them.
  bool isInTurn(const StateChange &Change) const {
    static constexpr llvm::StringLiteral First[] = {
        "init", "start", "set", "load", "configure", "prepare"};
    static constexpr llvm::StringLiteral Last[] = {
        "stop", "close", "shutdown", "shut_down", "destroy", "join", "finish"};
    auto BeginsWith = [](const FunctionDecl &Named, auto &Words) {
      const IdentifierInfo *Name = Named.getIdentifier();
      return Name && llvm::any_of(Words, [&](StringRef Word) {
               return Name->getName().starts_with_insensitive(Word);
             });
    };
    return (Change.What != ContainerChange::Removes &&
            BeginsWith(*Change.In, First)) ||
           BeginsWith(F, Last);
  }

  void report(const Looker &L, const CrossedUse &Use,
              const std::optional<StaleChange> &Stale, const HeldLocks &Locks) {
    Finding New;
    New.Where = L.Where;
    New.Text = subject(L);
    New.note(Use.Point.Where, "suspends here");
    if (const FunctionDecl *Inside = AwaitedBody.lookup(Use.Use))
      New.note(Use.Use->getBeginLoc(),
               "used here, in " + mention(*Inside) +
                   ", which may have been suspended before");
    else
      New.note(Use.Use->getBeginLoc(),
               L.Variable ? "used here afterwards" : "goes on here afterwards");
    if (Stale)
      New.note(Stale->Change.Node->getExprLoc(),
               quoted(Stale->Of == L.Into.Of.What
                          ? L.Into.Of.Spoken
                          : Stale->Of->getNameAsString()) +
                   " is changed here, in " + mention(*Stale->Change.In));
    New.note(L.Where, wayOut(L));
    New.Evidence.push_back(evidenceOf(L.Into.Shape));
    if (!Locks.empty())
      New.Evidence.push_back(
          "the lock that is held here is not taken for the change");
    New.Evidence.push_back(Stale ? evidenceOf(*Stale)
                                 : "no change of it is in sight");
    Context.report(std::move(New));
  }

  static std::string evidenceOf(ContainerShape Shape) {
    switch (Shape) {
    case ContainerShape::Contiguous:
      return "container: its elements move together";
    case ContainerShape::Pieces:
      return "container: elements stay while others are added at the ends";
    case ContainerShape::Hashed:
      return "container: elements stay, iterators end with an insertion";
    case ContainerShape::Nodes:
      return "container: only a removed element is lost";
    case ContainerShape::Box:
      return "container: owns one object";
    }
    return "";
  }

  static std::string evidenceOf(const StaleChange &Stale) {
    const std::string Name = mention(*Stale.Change.In);
    switch (Stale.By) {
    case RunBy::Itself:
      return "meanwhile: " + Name + " is started more than once";
    case RunBy::Tasks:
      return "meanwhile: " + Name + " runs as a task or callback";
    default:
      return "meanwhile: anybody may call " + Name;
    }
  }

  static std::string kindOf(const Looker &L) {
    const QualType T = L.Variable->getType();
    if (T->isReferenceType())
      return "the reference ";
    if (T->isPointerType())
      return "the pointer ";
    return viewKind(T) == ViewKind::View ? "the view " : "the iterator ";
  }

  static std::string subject(const Looker &L) {
    const std::string Of = quoted(L.Into.Of.Spoken);
    if (!L.Variable)
      return Of + " may change while this loop is suspended; its iterator "
                  "then leads to freed memory";
    const bool Owned = L.Into.Shape == ContainerShape::Box;
    return kindOf(L) + quoted(L.Name) +
           (Owned ? " to what " + Of + " owns" : " into " + Of) +
           " is used after a suspension; " + Of +
           " may have changed, and then it leads to freed memory";
  }

  static std::string wayOut(const Looker &L) {
    const std::string Of = quoted(L.Into.Of.Spoken);
    if (!L.Variable)
      return "loop over a copy of " + Of +
             ", or hold an async lock that its changes take, too";
    if (L.Into.Shape == ContainerShape::Box)
      return "keep a shared owner in the coroutine, or ask " + Of +
             " again after the suspension";
    return "copy what is needed, or look it up in " + Of +
           " again after the suspension";
  }

  const FunctionDecl &F;
  RuleContext &Context;
  std::vector<Looker> Lookers;
  llvm::DenseMap<const VarDecl *, unsigned> ByVariable;
  llvm::DenseMap<std::pair<const VarDecl *, const FieldDecl *>, unsigned>
      ByPart;
  std::vector<CrossedUse> Awaited; ///< by a coroutine that is awaited
  llvm::DenseMap<const Stmt *, const FunctionDecl *> AwaitedBody; ///< by use
  llvm::DenseMap<unsigned, unsigned> LoopOf; ///< of a loop's variable
  llvm::DenseSet<unsigned> Told;
  llvm::DenseSet<const Expr *> Targets; ///< left sides of assignments
  Mentions At;
};

} // namespace

static void run(const FunctionDecl &F, RuleContext &Context) {
  if (isCoroutine(F))
    Search(F, Context).run();
}

static constexpr RuleOption Options[] = {
    {"Unseen", "false",
     "also report where nothing in sight changes the container", "true;false"}};

extern const Rule StaleReferenceAcrossAwait;
const Rule StaleReferenceAcrossAwait = {
    {"coro-stale-reference-across-await", "state", "L9",
     "an iterator, reference or view is used after a suspension in which its "
     "container may change",
     Confidence::Likely, Options, Standing::OnRequest},
    run};

} // namespace corolint
