#include "summary/SpawnSummary.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace corolint {

RunsOn SpawnSummary::resolve(const SpawnFact &Fact, const CallSite &Site) {
  if (Fact.Where != RunsOn::ExecutorArgument)
    return Fact.Where;
  const Expr *Executor = Site.argument(Fact.Executor);
  const CXXRecordDecl *Record =
      Executor ? recordOf(Executor->IgnoreParenImpCasts()->getType(), true)
               : nullptr;
  const TypeFact *Type =
      Record ? Model.facts().firstType(
                   *Record,
                   [](const TypeFact &F) { return F.Executor.has_value(); })
             : nullptr;
  return Type ? *Type->Executor : RunsOn::Unknown;
}

/// The variable that \p E names, or is copied or moved from.
static const VarDecl *sourceOf(const Expr &E) {
  const Expr *Value = stripped(&E);
  const auto *Construct = dyn_cast<CXXConstructExpr>(Value);
  return Construct && Construct->getNumArgs() >= 1 &&
                 Construct->getConstructor()->isCopyOrMoveConstructor()
             ? namedVariable(Construct->getArg(0))
             : namedVariable(Value);
}

/// True if \p Parameter itself travels with \p Work: it is the work, a capture,
/// or an argument kept in it. \p Moved is set if it is moved there.
static bool carries(const Expr &Work, const ParmVarDecl &Parameter,
                    bool &Moved) {
  const Expr *E = stripped(&Work);
  if (sourceOf(Work) == &Parameter) {
    const auto *Construct = dyn_cast<CXXConstructExpr>(E);
    Moved = isMove(&Work) ||
            (Construct && Construct->getConstructor()->isMoveConstructor());
    return true;
  }
  if (const auto *Lambda = dyn_cast<LambdaExpr>(E)) {
    for (const LambdaCapture &Capture : Lambda->captures()) {
      if (!Capture.capturesVariable())
        continue;
      if (Capture.getCapturedVar() == &Parameter)
        return true;
      const auto *V = dyn_cast<VarDecl>(Capture.getCapturedVar());
      if (V && V->isInitCapture() && V->getInit() &&
          carries(*V->getInit(), Parameter, Moved))
        return true;
    }
    return false;
  }
  std::optional<CallSite> Site = asCall(*E);
  if (!Site)
    return false;
  if (Site->Object && isa<LambdaExpr>(stripped(Site->Object)) &&
      carries(*Site->Object, Parameter, Moved))
    return true;
  return llvm::any_of(Site->Arguments, [&](const Expr *Argument) {
    return carries(*Argument, Parameter, Moved);
  });
}

/// True if the callers of a function are to be asked what they pass as \p P:
/// a callable, a task, or a value that the function moves on untouched. What it
/// copies or shares by itself is found in the function.
bool SpawnSummary::isHandedOn(const Expr &Work, const ParmVarDecl &P) {
  bool Moved = false;
  if (!carries(Work, P, Moved))
    return false;
  SharingRank Rank = Model.sharing(P.getType().getNonReferenceType());
  return !Rank.Rank || *Rank.Rank > Sharing::ThreadBound ||
         (Moved && !P.getType()->isLValueReferenceType());
}

