#include "summary/BlockingSummary.h"
#include "flow/Discarded.h"
#include "model/AsyncTwin.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseSet.h"
#include <deque>

using namespace clang;

namespace corolint {

/// Reads one body.
class BlockingSummary::Collector {
public:
  Collector(const FunctionDecl &F, AsyncModel &Model, ReadyValues &Ready,
            Body &Into)
      : F(F), Model(Model), Ready(Ready), Into(Into) {}

  void run() {
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&F))
      for (const CXXCtorInitializer *Init : Constructor->inits()) {
        if (Init->isWritten())
          walk(Init->getInit());
        else if (const auto *Default =
                     dyn_cast_or_null<CXXDefaultInitExpr>(Init->getInit()))
          walk(Default->getExpr());
      }
    if (const Stmt *Written = writtenBody(F)) {
      walk(Written);
      forEachDiscarded(*Written,
                       [&](const Expr &E, DiscardedBy) { addDyingResult(E); });
    }
    if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(&F))
      addParts(*Destructor->getParent());
  }

private:
  /// The initialiser of a static variable runs once, not each time.
  static bool runsOnce(const Stmt &S) {
    const auto *Declaration = dyn_cast<DeclStmt>(&S);
    const auto *V = Declaration && Declaration->isSingleDecl()
                        ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                        : nullptr;
    return V && V->isStaticLocal();
  }

  void walk(const Stmt *Root) {
    walkEvaluated(Root, [&](const Stmt *S) {
      if (runsOnce(*S))
        return false;
      // The variable itself is what is returned: nothing is copied.
      if (const auto *Return = dyn_cast<ReturnStmt>(S);
          Return && Return->getNRVOCandidate())
        return false;
      if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
        for (const Decl *D : Declaration->decls())
          if (const auto *V = dyn_cast<VarDecl>(D))
            addVariable(*V);
      } else if (std::optional<CallSite> Site = asCall(*S)) {
        addCall(*Site);
      } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
        addCallByPointer(*Call);
      }
      return true;
    });
  }

  bool withTask(const CallSite &Site) {
    auto IsTask = [&](const Expr *E) {
      return E && Model.type(stripped(E)->getType()).Kind == AsyncKind::Task;
    };
    return IsTask(Site.Object) || llvm::any_of(Site.Arguments, IsTask);
  }

  /// A callable that came in as a parameter.
  static bool isHanded(const CallSite &Site) {
    return Site.Callee->getOverloadedOperator() == OO_Call &&
           isa_and_nonnull<ParmVarDecl>(namedVariable(Site.Object));
  }

  /// True if \p Callable is a parameter of this function that runs where
  /// blocking is fine, if by its own annotation only.
  bool isOffloaded(const Expr *Callable) {
    const auto *Parameter =
        Callable ? dyn_cast_or_null<ParmVarDecl>(namedVariable(Callable))
                 : nullptr;
    if (!Parameter || Parameter->getDeclContext() != &F)
      return false;
    return llvm::any_of(
        Model.facts().function(F), [&](const FunctionFact *Fact) {
          return llvm::is_contained(Fact->Offloads,
                                    Parameter->getFunctionScopeIndex() + 1);
        });
  }

  void addPlace(const FunctionFact &Fact, const FunctionDecl &Callee,
                SourceLocation Where, std::string Name,
                const FunctionDecl *Twin = nullptr) {
    BlockingPlace Place;
    Place.Callee = &Callee;
    Place.Kind = *Fact.Blocks;
    Place.Joins = Fact.Joins;
    Place.Where = Where;
    Place.Name = std::move(Name);
    Place.Because = Fact.Because;
    Place.Instead = Fact.Instead;
    Place.Twin = Twin;
    Place.Evidence = "blocks: " + Fact.From.str();
    Into.Places.push_back(std::move(Place));
  }

  /// `call` of a pointer to a function, or of a callable that is handed to a
  /// function which calls it. Facts that ask for arguments cannot be asked.
  void addCallable(const FunctionDecl &Callee, SourceLocation Where) {
    for (const FunctionFact *Fact : Model.facts().function(Callee)) {
      if (Fact->NonBlocking)
        return;
      if (Fact->Blocks && !Fact->OnlyForTasks && !Fact->UnlessFlag &&
          !Fact->UnlessZero)
        return addPlace(*Fact, Callee, Where, mention(Callee));
    }
    addEdge(Callee, Where, mention(Callee), false);
  }

  void addCallByPointer(const CallExpr &Call) {
    if (const FunctionDecl *Callee = calledBy(*Call.getCallee()))
      addCallable(*Callee, Call.getExprLoc());
  }

  void addCall(const CallSite &Site) {
    for (const FunctionFact *Fact : Model.facts(Site))
      for (ArgumentIndex Index : Fact->Calls)
        if (const Expr *Callable = Site.argument(Index);
            Callable && !isOffloaded(Callable))
          if (const FunctionDecl *Callee = calledBy(*Callable))
            addCallable(*Callee, Callable->getExprLoc());
    if (const FunctionFact *Fact = Model.blocking(Site)) {
      if (!Fact->Joins || Fact->Blocks == BlockKind::EventLoop ||
          !Ready.isReady(Site, F))
        addPlace(*Fact, *Site.Callee, Site.where(), mention(Site),
                 asyncTwin(Site, Model));
      return;
    }
    if (!Site.Virtual && !Model.isTrustedNotToBlock(Site) &&
        !isOffloaded(Site.Object))
      addEdge(*Site.Callee, Site.where(), mention(Site), false, withTask(Site),
              isHanded(Site));
  }

  /// True if \p Where is in the body of a macro of another file than this
  /// function: what logs and assertions call when all is well is more than can
  /// be told.
  bool isOfForeignMacro(SourceLocation Where) const {
    const SourceManager &Sources = F.getASTContext().getSourceManager();
    // By name: in clangd the head of a file is a file of its own.
    return Where.isMacroID() &&
           Sources.getFilename(Sources.getSpellingLoc(Where)) !=
               Sources.getFilename(Sources.getExpansionLoc(F.getLocation()));
  }

  /// A coroutine that is called does not run here and is looked at by itself.
  void addEdge(const FunctionDecl &Callee, SourceLocation Where,
               std::string Name, bool Destructor, bool WithTask = false,
               bool Handed = false) {
    const FunctionDecl *Definition = Model.facts().definitionToFollow(Callee);
    const bool Implicit = !Definition && Destructor &&
                          !isInSystemHeader(Callee) &&
                          !Model.facts().isOpaque(Callee);
    if ((!Definition && !Implicit) || isOfForeignMacro(Where))
      return;
    if (Definition && isCoroutine(*Definition))
      return;
    Into.Calls.push_back({Definition ? Definition : &Callee, Where,
                          std::move(Name), Destructor, WithTask, Handed});
  }

  //===--- Implicit destructors ---===//

  /// True if nothing in this body takes the duty of destroying \p V away, or
  /// does before what its destructor would wait for.
  bool diesHereUntouched(const VarDecl &V) {
    unsigned Mentions = 0, Harmless = 0;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
        Mentions += Ref->getDecl() == &V;
      if (const auto *Lambda = dyn_cast<LambdaExpr>(S))
        for (const LambdaCapture &Capture : Lambda->captures())
          Mentions +=
              Capture.capturesVariable() && Capture.getCapturedVar() == &V;
      std::optional<CallSite> Site = asCall(*S);
      if (Site && Site->Object && namedVariable(Site->Object) == &V &&
          llvm::none_of(Model.facts(*Site), [](const FunctionFact *Fact) {
            return Fact->Detaches || Fact->Blocks;
          }))
        ++Harmless;
      return true;
    });
    return Mentions == Harmless;
  }

  /// True if \p Awaited is \p V, or made from it.
  static bool isMadeFrom(const Expr &Awaited, const VarDecl &V) {
    const Expr *E = stripped(&Awaited);
    if (namedVariable(E) == &V)
      return true;
    std::optional<CallSite> Site = asCall(*E);
    if (!Site)
      return false;
    // `together(v).on(pool)`, but not a member function of \p V itself.
    const Expr *Object = Site->Object ? stripped(Site->Object) : nullptr;
    return (Object && !namedVariable(Object) && isMadeFrom(*Object, V)) ||
           llvm::any_of(Site->Arguments, [&](const Expr *Argument) {
             return isMadeFrom(*Argument, V);
           });
  }

  /// True if this body awaits \p V: what its destructor waits for, such as the
  /// thread that resumes the coroutine, is done then.
  bool isAwaited(const VarDecl &V) {
    bool Found = false;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const Expr *Awaited = awaitedOperand(*S))
        Found |= isMadeFrom(*Awaited, V);
      return !Found;
    });
    return Found;
  }

  void addDestruction(const TypeFact *Type, const FunctionFact *Result,
                      SourceLocation Where, std::string Name) {
    BlockingPlace Place;
    Place.Kind =
        Type ? *Type->DestructorBlocks : *Result->ResultDestructorBlocks;
    Place.Destructor = true;
    Place.Where = Where;
    Place.Name = Name.empty() ? "the result of this call" : std::move(Name);
    Place.Because = Type ? Type->Because : Result->Because;
    Place.Instead = Type ? Type->Instead : Result->Instead;
    Place.Evidence =
        "blocks when destroyed: " + (Type ? Type->From : Result->From).str();
    Into.Places.push_back(std::move(Place));
  }

  const FunctionFact *dyingResultFact(const Expr &Source) {
    std::optional<CallSite> Site = asCall(Source);
    if (!Site)
      return nullptr;
    for (const FunctionFact *Fact : Model.facts(*Site))
      if (Fact->ResultDestructorBlocks && Model.lacksFlag(*Fact, *Site))
        return Fact;
    return nullptr;
  }

  void addDyingResult(const Expr &E) {
    if (const FunctionFact *Fact = dyingResultFact(E))
      addDestruction(nullptr, Fact, asCall(E)->where(), "");
    else if (const CXXRecordDecl *Record =
                 E.isPRValue() ? recordOf(E.getType()) : nullptr)
      if (const TypeFact *Fact = Model.blockingDestructor(*Record))
        addDestruction(Fact, nullptr, E.getExprLoc(),
                       "the temporary '" + Model.spoken(E.getType()) + "'");
  }

  void addVariable(const VarDecl &V) {
    const CXXRecordDecl *Record =
        V.getType()->isReferenceType() ? nullptr : recordOf(V.getType());
    if (!Record || !V.hasLocalStorage() || !Record->hasDefinition())
      return;
    const TypeFact *Type = Model.blockingDestructor(*Record);
    const FunctionFact *Result = !Type && V.getInit()
                                     ? dyingResultFact(*stripped(V.getInit()))
                                     : nullptr;
    if (Type || Result) {
      if (!isDefaultMade(V) && diesHereUntouched(V))
        addDestruction(Type, Result, V.getLocation(),
                       "'" + V.getNameAsString() + "'");
      return;
    }
    if (const CXXDestructorDecl *Destructor = Record->getDestructor())
      if (!Record->hasTrivialDestructor() && !isAwaited(V) &&
          Model.type(V.getType()).Kind != AsyncKind::Awaitable)
        addEdge(*Destructor, V.getLocation(), "'" + V.getNameAsString() + "'",
                true);
  }

  /// An object made without arguments holds nothing to wait for.
  static bool isDefaultMade(const VarDecl &V) {
    const auto *Construct =
        V.getInit() ? dyn_cast<CXXConstructExpr>(stripped(V.getInit()))
                    : nullptr;
    return Construct && Construct->getConstructor()->isDefaultConstructor();
  }

  /// What the destructor of \p Record does after its own body.
  void addParts(const CXXRecordDecl &Record) {
    auto Add = [&](QualType T, SourceLocation Where, std::string Name) {
      const CXXRecordDecl *Part = T->isReferenceType() ? nullptr : recordOf(T);
      if (!Part || !Part->hasDefinition() || Part->hasTrivialDestructor())
        return;
      if (const TypeFact *Fact = Model.blockingDestructor(*Part)) {
        if (!handledByBody())
          addDestruction(Fact, nullptr, Where, std::move(Name));
      } else if (const CXXDestructorDecl *Destructor = Part->getDestructor())
        addEdge(*Destructor, Where, std::move(Name), true);
    };
    for (const FieldDecl *Field : Record.fields())
      Add(Field->getType(), Field->getLocation(),
          "'" + Field->getNameAsString() + "'");
    for (const CXXBaseSpecifier &Base : Record.bases())
      Add(Base.getType(), Base.getBeginLoc(),
          "'" + Model.spoken(Base.getType()) + "'");
  }

  /// A destructor that itself detaches or joins knows what it does.
  bool handledByBody() {
    bool Handled = false;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (std::optional<CallSite> Site = asCall(*S))
        for (const FunctionFact *Fact : Model.facts(*Site))
          Handled |= Fact->Detaches || Fact->Blocks;
      return true;
    });
    return Handled;
  }

  const FunctionDecl &F;
  AsyncModel &Model;
  ReadyValues &Ready;
  Body &Into;
};

