#include "rules/blocking/BlockingOptions.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace corolint {

const char DefaultKinds[] = "sleep;wait;network;dns;process;file;event-loop";

const char KindWords[] = "sleep;wait;network;dns;process;file;event-loop;lock;"
                         "console;descriptor;metadata";

BlockKinds parseKinds(StringRef List) {
  BlockKinds Kinds;
  SmallVector<StringRef, 8> Words;
  List.split(Words, ';', -1, false);
  for (StringRef Word : Words)
    if (auto Kind = llvm::StringSwitch<std::optional<BlockKind>>(Word.trim())
                        .Case("sleep", BlockKind::Sleep)
                        .Case("wait", BlockKind::Wait)
                        .Case("network", BlockKind::Network)
                        .Case("dns", BlockKind::Dns)
                        .Case("process", BlockKind::Process)
                        .Case("file", BlockKind::File)
                        .Case("event-loop", BlockKind::EventLoop)
                        .Case("lock", BlockKind::Lock)
                        .Case("console", BlockKind::Console)
                        .Case("descriptor", BlockKind::Descriptor)
                        .Case("metadata", BlockKind::Metadata)
                        .Default(std::nullopt))
      Kinds.insert(*Kind);
  return Kinds;
}

const char AllowedHelp[] =
    "functions that may be called although they block, by qualified name, "
    "separated by ';'";

BlockingQuery parseQuery(StringRef Kinds, StringRef Allowed) {
  BlockingQuery Query;
  Query.Kinds = parseKinds(Kinds);
  SmallVector<StringRef, 8> Names;
  Allowed.split(Names, ';', -1, false);
  for (StringRef Name : Names) {
    Name = Name.trim();
    Name.consume_front("::");
    Query.Allowed.insert(Name);
  }
  return Query;
}

const char InTestsHelp[] = "also report in unit tests";

bool isTestThatMayWait(const FunctionDecl &F, RuleContext &Context) {
  return !Context.isOn("InTests") && Context.isInTest(F);
}

/// A generator that awaits is asynchronous: an executor runs it.
static bool awaits(const FunctionDecl &Generator, AsyncModel &Model) {
  bool Awaits = false;
  walkEvaluated(writtenBody(Generator), [&](const Stmt *S) {
    auto Point = Model.suspension(*S);
    Awaits |= Point && !Point->Yields;
    return !Awaits;
  });
  return Awaits;
}

/// True if \p Record is the promise of coroutines that an executor runs.
static bool isPromise(const CXXRecordDecl &Record) {
  return findMethod(Record, "get_return_object") &&
         findMethod(Record, "initial_suspend") &&
         !findMethod(Record, "yield_value");
}

/// Members that the compiler calls while a coroutine runs.
static std::optional<std::string> whyCalledByCompiler(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  const IdentifierInfo *Name = Method ? Method->getIdentifier() : nullptr;
  if (!Name)
    return std::nullopt;
  if (Name->getName().starts_with("await_") && isAwaiter(*Method->getParent()))
    return quoted(Name->getName()) + " runs on the thread of the coroutine "
                                     "that awaits";
  static constexpr llvm::StringLiteral Hooks[] = {
      "initial_suspend",  "final_suspend",       "return_value",
      "return_void",      "unhandled_exception", "await_transform",
      "get_return_object"};
  if (llvm::is_contained(Hooks, Name->getName()) &&
      isPromise(*Method->getParent()))
    return quoted(Name->getName()) + " is called by each coroutine of this "
                                     "type";
  return std::nullopt;
}

std::optional<std::string> whyOnExecutor(const FunctionDecl &F,
                                         AsyncModel &Model) {
  for (const FunctionFact *Fact : Model.facts().function(F))
    if (Fact->NonBlocking)
      return std::nullopt;
  if (!isCoroutine(F))
    return whyCalledByCompiler(F);
  const AsyncType &Type = Model.type(F.getReturnType());
  const bool OnExecutor = Type.Kind == AsyncKind::Generator
                              ? awaits(F, Model)
                              : !Type.ShortCircuits;
  return OnExecutor ? std::optional(mention(F) + " is a coroutine")
                    : std::nullopt;
}

bool mayBlock(const FunctionDecl &F, AsyncModel &Model) {
  auto IsForBlocking = [&](const CXXRecordDecl *Record) {
    return Record && Model.facts().firstType(*Record, [](const TypeFact &Fact) {
      return Fact.MayBlock;
    });
  };
  return llvm::any_of(F.parameters(), [&](const ParmVarDecl *Parameter) {
    const CXXRecordDecl *Record = recordOf(Parameter->getType(), true);
    if (IsForBlocking(Record))
      return true;
    // std::shared_ptr<executor>
    const QualType Inside = firstTypeArgument(Record);
    return !Inside.isNull() && IsForBlocking(recordOf(Inside));
  });
}

SourceLocation firstHop(const FunctionDecl &F, AsyncModel &Model) {
  SourceLocation Found;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    const Expr *Awaited = awaitedOperand(*S);
    if (!Awaited || Found.isValid())
      return Found.isInvalid();
    walkEvaluated(Awaited, [&](const Stmt *Inner) {
      if (std::optional<CallSite> Site = asCall(*Inner))
        for (const FunctionFact *Fact : Model.facts(*Site))
          if (Fact->Hops)
            Found = S->getBeginLoc();
      return Found.isInvalid();
    });
    return Found.isInvalid();
  });
  return Found;
}

void explain(const BlockingSite &Call, const FunctionDecl &F, StringRef Why,
             StringRef WayOut, Finding &Into) {
  for (const BlockingStep &Step : Call.Chain) {
    const bool Last = &Step == &Call.Chain.back();
    Into.note(Step.Where, Step.Caller +
                              (Step.Destroys ? " destroys " : " calls ") +
                              Step.Callee + " here" +
                              (Last && !Call.Place.Because.empty()
                                   ? "; it " + Call.Place.Because
                                   : ""));
  }
  if (Call.Chain.empty() && !Call.Place.Because.empty() && !Call.Destructor)
    Into.note(Call.Where, Call.Name + " " + Call.Place.Because);
  Into.note(F.getLocation(), Why);
  std::string Advice = WayOut.str();
  if (Call.Chain.empty() && Call.Place.Twin) {
    const std::string Twin = mention(*Call.Place.Twin);
    Into.note(Call.Place.Twin->getLocation(),
              Twin + " is its asynchronous twin");
    if (Call.Place.Instead.empty())
      Advice = "co_await " + Twin + " instead";
  }
  // Nothing can be awaited in the members of an awaiter or promise.
  if (!isCoroutine(F))
    Advice = "let a thread that may block do it, and resume the coroutine "
             "from there";
  else if (isInHandler(F, Call.Where))
    Advice = "leave the catch block first, then " + Advice;
  Into.note(Call.Where, Advice);
  Into.Evidence.push_back(Call.Place.Evidence);
}

} // namespace corolint
