// Qualified names in the form in which knowledge files spell them.

#ifndef COROLINT_MODEL_NAMES_H
#define COROLINT_MODEL_NAMES_H

#include "clang/AST/Decl.h"
#include <string>

namespace corolint {

/// "std::future::wait": no template arguments, no inline or anonymous
/// namespaces. A constructor is named like a member, a destructor with '~'.
std::string qualifiedName(const clang::NamedDecl &D);

/// How messages name a function: "fetch", "operator<<", "~jthread".
std::string spokenName(const clang::NamedDecl &D);

} // namespace corolint

#endif
