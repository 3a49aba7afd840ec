// Qualified names in the form in which knowledge files spell them.

#ifndef COROLINT_MODEL_NAMES_H
#define COROLINT_MODEL_NAMES_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include <string>

namespace corolint {

/// "std::future::wait": no template arguments, no inline or anonymous
/// namespaces. A constructor is named like a member, a destructor with '~'.
std::string qualifiedName(const clang::NamedDecl &D);

/// The last part of that name: "wait", "operator<<", "~jthread".
std::string unqualifiedName(const clang::NamedDecl &D);

/// How messages mention a function: "'fetch'", "the lambda".
std::string mention(const clang::NamedDecl &D);

/// How messages spell a type: as written where it was, without `class`; with
/// its arguments where they were deduced.
std::string spoken(clang::QualType T, const clang::ASTContext &Context);

} // namespace corolint

#endif
