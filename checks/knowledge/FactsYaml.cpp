// A walker over LLVM's YAML nodes rather than yaml::IO: a user's mistake gets
// its line and column, what was read, for which entry, and what is allowed.

#include "knowledge/FactsYaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

using namespace llvm;

namespace corolint {
namespace {

template <typename T> struct Word {
  StringLiteral Text;
  T Value;
};

constexpr Word<BlockKind> BlockKinds[] = {
    {"sleep", BlockKind::Sleep},          {"wait", BlockKind::Wait},
    {"network", BlockKind::Network},      {"dns", BlockKind::Dns},
    {"process", BlockKind::Process},      {"file", BlockKind::File},
    {"event-loop", BlockKind::EventLoop}, {"lock", BlockKind::Lock},
    {"console", BlockKind::Console},      {"descriptor", BlockKind::Descriptor},
    {"metadata", BlockKind::Metadata}};
constexpr Word<Start> Starts[] = {{"lazy", Start::Lazy},
                                  {"eager", Start::Eager},
                                  {"unknown", Start::Unknown}};
constexpr Word<IfDropped> Drops[] = {{"never-runs", IfDropped::NeverRuns},
                                     {"runs-on", IfDropped::RunsOn},
                                     {"cancels", IfDropped::Cancels},
                                     {"leaks", IfDropped::Leaks}};
constexpr Word<Awaited> Awaits[] = {{"once", Awaited::Once},
                                    {"often", Awaited::Often},
                                    {"ends-coroutine", Awaited::EndsCoroutine}};
constexpr Word<LockOwner> MutexOwners[] = {{"thread", LockOwner::Thread},
                                           {"task", LockOwner::Task}};
/// None stands for "by-mutex" while a guard is read.
constexpr Word<LockOwner> GuardOwners[] = {{"thread", LockOwner::Thread},
                                           {"task", LockOwner::Task},
                                           {"by-mutex", LockOwner::None}};
constexpr Word<GuardTag> Tags[] = {{"defer", GuardTag::Defer},
                                   {"try", GuardTag::Try},
                                   {"adopt", GuardTag::Adopt}};
constexpr Word<std::optional<Sharing>> Sharings[] = {
    {"unsafe", Sharing::Unsafe},
    {"thread-bound", Sharing::ThreadBound},
    {"unshared", Sharing::Unshared},
    {"immutable", Sharing::Immutable},
    {"synchronised", Sharing::Synchronised},
    {"as-arguments", std::nullopt}};
constexpr Word<RunsOn> Places[] = {
    {"other-thread", RunsOn::OtherThread},
    {"same-thread", RunsOn::SameThread},
    {"unknown", RunsOn::Unknown},
    {"executor-argument", RunsOn::ExecutorArgument}};
constexpr Word<RunsOn> Executors[] = {{"other-thread", RunsOn::OtherThread},
                                      {"same-thread", RunsOn::SameThread},
                                      {"unknown", RunsOn::Unknown}};

constexpr Word<ThreadState> ThreadStates[] = {
    {"identity", ThreadState::Identity},
    {"error", ThreadState::Error},
    {"setting", ThreadState::Setting}};

constexpr Word<bool> Languages[] = {{"c", true}, {"c++", false}};

class Reader {
public:
  Reader(StringRef Text, StringRef FileName, KnowledgeFile &File,
         std::vector<std::string> &Errors)
      : FileName(FileName), File(File), Errors(Errors),
        YamlStream(MemoryBufferRef(Text, FileName), Sources, false) {
    Sources.setDiagHandler(collect, this);
  }

  bool read() {
    auto Document = YamlStream.begin();
    if (Document == YamlStream.end() ||
        isa_and_nonnull<yaml::NullNode>(root(*Document)))
      return !YamlStream.failed() && Ok;
    readFile(Document->getRoot());
    if (!YamlStream.failed() && ++Document != YamlStream.end())
      error(root(*Document), "a knowledge file is one document; a second "
                             "begins here");
    return !YamlStream.failed() && Ok;
  }

private:
  static void collect(const SMDiagnostic &D, void *Self) {
    auto *R = static_cast<Reader *>(Self);
    R->report(D.getLineNo(), D.getColumnNo() + 1, D.getMessage());
  }

  static yaml::Node *root(yaml::Document &D) { return D.getRoot(); }

