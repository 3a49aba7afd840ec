// Places that others can reach while a coroutine is suspended: members of
// `*this`, variables of static storage, and what a reference, a pointer or a
// shared handle leads to. What only this frame owns is none.

#ifndef COROLINT_FLOW_SHAREDPLACE_H
#define COROLINT_FLOW_SHAREDPLACE_H

#include "clang/AST/ExprCXX.h"
#include <optional>
#include <string>

namespace corolint {

struct SharedPlace {
  enum class By { This, Static, Parameter, Pointer } Root = By::This;
  /// The member, variable or parameter that the place is called by.
  const clang::ValueDecl *What = nullptr;
  clang::QualType Type;
  std::string Spoken; ///< "Server.Clients"
};

/// The place that \p E is, or nothing if it is not known to be one.
std::optional<SharedPlace> sharedPlace(const clang::Expr &E);

/// How \p E reaches what it is a part of, or nothing if it is this frame's own.
std::optional<SharedPlace::By> sharedRoot(const clang::Expr &E);

/// The member or variable that \p E is called by, whoever it belongs to; null
/// if it is computed. Sees through local references and plain getters.
const clang::ValueDecl *calledPlace(const clang::Expr &E);

/// True if \p Call does nothing but give a member of its object.
bool isGetter(const clang::CXXMemberCallExpr &Call);

/// One key for a declaration and its instances.
clang::SourceLocation placeKey(const clang::ValueDecl &D);

} // namespace corolint

#endif
