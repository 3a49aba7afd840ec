// What a type is to a coroutine: a task, a generator, an awaitable, a sender.
// Recognised by the shape that the C++ standard gives these things
// (coroutine_traits, the three awaiter members, operator co_await) and, where
// shape does not tell, by knowledge. Unknown is an answer.

#ifndef COROLINT_MODEL_ASYNCTYPE_H
#define COROLINT_MODEL_ASYNCTYPE_H

#include "model/Known.h"
#include <string>

namespace corolint {

enum class AsyncKind {
  None,
  Task,      ///< returned by coroutines and awaited
  Detached,  ///< returned by coroutines, cannot be awaited: fire and forget
  Generator, ///< returned by coroutines that yield; synchronous
  Awaitable, ///< can be awaited, is not the return type of a coroutine
  Sender,    ///< std::execution: lazy by definition
};

struct AsyncType {
  AsyncKind Kind = AsyncKind::None;
  Start Starts = Start::Unknown;
  IfDropped Dropped = IfDropped::Unknown;
  /// Dropping an object of this type without awaiting it loses something.
  bool MustAwait = false;
  /// Awaiting it goes on at once or ends the coroutine (expected-like types):
  /// the coroutine never leaves its thread.
  bool ShortCircuits = false;
  const clang::CXXRecordDecl *Record = nullptr;
  std::string Evidence; ///< "lazy: initial_suspend returns suspend_always"
  std::string Instead;  ///< the library's way to await it; may be empty

  /// It has begun, and goes on when it is dropped, for all that is known.
  bool mayRunOn() const {
    return Dropped == IfDropped::RunsOn ||
           (Starts == Start::Eager && Dropped == IfDropped::Unknown);
  }
  bool isAwaitable() const {
    return Kind == AsyncKind::Task || Kind == AsyncKind::Awaitable;
  }
};

/// Answers for \p T without references and cv; None for what is no class.
AsyncType classifyAsync(clang::QualType T, Known &Facts,
                        clang::ASTContext &Context);

/// True if \p Record has await_ready, await_suspend and await_resume.
bool isAwaiter(const clang::CXXRecordDecl &Record);

} // namespace corolint

#endif