  void report(int Line, int Column, StringRef Message) {
    Ok = false;
    Errors.push_back((Twine(FileName) + ":" + Twine(Line) + ":" +
                      Twine(Column) + ": error: " + Message)
                         .str());
  }

  void error(yaml::Node *At, const Twine &Message) {
    auto [Line, Column] = Sources.getLineAndColumn(At->getSourceRange().Start);
    report(Line, Column, Message.str());
  }

  /// " for 'name'" of the entry that is being read.
  std::string forEntry() const {
    return Entry.empty() ? "" : " for '" + Entry + "'";
  }

  std::optional<std::string> text(yaml::Node *N, StringRef Key) {
    SmallString<64> Buffer;
    if (auto *Scalar = dyn_cast_or_null<yaml::ScalarNode>(N))
      return Scalar->getValue(Buffer).str();
    if (auto *Block = dyn_cast_or_null<yaml::BlockScalarNode>(N))
      return Block->getValue().rtrim().str();
    error(N, "'" + Key + "'" + forEntry() + " is not a text");
    return std::nullopt;
  }

  std::optional<bool> flag(yaml::Node *N, StringRef Key) {
    auto Value = text(N, Key);
    if (!Value)
      return std::nullopt;
    if (*Value == "true" || *Value == "false")
      return *Value == "true";
    error(N, "unknown " + Key + " '" + *Value + "'" + forEntry() +
                 "; expected true or false");
    return std::nullopt;
  }

  std::optional<unsigned> number(yaml::Node *N, StringRef Key) {
    auto Value = text(N, Key);
    unsigned Number = 0;
    if (!Value)
      return std::nullopt;
    if (!StringRef(*Value).getAsInteger(10, Number) && Number < 32)
      return Number;
    error(N,
          "unknown " + Key + " '" + *Value + "'" + forEntry() +
              "; expected an argument number (1 is the first, 0 the object)");
    return std::nullopt;
  }

  std::optional<unsigned> numberOrAll(yaml::Node *N, StringRef Key) {
    auto *Scalar = dyn_cast_or_null<yaml::ScalarNode>(N);
    if (Scalar && Scalar->getRawValue() == "all")
      return AllArguments;
    return number(N, Key);
  }

  template <typename T, size_t Count>
  std::optional<T> word(yaml::Node *N, StringRef Key,
                        const Word<T> (&Words)[Count]) {
    auto Value = text(N, Key);
    if (!Value)
      return std::nullopt;
    for (const Word<T> &W : Words)
      if (W.Text == *Value)
        return W.Value;
    std::string Allowed;
    for (size_t I = 0; I != Count; ++I)
      Allowed += (I == 0           ? ""
                  : I + 1 == Count ? " or "
                                   : ", ") +
                 Words[I].Text.str();
    error(N, "unknown " + Key + " '" + *Value + "'" + forEntry() +
                 "; expected " + Allowed);
    return std::nullopt;
  }

  template <typename Each>
  void sequence(yaml::Node *N, StringRef Key, Each Do) {
    auto *Items = dyn_cast_or_null<yaml::SequenceNode>(N);
    if (!Items)
      return error(N, "'" + Key + "'" + forEntry() + " is not a list");
    for (yaml::Node &Item : *Items)
      Do(&Item);
  }

  template <typename Container>
  void numbers(yaml::Node *N, StringRef Key, Container &Into) {
    sequence(N, Key, [&](yaml::Node *Item) {
      if (auto Index = number(Item, Key))
        Into.push_back(*Index);
    });
  }

  /// Calls \p Do(key, value) for each pair; reports keys for which it answers
  /// false, with \p Allowed, and keys given twice.
  template <typename Each>
  void mapping(yaml::Node *N, StringRef What, StringRef Allowed, Each Do) {
    auto *Pairs = dyn_cast_or_null<yaml::MappingNode>(N);
    if (!Pairs)
      return error(N, What + " is not a mapping of keys to values");
    StringSet<> Seen;
    for (yaml::KeyValueNode &Pair : *Pairs) {
      yaml::Node *KeyNode = Pair.getKey();
      auto Key = KeyNode ? text(KeyNode, "key") : std::nullopt;
      yaml::Node *Value = Pair.getValue();
      if (!Key || !Value)
        return;
      if (!Seen.insert(*Key).second)
        error(KeyNode, "key '" + *Key + "'" + forEntry() + " is given twice");
      else if (!Do(StringRef(*Key), Value)) {
        error(KeyNode, "unknown key '" + *Key + "' in " + What + forEntry() +
                           "; expected one of " + Allowed);
        Value->skip();
      }
    }
  }

