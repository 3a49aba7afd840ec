// The only place that knows which LLVM it is built against. Each entry says
// what changed and when; the rest of the repository uses the new spelling.

#ifndef COROLINT_SUPPORT_LLVMCOMPAT_H
#define COROLINT_SUPPORT_LLVMCOMPAT_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/Config/llvm-config.h"

namespace corolint::compat {

inline constexpr int LlvmMajor = LLVM_VERSION_MAJOR;

/// [[clang::blocking]] / [[clang::nonblocking]] became part of the function's
/// type in 19; 16 has no such attribute.
enum class DeclaredEffect { None, Blocking, NonBlocking };

inline DeclaredEffect declaredEffect(const clang::FunctionDecl &F) {
#if LLVM_VERSION_MAJOR >= 19
  const auto *Type = F.getType()->getAs<clang::FunctionProtoType>();
  if (!Type)
    return DeclaredEffect::None;
  for (const auto &Effect : Type->getFunctionEffects()) {
    if (Effect.Effect.kind() == clang::FunctionEffect::Kind::Blocking)
      return DeclaredEffect::Blocking;
    if (Effect.Effect.kind() == clang::FunctionEffect::Kind::NonBlocking)
      return DeclaredEffect::NonBlocking;
  }
#endif
  return DeclaredEffect::None;
}

} // namespace corolint::compat

#endif
