// Small answers about Clang's AST that every layer above needs.

#ifndef COROLINT_SUPPORT_ASTWALK_H
#define COROLINT_SUPPORT_ASTWALK_H

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace corolint {

/// \p E without parentheses, implicit nodes, value-preserving casts and calls
/// of std::move and std::forward.
const clang::Expr *stripped(const clang::Expr *E);

/// True if \p E is written as a call of std::move.
bool isMove(const clang::Expr *E);

/// The variable that \p E names after stripping, or null.
const clang::VarDecl *namedVariable(const clang::Expr *E);

/// True if the local variable \p V may be given another value after its
/// initialiser: it is assigned to, counted, bound to a reference, or its
/// address is taken.
bool isChanged(const clang::VarDecl &V);

/// The branch of \p If that exists: of an `if constexpr` with a known condition
/// the one that is taken (null if there is none), nothing if both exist.
std::optional<const clang::Stmt *> onlyBranch(const clang::IfStmt &If);

/// Visits \p S and what is evaluated with it, in source order: no unevaluated
/// operands, no bodies of nested lambdas or classes, no discarded branches of
/// `if constexpr`, of a co_await only its operand. An answer of false from
/// \p Visit skips the children.
void walkEvaluated(const clang::Stmt *S,
                   llvm::function_ref<bool(const clang::Stmt *)> Visit);

/// Calls \p Visit with the parts of \p S that walkEvaluated() goes into; a part
/// may be null.
void forEachEvaluated(const clang::Stmt &S,
                      llvm::function_ref<void(const clang::Stmt *)> Visit);

/// The body as written: for a coroutine without its generated parts.
const clang::Stmt *writtenBody(const clang::FunctionDecl &F);

/// True if the body of \p F has co_await, co_yield or co_return.
bool isCoroutine(const clang::FunctionDecl &F);

/// What decides where \p S goes on, of an if, a loop, a switch or a choice;
/// null if it has no condition.
const clang::Expr *conditionOf(const clang::Stmt &S);

/// True if something evaluated in \p S names \p D, as a capture too; of a
/// structured binding, also one of its parts.
bool mentions(const clang::Stmt &S, const clang::ValueDecl &D);

/// True if \p Where is in a catch block of \p F, where nothing can be awaited.
bool isInHandler(const clang::FunctionDecl &F, clang::SourceLocation Where);

/// True if \p D is in a system header.
bool isInSystemHeader(const clang::Decl &D);

/// True if \p D belongs to namespace std or to a part of it.
bool isOfStandardLibrary(const clang::Decl &D);

/// The first template argument of \p Record if that is a type, as the `T` of
/// std::shared_ptr<T> or task<T>; null otherwise.
clang::QualType firstTypeArgument(const clang::CXXRecordDecl *Record);

/// True if a block of \p F around \p Where ends with a call that does not
/// return, such as `_exit` in a forked child.
bool endsTheProgram(const clang::FunctionDecl &F, clang::SourceLocation Where);

/// What \p S awaits or yields, also in a template; null if it does neither.
const clang::Expr *awaitedOperand(const clang::Stmt &S);

/// The class that \p T names, through references and pointers if \p Through.
const clang::CXXRecordDecl *recordOf(clang::QualType T, bool Through = false);

/// \p Record as it is written: of an instance its template.
const clang::CXXRecordDecl &writtenClass(const clang::CXXRecordDecl &Record);

/// Calls \p Visit for \p Record and its bases, derived first, until it
/// answers false. Returns false if it did. For a base that depends on template
/// parameters its primary template stands in.
bool forSelfAndBases(
    const clang::CXXRecordDecl &Record,
    llvm::function_ref<bool(const clang::CXXRecordDecl &)> Visit);

/// The first member function called \p Name of \p Record or its bases for which
/// \p Accept holds, or null. Sees through member templates.
const clang::CXXMethodDecl *findMethod(
    const clang::CXXRecordDecl &Record, llvm::StringRef Name,
    llvm::function_ref<bool(const clang::CXXMethodDecl &)> Accept =
        [](const clang::CXXMethodDecl &) { return true; });

/// True if `->` can be written behind a \p Record: smart pointers, iterators.
bool hasArrow(const clang::CXXRecordDecl &Record);

/// "file.h:12", the form in which evidence names a place.
std::string shortPlace(clang::SourceLocation Where,
                       const clang::SourceManager &Sources);

} // namespace corolint

#endif