const BlockingSummary::Body &BlockingSummary::body(const FunctionDecl &F) {
  if (auto It = Bodies.find(&F); It != Bodies.end())
    return *It->second;
  // Collected before it is kept: what the collector asks may move the map.
  auto New = std::make_unique<Body>();
  Collector(F, Model, Ready, *New).run();
  return *(Bodies[&F] = std::move(New));
}

bool BlockingQuery::counts(const BlockingPlace &Place) const {
  return Kinds.contains(Place.Kind) &&
         !(Place.Callee && isAllowed(*Place.Callee));
}

bool BlockingQuery::isAllowed(const FunctionDecl &Callee) const {
  return !Allowed.empty() && Allowed.contains(qualifiedName(Callee));
}

bool BlockingSummary::shortest(const FunctionDecl &From,
                               const BlockingQuery &Query,
                               std::vector<BlockingStep> &Chain,
                               BlockingPlace &Place) {
  struct Visit {
    const FunctionDecl *F;
    int Parent; ///< index into Queue, -1 for the first
    BlockingStep By;
  };
  std::deque<Visit> Queue{{&From, -1, {}}};
  llvm::DenseSet<const FunctionDecl *> Seen{&From};
  for (size_t I = 0; I != Queue.size(); ++I) {
    const FunctionDecl *F = Queue[I].F;
    for (const BlockingPlace &Found : body(*F).Places) {
      if (!Query.counts(Found))
        continue;
      Place = Found;
      std::string Last = mention(*F);
      Chain.push_back({Last, Found.Name, Found.Where, Found.Destructor});
      for (int At = I; Queue[At].Parent >= 0; At = Queue[At].Parent)
        Chain.insert(Chain.begin(), Queue[At].By);
      return true;
    }
    for (const Edge &Call : body(*F).Calls)
      if (Seen.insert(Call.Callee).second && !Query.isAllowed(*Call.Callee))
        Queue.push_back(
            {Call.Callee,
             static_cast<int>(I),
             {mention(*F), Call.Name, Call.Where, Call.Destructor}});
  }
  return false;
}

