// What the task that a function returns still needs of what the function was
// given: parameters it has by reference, its object, the closure it is part of.

#ifndef COROLINT_SUMMARY_LATEUSES_H
#define COROLINT_SUMMARY_LATEUSES_H

#include "flow/AcrossSuspension.h"
#include <memory>

namespace corolint {

struct LateUse {
  enum class Of {
    Parameter, ///< a reference, pointer or view
    Object,    ///< `*this` of a member function
    Closure,   ///< the lambda object, for its captures
    Capture,   ///< what a lambda has by reference, or looks into
  } What = Of::Parameter;
  const clang::ParmVarDecl *Parameter = nullptr;
  const clang::FunctionDecl *By = nullptr; ///< the coroutine that uses it
  const clang::Stmt *Use = nullptr;
  /// What the use comes after; nothing if the task is lazy and has not begun.
  std::optional<Suspension> Point;
  std::string Name; ///< of the parameter or capture, "" for `this`
};

/// One per translation unit; remembers what it has seen.
class LateUses {
public:
  explicit LateUses(AsyncModel &Model) : Model(Model) {}

  /// Of each parameter, object or closure the first late use. Empty if \p F
  /// returns no task or its body cannot be seen.
  llvm::ArrayRef<LateUse> of(const clang::FunctionDecl &F);

private:
  std::vector<LateUse> inCoroutine(const clang::FunctionDecl &F);
  std::vector<LateUse> inWrapper(const clang::FunctionDecl &F);

  AsyncModel &Model;
  llvm::DenseMap<const clang::FunctionDecl *,
                 std::unique_ptr<std::vector<LateUse>>>
      Known;
};

/// True if a parameter of type \p T leads to an object of the caller.
bool isBorrowed(clang::QualType T);

} // namespace corolint

#endif
