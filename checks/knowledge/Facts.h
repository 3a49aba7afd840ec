// What a library promises about its functions and types, as plain data.
// Read from YAML (FactsYaml) or from annotations in the source; this header
// knows nothing of Clang's AST. docs/internals/knowledge.md explains each key.

#ifndef COROLINT_KNOWLEDGE_FACTS_H
#define COROLINT_KNOWLEDGE_FACTS_H

#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>

namespace corolint {

/// What a blocking call waits for. The rules let users switch kinds on and off.
enum class BlockKind {
  Sleep,      ///< for time to pass
  Wait,       ///< for another thread
  Network,    ///< for a peer
  Dns,        ///< for a name server
  Process,    ///< for a child process
  File,       ///< for storage
  EventLoop,  ///< runs an event loop inside this one
  Lock,       ///< for a mutex, usually short
  Console,    ///< for a terminal, usually short
  Descriptor, ///< only if the descriptor is in blocking mode, which is unknown
  Metadata,   ///< for names and attributes of files, usually in memory
};

/// When the body of a coroutine begins to run.
enum class Start { Unknown, Lazy, Eager };

/// What becomes of the work when the object that stands for it is dropped.
enum class IfDropped {
  Unknown,
  NeverRuns, ///< lazy: nothing was started
  RunsOn,    ///< goes on, but nobody sees its failure
  Cancels,   ///< stops the work at its next suspension
  Leaks,     ///< the frame is never freed
};

/// What becomes of an object that is awaited.
enum class Awaited {
  Once,          ///< the first co_await takes it, also from an lvalue
  Often,         ///< every co_await gives the result again
  EndsCoroutine, ///< whoever awaits it never goes on
};

/// Whose lock a mutex or guard is.
enum class LockOwner {
  None,
  Thread, ///< must be released by the thread that acquired it
  Task,   ///< belongs to the coroutine; fine across a suspension
};

/// How far a value may travel between threads; ordered, smaller is worse.
enum class Sharing {
  Unsafe,       ///< even copies share state that is not synchronised
  ThreadBound,  ///< used and destroyed on one thread only
  Unshared,     ///< an ordinary value: fine to hand over, not to share
  Immutable,    ///< never changes; fine to share
  Synchronised, ///< does its own locking
};

/// What a function tells of the thread that calls it, or sets for it.
enum class ThreadState {
  Identity, ///< which thread it is
  Error,    ///< what the last call on it left behind
  Setting,  ///< what holds on it from then on
};

/// Where spawned work runs, seen from the thread that spawns it.
enum class RunsOn { Unknown, OtherThread, SameThread, ExecutorArgument };

/// Arguments are counted from 1; 0 is the object of a member call.
using ArgumentIndex = unsigned;
inline constexpr ArgumentIndex AllArguments = ~0u;

struct Origin {
  std::string File;
  unsigned Line = 0;

  /// "posix.yaml:14", the form in which --why prints it.
  std::string str() const { return File + ":" + std::to_string(Line); }
};

struct SpawnFact {
  ArgumentIndex Argument = 1;
  RunsOn Where = RunsOn::Unknown;
  ArgumentIndex Executor = 0; ///< with RunsOn::ExecutorArgument
  bool Scoped = false;        ///< joined before the spawning scope ends
  bool AndRest = false;       ///< the arguments after it travel along
  bool GivesBack = false;     ///< its result travels back to the caller
};

/// A bit of an integer or enumeration argument.
struct FlagFact {
  ArgumentIndex Argument = 1;
  unsigned Flag = 0;
};

struct FunctionFact {
  Origin From;
  std::string Because; ///< completes "…; it <because>"
  std::string Instead; ///< the way out, imperative

  std::optional<BlockKind> Blocks;
  bool Joins = false;         ///< waits synchronously for async work
  bool OnlyForTasks = false;  ///< holds only if an argument is a task
  bool OnlyOnResults = false; ///< holds only on what a call has just returned
  bool NonBlocking = false;   ///< trusted; call chains stop here
  std::optional<ArgumentIndex> UnlessZero; ///< silent if that argument is 0
  std::optional<unsigned> UnlessArguments; ///< silent with that many arguments
  std::optional<FlagFact> UnlessFlag;      ///< silent unless known to lack it
  bool LanguageC = false; ///< names a C function, not any function so called
  std::optional<BlockKind> ResultDestructorBlocks;

  llvm::SmallVector<SpawnFact, 1> Spawns;
  llvm::SmallVector<ArgumentIndex, 1> Offloads; ///< run where blocking is fine
  llvm::SmallVector<ArgumentIndex, 1> Calls;    ///< calls it before it returns
  /// Destroys it when it has returned, not when the task it returned is done.
  llvm::SmallVector<ArgumentIndex, 1> DestroysCallables;
  bool DropsResults = false; ///< what its callables return is thrown away
  llvm::SmallVector<ArgumentIndex, 1>
      Consumes; ///< takes over the duty to await
  /// Takes what that task stands for: nothing is left in it to await.
  std::optional<ArgumentIndex> UsesUp;
  bool Detaches = false;    ///< ends the duty to await, on purpose
  bool Discardable = false; ///< its result may be dropped
  /// Nobody who started the work is told if it fails.
  bool DropsFailures = false;

  std::optional<ArgumentIndex> Acquires;
  std::optional<ArgumentIndex> Releases;
  std::optional<ArgumentIndex> Tries;
  std::optional<ArgumentIndex> KeepsLocked; ///< unlocks and locks again inside
  bool NeverSuspends = false; ///< what it returns is ready when awaited
  bool GivesReady = false;    ///< awaiting what it returns gives ready results
  bool Hops = false; ///< awaiting it moves the coroutine to another executor
  std::optional<ThreadState> OfThread; ///< it is about the calling thread
  bool ExpectsFailure = false; ///< its argument is there to fail, in a test
  bool DefinesTests = false;   ///< a macro that only unit tests use
};

/// How a guard's constructor tag changes what the constructor does.
enum class GuardTag { None, Defer, Try, Adopt };

struct TypeFact {
  Origin From;
  std::string Because;
  std::string Instead;

  std::optional<Start> TaskStart;
  std::optional<IfDropped> TaskDropped;
  bool MustAwait = false;         ///< an awaitable that is lost when dropped
  bool Discardable = false;       ///< dropping it is fine
  bool NeverSuspends = false;     ///< awaiting it never suspends
  std::optional<Awaited> OnAwait; ///< what becomes of one that is awaited
  bool StartsEmpty = false;  ///< its default constructor puts no work into it
  bool EmptyIsReady = false; ///< awaiting an empty one goes on at once
  std::optional<LockOwner> Mutex; ///< the type is a mutex
  std::optional<LockOwner> Guard; ///< the type holds a lock for its lifetime
  bool GuardByMutex = false; ///< a guard; its template arguments tell whose
  GuardTag Tag = GuardTag::None;
  std::optional<Sharing> Share;
  bool ShareOfArguments = false; ///< as its template arguments share
  std::optional<BlockKind> DestructorBlocks;
  std::optional<RunsOn> Executor; ///< work given to it runs there
  bool MayBlock = false;          ///< an executor that is there for what blocks
  bool SharesItself =
      false;          ///< its objects make counted pointers to themselves
  bool Error = false; ///< says whether something failed
  bool DefinesTests = false; ///< what derives from it is a unit test
  /// Nobody is told if the work fails that it is given to, or that it drops.
  bool DropsFailures = false;
};

} // namespace corolint

#endif
