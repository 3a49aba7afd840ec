// Which types are mutexes and guards, and whose lock they hold.

#ifndef COROLINT_MODEL_LOCKTYPE_H
#define COROLINT_MODEL_LOCKTYPE_H

#include "model/Known.h"
#include <string>

namespace corolint {

struct LockType {
  LockOwner Owner = LockOwner::None;
  std::string Evidence;
  /// It has lock() and unlock() and nothing more: enough inside of a guard, not
  /// enough to take a call of lock() for the lock of a thread.
  bool ByNameOnly = false;
};

/// Tells whether objects of class \p Record are mutexes, and whose.
LockType classifyMutex(const clang::CXXRecordDecl &Record, Known &Facts,
                       clang::ASTContext &Context);

/// Tells whether objects of class \p Record hold a lock while they live.
LockType classifyGuard(const clang::CXXRecordDecl &Record, Known &Facts,
                       clang::ASTContext &Context);

/// The effect of an argument of type \p T on a guard's constructor.
GuardTag guardTag(clang::QualType T, Known &Facts);

} // namespace corolint

#endif
