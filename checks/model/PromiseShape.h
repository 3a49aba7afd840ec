// The promise of a coroutine type, and what its members tell.

#ifndef COROLINT_MODEL_PROMISESHAPE_H
#define COROLINT_MODEL_PROMISESHAPE_H

#include "model/Known.h"
#include <optional>
#include <string>

namespace corolint {

struct PromiseShape {
  const clang::CXXRecordDecl *Promise = nullptr;
  Start Starts = Start::Unknown;
  bool Yields = false;             ///< has yield_value
  bool FailureEndsProgram = false; ///< unhandled_exception does not return
  std::string Evidence;
};

/// The promise of coroutines that return \p Record: its promise_type, or that
/// of a specialisation of std::coroutine_traits. Nothing if it has none.
std::optional<PromiseShape> findPromise(const clang::CXXRecordDecl &Record,
                                        Known &Facts,
                                        clang::ASTContext &Context);

/// True if the destructor of \p Record visibly destroys the coroutine.
bool destroysFrame(const clang::CXXRecordDecl &Record, Known &Facts);

/// True if \p Record has a destructor that somebody wrote, elsewhere: what it
/// does to the coroutine, nobody can tell.
bool hasHiddenDestructor(const clang::CXXRecordDecl &Record, Known &Facts);

/// True if the destructor of \p Record visibly resumes the coroutine: it runs
/// when it is dropped.
bool resumesFrame(const clang::CXXRecordDecl &Record, Known &Facts);

/// True if \p Suspend, an await_suspend, visibly destroys the coroutine that
/// awaits.
bool destroysAwaiter(const clang::CXXMethodDecl &Suspend, Known &Facts);

/// True if \p Method visibly does nothing but return the constant \p Value.
bool returnsConstant(const clang::CXXMethodDecl &Method, bool Value,
                     Known &Facts);

} // namespace corolint

#endif
