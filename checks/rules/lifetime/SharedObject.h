// The part of coro-dangling-this about tasks of objects that are shared by
// counted pointers which they make themselves.

#ifndef COROLINT_RULES_LIFETIME_SHAREDOBJECT_H
#define COROLINT_RULES_LIFETIME_SHAREDOBJECT_H

#include "rules/Session.h"

namespace corolint {

/// Tasks of a \p Record's members that \p F, one of them or a lambda in one,
/// starts without a strong pointer, and that use the object after a suspension.
void findUnkeptTasks(const clang::FunctionDecl &F,
                     const clang::CXXRecordDecl &Record, RuleContext &Context);

/// True if \p Body takes a strong pointer to its own object, or gets one.
bool keepsItself(const clang::FunctionDecl &Body,
                 const clang::CXXRecordDecl &Record);

/// The first mention of the own object in \p Body after which it has been, or
/// may have been, suspended, at \p Point; null if there is none.
const clang::Stmt *lateUse(const clang::FunctionDecl &Body,
                           RuleContext &Context,
                           std::optional<Suspension> &Point);

} // namespace corolint

#endif