std::vector<BlockingSite> BlockingSummary::callsIn(const FunctionDecl &F,
                                                   const BlockingQuery &Query) {
  std::vector<BlockingSite> Found;
  for (const BlockingPlace &Place : body(F).Places) {
    if (!Query.counts(Place))
      continue;
    BlockingSite Call;
    Call.Where = Place.Where;
    Call.Name = Place.Name;
    Call.Destructor = Place.Destructor;
    Call.Joins = Place.Joins;
    Call.Place = Place;
    Found.push_back(std::move(Call));
  }
  // Copied: reading further bodies may move the map.
  std::vector<Edge> Calls = body(F).Calls;
  for (const Edge &Edge : Calls) {
    // Whoever hands a callable to a coroutine chose where it runs.
    if (Edge.Handed || Query.isAllowed(*Edge.Callee))
      continue;
    BlockingSite Call;
    Call.Where = Edge.Where;
    Call.Name = Edge.Name;
    Call.Destructor = Edge.Destructor;
    if (!shortest(*Edge.Callee, Query, Call.Chain, Call.Place))
      continue;
    // A function that takes a task and waits is a synchronous wait for it.
    Call.Joins = Call.Place.Joins ||
                 (Edge.WithTask && Call.Place.Kind == BlockKind::Wait);
    Found.push_back(std::move(Call));
  }
  const SourceManager &Sources = F.getASTContext().getSourceManager();
  llvm::stable_sort(Found, [&](const BlockingSite &A, const BlockingSite &B) {
    return Sources.isBeforeInTranslationUnit(A.Where, B.Where);
  });
  return Found;
}

} // namespace corolint