const std::vector<SpawnSummary::Handed> &
SpawnSummary::handedOn(const FunctionDecl &F, unsigned Depth) {
  std::unique_ptr<std::vector<Handed>> &Slot = Known[&F];
  if (Slot)
    return *Slot;
  // Present before it is filled: recursion sees "nothing".
  Slot = std::make_unique<std::vector<Handed>>();
  if (F.parameters().empty())
    return *Slot;
  std::vector<Handed> Result;
  bool Waits = false;
  auto Look = [&](const Stmt *Root) {
    walkEvaluated(Root, [&](const Stmt *S) {
      std::optional<CallSite> Site = asCall(*S);
      if (!Site)
        return true;
      const FunctionFact *Blocks = Model.blocking(*Site);
      Waits |= Blocks && (Blocks->Joins || Blocks->Blocks == BlockKind::Wait);
      for (const Spawn &Inner : spawnsOf(*Site, Depth + 1))
        for (const ParmVarDecl *P : F.parameters())
          if (isHandedOn(*Inner.Work, *P)) {
            SpawnFact Fact;
            Fact.Argument = P->getFunctionScopeIndex() + 1;
            Fact.Where = Inner.Where;
            Fact.Scoped = Inner.Scoped;
            Result.push_back(
                {P->getFunctionScopeIndex(), Fact,
                 "hands it to " + Inner.By + "; " + Inner.Evidence});
          }
      return true;
    });
  };
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&F))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      Look(Init->getInit());
  Look(writtenBody(F));
  // What waits before it returns has most likely waited for what it started.
  for (Handed &Hand : Result)
    Hand.Fact.Scoped |= Waits;
  return *(Known[&F] =
               std::make_unique<std::vector<Handed>>(std::move(Result)));
}

/// `threads.emplace_back(work)`: the fact of the constructor that a container
/// of the standard library calls with the same arguments, or null.
const FunctionFact *SpawnSummary::madeInContainer(const CallSite &Site) {
  const auto *Container =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(Site.ObjectClass);
  const IdentifierInfo *Name = Site.Callee->getIdentifier();
  if (!Container || !Name || !Container->isInStdNamespace() ||
      !(Name->getName() == "emplace_back" ||
        Name->getName() == "emplace_front"))
    return nullptr;
  const TemplateArgument &Element = Container->getTemplateArgs()[0];
  const CXXRecordDecl *Made = Element.getKind() == TemplateArgument::Type
                                  ? recordOf(Element.getAsType())
                                  : nullptr;
  if (!Made || !Made->hasDefinition())
    return nullptr;
  for (const CXXConstructorDecl *Constructor : Made->ctors())
    for (const FunctionFact *Fact : Model.facts().function(*Constructor))
      if (!Fact->Spawns.empty())
        return Fact;
  return nullptr;
}

std::vector<Spawn> SpawnSummary::spawnsOf(const CallSite &Site) {
  return spawnsOf(Site, 0);
}

std::vector<Spawn> SpawnSummary::spawnsOf(const CallSite &Site,
                                          unsigned Depth) {
  std::vector<Spawn> Result;
  std::string By = mention(Site);
  for (const FunctionFact *Fact : Model.facts(Site)) {
    if (!Model.lacksFlag(*Fact, Site))
      continue;
    for (const SpawnFact &Told : Fact->Spawns) {
      unsigned Last = Told.AndRest ? Site.Arguments.size() : Told.Argument;
      for (unsigned I = Told.Argument; I <= Last; ++I)
        if (const Expr *Work = Site.argument(I))
          Result.push_back({Work, resolve(Told, Site), Told.Scoped,
                            Told.GivesBack && I == Told.Argument,
                            I != Told.Argument, By,
                            "spawns: " + Fact->From.str()});
    }
    if (!Fact->Spawns.empty())
      return Result;
  }
  if (const FunctionFact *Maker = madeInContainer(Site)) {
    for (const SpawnFact &Told : Maker->Spawns)
      if (const Expr *Work = Site.argument(Told.Argument))
        Result.push_back({Work, resolve(Told, Site), Told.Scoped, false, false,
                          By, "spawns: " + Maker->From.str()});
    return Result;
  }
  // A bound for the stack only; what is cut off there is remembered as such.
  constexpr unsigned DeepEnough = 64;
  const FunctionDecl *Definition = Model.definitionToFollow(Site);
  if (!Definition || Depth == DeepEnough)
    return Result;
  for (const Handed &Hand : handedOn(*Definition, Depth))
    if (const Expr *Work = Site.argument(Hand.Fact.Argument))
      Result.push_back({Work, Hand.Fact.Where, Hand.Fact.Scoped, false, false,
                        By, "spawns: " + By + " " + Hand.Evidence});
  return Result;
}

} // namespace corolint