  void readFile(yaml::Node *Root) {
    mapping(Root, "a knowledge file",
            "library, language, namespaces, also-known-as, async-mutex, "
            "async-metadata, when-all, cancellation, one-thread, "
            "awaitables-need, "
            "awaitables-free-with, functions, types",
            [&](StringRef Key, yaml::Node *Value) {
              if (Key == "library")
                File.Library = text(Value, Key).value_or("");
              else if (Key == "language")
                File.LanguageC = word(Value, Key, Languages).value_or(false);
              else if (Key == "async-mutex")
                File.AsyncMutex = text(Value, Key).value_or("");
              else if (Key == "async-metadata")
                File.AsyncMetadata = text(Value, Key).value_or("");
              else if (Key == "when-all")
                File.WhenAll = text(Value, Key).value_or("");
              else if (Key == "cancellation")
                readTexts(Value, Key, "class", File.Cancellations);
              else if (Key == "one-thread")
                File.OneThread = flag(Value, Key).value_or(false);
              else if (Key == "awaitables-need")
                readTexts(Value, Key, "identifier", File.AwaitablesNeed);
              else if (Key == "awaitables-free-with")
                readTexts(Value, Key, "identifier", File.AwaitablesFreeWith);
              else if (Key == "namespaces")
                readTexts(Value, Key, "namespace", File.Namespaces);
              else if (Key == "also-known-as")
                sequence(Value, Key, [&](yaml::Node *N) { readAlias(N); });
              else if (Key == "functions")
                sequence(Value, Key, [&](yaml::Node *N) { readFunction(N); });
              else if (Key == "types")
                sequence(Value, Key, [&](yaml::Node *N) { readType(N); });
              else
                return false;
              return true;
            });
  }

  void readTexts(yaml::Node *Value, StringRef Key, StringRef Each,
                 std::vector<std::string> &Into) {
    sequence(Value, Key, [&](yaml::Node *N) {
      if (auto Text = text(N, Each))
        Into.push_back(*Text);
    });
  }

  void readAlias(yaml::Node *N) {
    NamespaceAlias Alias;
    mapping(N, "an alias", "name, as", [&](StringRef Key, yaml::Node *Value) {
      if (Key == "name")
        Alias.Name = text(Value, Key).value_or("");
      else if (Key == "as")
        Alias.As = text(Value, Key).value_or("");
      else
        return false;
      return true;
    });
    if (Alias.Name.empty() || Alias.As.empty())
      return error(N, "an alias needs 'name' and 'as'");
    File.Aliases.push_back(std::move(Alias));
  }

  std::vector<std::string> readNames(yaml::Node *N) {
    std::vector<std::string> Names;
    sequence(N, "names", [&](yaml::Node *Item) {
      if (auto Name = text(Item, "name"))
        Names.push_back(StringRef(*Name).ltrim(':').str());
    });
    Entry = Names.empty() ? "" : Names.front();
    return Names;
  }

  Origin originOf(yaml::Node *N) {
    return {FileName.rsplit('/').second.empty()
                ? FileName.str()
                : FileName.rsplit('/').second.str(),
            Sources.getLineAndColumn(N->getSourceRange().Start).first};
  }

  template <typename Entries, typename ReadKey>
  void readEntry(yaml::Node *N, StringRef What, StringRef Allowed,
                 Entries &Into, ReadKey Read) {
    Entry.clear();
    typename Entries::value_type New;
    New.Fact.From = originOf(N);
    mapping(N, What, Allowed, [&](StringRef Key, yaml::Node *Value) {
      if (Key == "names")
        New.Names = readNames(Value);
      else if (Key == "because")
        New.Fact.Because = text(Value, Key).value_or("");
      else if (Key == "instead")
        New.Fact.Instead = text(Value, Key).value_or("");
      else
        return Read(Key, Value, New.Fact);
      return true;
    });
    if (New.Names.empty())
      error(N, What + " needs 'names', a list of qualified names");
    Into.push_back(std::move(New));
    Entry.clear();
  }

