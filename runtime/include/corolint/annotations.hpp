// What a coroutine library or program promises, said where it is declared.
//
// Each macro states one fact. Clang keeps it as an attribute that corolint
// reads; every other compiler sees nothing. The header needs no library and
// includes nothing, so any project may use it, or copy it.
//
// The meaning of each word, and which check reads it: docs/semantics.md. On a
// template a fact holds for the instances, on a class for what derives from it.

#ifndef COROLINT_ANNOTATIONS_HPP
#define COROLINT_ANNOTATIONS_HPP

#if defined(__clang__) && defined(__has_cpp_attribute)
#if __has_cpp_attribute(clang::annotate)
#define COROLINT_ANNOTATE(...) [[clang::annotate(__VA_ARGS__)]]
#endif
#endif
#ifndef COROLINT_ANNOTATE
/// The attribute itself. Not for use: write the macros below.
#define COROLINT_ANNOTATE(...)
#endif

//===--- Tasks
//-------------------------------------------------------------===//

/// On a class: the return type of lazy coroutines. Nothing happens until it is
/// awaited, spawned or handed on; dropped before that, it never runs.
#define COROLINT_TASK COROLINT_ANNOTATE("corolint::task")

/// On a class: what it stands for is lost when it is dropped without being
/// awaited: an awaiter, a sender.
#define COROLINT_MUST_AWAIT COROLINT_ANNOTATE("corolint::must_await")

/// On a class that must be awaited: its work has begun, and is stopped when it
/// is dropped: the handle of a spawned task.
#define COROLINT_STOPS_IF_DROPPED                                              \
  COROLINT_ANNOTATE("corolint::stops_if_dropped")

/// On a class that must be awaited: its work has begun, and goes on when it is
/// dropped; nobody sees the end of it.
#define COROLINT_RUNS_ON_IF_DROPPED                                            \
  COROLINT_ANNOTATE("corolint::runs_on_if_dropped")

/// On a parameter: the function takes over the duty to await.
#define COROLINT_CONSUMES COROLINT_ANNOTATE("corolint::consumes")

/// On a function: the duty to await ends here, on purpose.
#define COROLINT_DETACHES COROLINT_ANNOTATE("corolint::detaches")

/// On a function that starts work or lets it go, or on the class of a handle
/// that is dropped: nobody who started the work is told if it fails; the
/// exception is thrown away, or only logged.
#define COROLINT_DROPS_FAILURES COROLINT_ANNOTATE("corolint::drops_failures")

//===--- Work that runs elsewhere
//------------------------------------------===//

/// On a parameter: it runs on any thread and may outlive the caller.
#define COROLINT_SPAWNS COROLINT_ANNOTATE("corolint::spawns")

/// On a parameter: it runs on any thread and ends before the caller's scope
/// does. References are fine, what belongs to one thread is not.
#define COROLINT_SPAWNS_SCOPED COROLINT_ANNOTATE("corolint::spawns_scoped")

/// On a parameter: it runs on the caller's thread and may outlive the caller.
#define COROLINT_SPAWNS_LOCAL COROLINT_ANNOTATE("corolint::spawns_local")

/// On a parameter: the callable runs on a thread that may block.
#define COROLINT_OFFLOADS COROLINT_ANNOTATE("corolint::offloads")

/// On a parameter: values local to the task do not go along.
#define COROLINT_NO_CONTEXT COROLINT_ANNOTATE("corolint::no_context")

//===--- Blocking
//----------------------------------------------------------===//

/// On a function, constructor or destructor: may block the calling thread. The
/// text completes the sentence "'f' …": "waits for the disk".
#define COROLINT_BLOCKING(why) COROLINT_ANNOTATE("corolint::blocking", why)

/// On a function or constructor: waits with the thread for async work.
#define COROLINT_JOINS COROLINT_ANNOTATE("corolint::joins")

/// On a function: trusted not to block, whatever it calls.
#define COROLINT_NONBLOCKING COROLINT_ANNOTATE("corolint::nonblocking")

//===--- Suspension
//--------------------------------------------------------===//

/// On a function or awaiter class: its `co_await` may suspend.
#define COROLINT_MAY_SUSPEND COROLINT_ANNOTATE("corolint::may_suspend")

/// On a function or awaiter class: always ready when it is awaited.
#define COROLINT_NEVER_SUSPENDS COROLINT_ANNOTATE("corolint::never_suspends")

/// On a function: notices a request to stop, and lets other tasks run in their
/// turn.
#define COROLINT_CHECKPOINT COROLINT_ANNOTATE("corolint::checkpoint")

/// On a function: to be stopped at its `co_await` loses nothing.
#define COROLINT_CANCEL_SAFE COROLINT_ANNOTATE("corolint::cancel_safe")

/// On a function: to be stopped at its `co_await` loses what the text says.
#define COROLINT_CANCEL_LOSES(what)                                            \
  COROLINT_ANNOTATE("corolint::cancel_loses", what)

/// On a parameter: this coroutine handle is resumed exactly once.
#define COROLINT_RESUMES COROLINT_ANNOTATE("corolint::resumes")

//===--- What is held and shared
//-------------------------------------------===//

/// On a class: a guard whose lock is the thread's. It must not live across a
/// suspension.
#define COROLINT_THREAD_GUARD COROLINT_ANNOTATE("corolint::thread_guard")

/// On a class: a guard whose lock is the task's. It may live across one.
#define COROLINT_TASK_GUARD COROLINT_ANNOTATE("corolint::task_guard")

/// On a class: is used and destroyed on one thread only.
#define COROLINT_THREAD_BOUND COROLINT_ANNOTATE("corolint::thread_bound")

/// On a class: may travel to other threads, whatever its members are.
#define COROLINT_SENDABLE COROLINT_ANNOTATE("corolint::sendable")

/// On a class: its copies share state that is not synchronised.
#define COROLINT_NOT_SENDABLE COROLINT_ANNOTATE("corolint::not_sendable")

/// On a class: fine to hand over, not to be used by two tasks at once.
#define COROLINT_SHARED_UNSYNC COROLINT_ANNOTATE("corolint::shared_unsync")

//===--- How much at once
//--------------------------------------------------===//

/// On a function: runs its arguments at the same time.
#define COROLINT_CONCURRENT COROLINT_ANNOTATE("corolint::concurrent")

/// On a class or function: takes any amount of work without making its source
/// wait.
#define COROLINT_UNBOUNDED COROLINT_ANNOTATE("corolint::unbounded")

#endif // COROLINT_ANNOTATIONS_HPP
