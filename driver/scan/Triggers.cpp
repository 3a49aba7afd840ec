#include "Triggers.h"

using namespace llvm;

namespace corolint {

/// All members of an awaiter count as one word: who inherits some of them
/// writes only others.
static constexpr StringLiteral AwaiterMember = "await_";

static constexpr StringLiteral LanguageWords[] = {
    "co_await", "co_yield", "co_return", AwaiterMember, "promise_type",
    "coroutine_traits", "coroutine_handle", "sender_concept",
    "completion_signatures",
    // Members of a promise, which may inherit the others.
    "get_return_object", "initial_suspend", "final_suspend", "return_value",
    "return_void", "unhandled_exception"};

/// co_await: the operator.
static constexpr StringLiteral ShapeWords[] = {
    "co_await",         "promise_type",   AwaiterMember,
    "coroutine_traits", "sender_concept", "completion_signatures"};

/// True if the fact makes code reportable that is no coroutine.
static bool isSpawn(const FunctionFact &Fact) {
  return any_of(Fact.Spawns, [](const SpawnFact &Spawn) {
    return Spawn.Where == RunsOn::OtherThread ||
           Spawn.Where == RunsOn::ExecutorArgument;
  });
}
static bool isAwaitable(const TypeFact &Fact) {
  return Fact.TaskStart || Fact.MustAwait;
}

unsigned Triggers::add(StringRef Word) {
  auto [It, IsNew] = Numbers.try_emplace(Word, Words.size());
  if (IsNew)
    Words.push_back(Word.str());
  return It->second;
}

void Triggers::addName(StringRef QualifiedName, std::vector<Name> &Into) {
  SmallVector<StringRef, 4> Parts;
  QualifiedName.split(Parts, "::");
  // An operator is used without its name.
  const bool IsOperator = Parts.back().starts_with("operator");
  if (IsOperator)
    Parts.pop_back();
  SmallVector<unsigned, 4> Numbered;
  bool IsPattern = false;
  for (StringRef Part : Parts) {
    IsPattern = Part.contains('*');
    if (!IsPattern && !Part.empty())
      Numbered.push_back(add(Part));
  }
  Name New;
  New.IsAnywhere = IsOperator || IsPattern || Numbered.empty();
  // A name that is nothing but a star is one of everything.
  New.Last = Numbered.empty() ? add("") : Numbered.pop_back_val();
  New.Outer.assign(Numbered.begin(), Numbered.end());
  Into.push_back(std::move(New));
}

Triggers::Triggers(const KnowledgeBase &Base) {
  for (StringRef Word : LanguageWords)
    add(Word);
  Base.forEachFunction([&](StringRef Name, const FunctionFact &Fact) {
    if (isSpawn(Fact))
      addName(Name, Functions);
  });
  Base.forEachType([&](StringRef Name, const TypeFact &Fact) {
    if (isAwaitable(Fact))
      addName(Name, Types);
  });
  Base.forEachLibrary([&](StringRef, const KnowledgeBase::Library &Known) {
    for (const auto *List : {&Known.AwaitablesNeed, &Known.AwaitablesFreeWith})
      for (StringRef Word : *List)
        add(Word);
  });
  // From here on the number of words is known.
  Language = Shapes = none();
  for (StringRef Word : LanguageWords)
    Language.set(word(Word));
  for (StringRef Word : ShapeWords)
    Shapes.set(word(Word));
  Base.forEachLibrary([&](StringRef, const KnowledgeBase::Library &Known) {
    Library &New = Libraries.try_emplace(Known.Name, Library{none(), none()})
                       .first->second;
    for (StringRef Word : Known.AwaitablesNeed)
      New.Need.set(word(Word));
    for (StringRef Word : Known.AwaitablesFreeWith)
      New.FreeWith.set(word(Word));
  });
}

int Triggers::word(StringRef Identifier) const {
  if (Identifier.starts_with(AwaiterMember))
    Identifier = AwaiterMember;
  auto It = Numbers.find(Identifier);
  return It == Numbers.end() ? -1 : int(It->second);
}

WordSet Triggers::possible(ArrayRef<Name> Names, const WordSet &Seen) const {
  WordSet Found = none();
  for (const Name &Each : Names)
    if (all_of(Each.Outer, [&](unsigned Word) { return Seen[Word]; }))
      Found.set(Each.Last);
  return Found;
}

WordSet Triggers::ofFacts(const WordSet &Seen) const {
  WordSet Found = possible(Functions, Seen);
  Found |= possible(Types, Seen);
  return Found;
}

bool Triggers::anyUnnamed(const WordSet &Seen) const {
  auto IsSeen = [&](const Name &Each) {
    return Each.IsAnywhere && (Seen[Each.Last] || Words[Each.Last].empty()) &&
           all_of(Each.Outer, [&](unsigned Word) { return Seen[Word]; });
  };
  return any_of(Functions, IsSeen) || any_of(Types, IsSeen);
}

WordSet Triggers::ofTypes(const WordSet &Seen) const {
  return possible(Types, Seen);
}

} // namespace corolint