  void readFunction(yaml::Node *N) {
    readEntry(
        N, "a function",
        "names, blocks, joins, only-for-tasks, only-on-results, nonblocking, "
        "unless-zero, "
        "unless-arguments, unless-flag, result-destructor-blocks, spawns, "
        "offloads, "
        "calls, destroys-callables, drops-results, consumes, uses-up, "
        "detaches, "
        "discardable, drops-failures, acquires, "
        "releases, tries, "
        "keeps-locked, never-suspends, gives-ready, hops, thread-state, "
        "expects-failure, defines-tests, because, instead",
        File.Functions,
        [&](StringRef Key, yaml::Node *Value, FunctionFact &Fact) {
          if (Key == "blocks")
            Fact.Blocks = word(Value, Key, BlockKinds);
          else if (Key == "joins")
            Fact.Joins = flag(Value, Key).value_or(false);
          else if (Key == "only-for-tasks")
            Fact.OnlyForTasks = flag(Value, Key).value_or(false);
          else if (Key == "only-on-results")
            Fact.OnlyOnResults = flag(Value, Key).value_or(false);
          else if (Key == "nonblocking")
            Fact.NonBlocking = flag(Value, Key).value_or(false);
          else if (Key == "unless-zero")
            Fact.UnlessZero = number(Value, Key);
          else if (Key == "unless-arguments")
            Fact.UnlessArguments = number(Value, Key);
          else if (Key == "unless-flag")
            Fact.UnlessFlag = readFlag(Value);
          else if (Key == "result-destructor-blocks")
            Fact.ResultDestructorBlocks = word(Value, Key, BlockKinds);
          else if (Key == "spawns")
            sequence(Value, Key,
                     [&](yaml::Node *S) { readSpawn(S, Fact.Spawns); });
          else if (Key == "offloads")
            numbers(Value, Key, Fact.Offloads);
          else if (Key == "calls")
            numbers(Value, Key, Fact.Calls);
          else if (Key == "destroys-callables")
            numbers(Value, Key, Fact.DestroysCallables);
          else if (Key == "drops-results")
            Fact.DropsResults = flag(Value, Key).value_or(false);
          else if (Key == "consumes")
            numbers(Value, Key, Fact.Consumes);
          else if (Key == "uses-up")
            Fact.UsesUp = number(Value, Key);
          else if (Key == "detaches")
            Fact.Detaches = flag(Value, Key).value_or(false);
          else if (Key == "discardable")
            Fact.Discardable = flag(Value, Key).value_or(false);
          else if (Key == "drops-failures")
            Fact.DropsFailures = flag(Value, Key).value_or(false);
          else if (Key == "acquires")
            Fact.Acquires = numberOrAll(Value, Key);
          else if (Key == "releases")
            Fact.Releases = number(Value, Key);
          else if (Key == "hops")
            Fact.Hops = flag(Value, Key).value_or(false);
          else if (Key == "thread-state")
            Fact.OfThread = word(Value, Key, ThreadStates);
          else if (Key == "expects-failure")
            Fact.ExpectsFailure = flag(Value, Key).value_or(false);
          else if (Key == "defines-tests")
            Fact.DefinesTests = flag(Value, Key).value_or(false);
          else if (Key == "tries")
            Fact.Tries = number(Value, Key);
          else if (Key == "keeps-locked")
            Fact.KeepsLocked = number(Value, Key);
          else if (Key == "never-suspends")
            Fact.NeverSuspends = flag(Value, Key).value_or(false);
          else if (Key == "gives-ready")
            Fact.GivesReady = flag(Value, Key).value_or(false);
          else
            return false;
          return true;
        });
  }

  std::optional<FlagFact> readFlag(yaml::Node *N) {
    FlagFact Flag;
    mapping(N, "unless-flag", "argument, flag",
            [&](StringRef Key, yaml::Node *Value) {
              if (Key == "argument")
                Flag.Argument = number(Value, Key).value_or(1);
              else if (Key == "flag")
                Flag.Flag = number(Value, Key).value_or(0);
              else
                return false;
              return true;
            });
    if (!Flag.Flag)
      error(N, "unless-flag" + forEntry() + " needs 'argument' and 'flag'");
    return Flag;
  }

