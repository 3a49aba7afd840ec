// One call, whatever its syntax: function, member, operator, constructor.

#ifndef COROLINT_MODEL_CALLSITE_H
#define COROLINT_MODEL_CALLSITE_H

#include "model/Known.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"

namespace corolint {

struct CallSite {
  const clang::Expr *Node = nullptr;
  const clang::FunctionDecl *Callee = nullptr;
  const clang::Expr *Object = nullptr; ///< of a member call
  const clang::CXXRecordDecl *ObjectClass = nullptr;
  llvm::SmallVector<const clang::Expr *, 4>
      Arguments;        ///< as passed, no defaults
  bool Virtual = false; ///< dispatched at run time: the body is unknown

  /// Arguments are counted from 1, 0 is the object; null if there is none.
  const clang::Expr *argument(ArgumentIndex Index) const {
    if (Index == 0)
      return Object;
    return Index <= Arguments.size() ? Arguments[Index - 1] : nullptr;
  }

  /// Where a message about this call points: the name of what is called.
  clang::SourceLocation where() const;
};

/// How messages mention what \p Site calls: "'fetch'", "the lambda", "the
/// constructor of 'std::ifstream'", of a function object its name.
std::string mention(const CallSite &Site);

/// \p S as a call whose callee is known, or nothing.
std::optional<CallSite> asCall(const clang::Stmt &S);

/// True if \p E is the constant zero: a number, or a duration of zero.
bool isZero(const clang::Expr &E, const clang::ASTContext &Context);

/// The constant integer or enumerator that \p E is, or nothing.
std::optional<uint64_t> constantOf(const clang::Expr &E,
                                   const clang::ASTContext &Context);

/// The function that calling \p E would run: of a lambda or another object
/// with one call operator, of a function, of a local pointer to one that is
/// never changed. Null if that cannot be told.
const clang::FunctionDecl *calledBy(const clang::Expr &E);

} // namespace corolint

#endif
