#include "rules/blocking/BlockingOptions.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace corolint {

const char DefaultKinds[] = "sleep;wait;network;dns;process;file;event-loop";

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
                        .Default(std::nullopt))
      Kinds.insert(*Kind);
  return Kinds;
}

bool runsOnExecutor(const FunctionDecl &F, AsyncModel &Model) {
  if (!isCoroutine(F))
    return false;
  for (const FunctionFact *Fact : Model.facts().function(F))
    if (Fact->NonBlocking)
      return false;
  const AsyncType &Type = Model.type(F.getReturnType());
  if (Type.Kind != AsyncKind::Generator)
    return !Type.ShortCircuits;
  // A generator that awaits is asynchronous: an executor runs it.
  bool Awaits = false;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    auto Point = Model.suspension(*S);
    Awaits |= Point && !Point->Yields;
    return !Awaits;
  });
  return Awaits;
}

void explain(const BlockingSite &Call, const FunctionDecl &Coroutine,
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
  Into.note(Coroutine.getLocation(), mention(Coroutine) + " is a coroutine");
  Into.note(Call.Where, isInHandler(Coroutine, Call.Where)
                            ? "leave the catch block first, then " + WayOut
                            : WayOut);
  Into.Evidence.push_back(Call.Place.Evidence);
}

} // namespace corolint