  void readSpawn(yaml::Node *N, SmallVectorImpl<SpawnFact> &Into) {
    SpawnFact Spawn;
    mapping(N, "a spawn",
            "argument, runs-on, executor, scoped, and-rest, gives-back",
            [&](StringRef Key, yaml::Node *Value) {
              if (Key == "argument")
                Spawn.Argument = number(Value, Key).value_or(1);
              else if (Key == "runs-on")
                Spawn.Where =
                    word(Value, Key, Places).value_or(RunsOn::Unknown);
              else if (Key == "executor")
                Spawn.Executor = number(Value, Key).value_or(0);
              else if (Key == "scoped")
                Spawn.Scoped = flag(Value, Key).value_or(false);
              else if (Key == "and-rest")
                Spawn.AndRest = flag(Value, Key).value_or(false);
              else if (Key == "gives-back")
                Spawn.GivesBack = flag(Value, Key).value_or(false);
              else
                return false;
              return true;
            });
    Into.push_back(Spawn);
  }

  void readType(yaml::Node *N) {
    readEntry(N, "a type",
              "names, task, dropped, must-await, discardable, never-suspends, "
              "awaited, starts-empty, empty-is-ready, mutex, "
              "guard, guard-tag, sharing, destructor-blocks, executor, "
              "may-block, defines-tests, shares-itself, error, "
              "drops-failures, because, instead",
              File.Types,
              [&](StringRef Key, yaml::Node *Value, TypeFact &Fact) {
                if (Key == "task")
                  Fact.TaskStart = word(Value, Key, Starts);
                else if (Key == "dropped")
                  Fact.TaskDropped = word(Value, Key, Drops);
                else if (Key == "must-await")
                  Fact.MustAwait = flag(Value, Key).value_or(false);
                else if (Key == "discardable")
                  Fact.Discardable = flag(Value, Key).value_or(false);
                else if (Key == "never-suspends")
                  Fact.NeverSuspends = flag(Value, Key).value_or(false);
                else if (Key == "awaited")
                  Fact.OnAwait = word(Value, Key, Awaits);
                else if (Key == "starts-empty")
                  Fact.StartsEmpty = flag(Value, Key).value_or(false);
                else if (Key == "empty-is-ready")
                  Fact.EmptyIsReady = flag(Value, Key).value_or(false);
                else if (Key == "mutex")
                  Fact.Mutex = word(Value, Key, MutexOwners);
                else if (Key == "guard")
                  readGuard(Value, Fact);
                else if (Key == "guard-tag")
                  Fact.Tag = word(Value, Key, Tags).value_or(GuardTag::None);
                else if (Key == "sharing")
                  readSharing(Value, Fact);
                else if (Key == "destructor-blocks")
                  Fact.DestructorBlocks = word(Value, Key, BlockKinds);
                else if (Key == "executor")
                  Fact.Executor = word(Value, Key, Executors);
                else if (Key == "may-block")
                  Fact.MayBlock = flag(Value, Key).value_or(false);
                else if (Key == "defines-tests")
                  Fact.DefinesTests = flag(Value, Key).value_or(false);
                else if (Key == "shares-itself")
                  Fact.SharesItself = flag(Value, Key).value_or(false);
                else if (Key == "error")
                  Fact.Error = flag(Value, Key).value_or(false);
                else if (Key == "drops-failures")
                  Fact.DropsFailures = flag(Value, Key).value_or(false);
                else
                  return false;
                return true;
              });
  }

  void readGuard(yaml::Node *Value, TypeFact &Fact) {
    auto Owner = word(Value, "guard", GuardOwners);
    if (!Owner)
      return;
    if (*Owner == LockOwner::None)
      Fact.GuardByMutex = true;
    else
      Fact.Guard = Owner;
  }

  void readSharing(yaml::Node *Value, TypeFact &Fact) {
    auto Rank = word(Value, "sharing", Sharings);
    if (!Rank)
      return;
    Fact.Share = *Rank;
    Fact.ShareOfArguments = !Rank->has_value();
  }

  StringRef FileName;
  KnowledgeFile &File;
  std::vector<std::string> &Errors;
  SourceMgr Sources;
  yaml::Stream YamlStream;
  std::string Entry;
  bool Ok = true;
};

} // namespace

bool parseKnowledge(StringRef Text, StringRef FileName, KnowledgeFile &File,
                    std::vector<std::string> &Errors) {
  return Reader(Text, FileName, File, Errors).read();
}

} // namespace corolint
