// Which object an expression stands for, also through references, pointers,
// iterators and views that are made once and never set anew.

#ifndef COROLINT_FLOW_LOANS_H
#define COROLINT_FLOW_LOANS_H

#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace corolint {

/// A local variable or `*this`, a member of it, or what it contains.
struct Place {
  const clang::VarDecl *Root = nullptr; ///< null: `*this`
  llvm::SmallVector<const clang::FieldDecl *, 2> Fields;
  bool Elements = false; ///< which of the elements is not known

  /// True if one is the other or a part of it; of two elements nobody knows.
  bool overlaps(const Place &Other) const;
};

/// What a variable lets its holder reach in another object.
struct Loan {
  enum class By { Reference, Pointer, View } How = By::Reference;
  Place Of;
};

class Loans {
public:
  /// The place that \p E is. \p Mention is set to the variable or `this` that
  /// it begins with: one for all parts of the same expression.
  std::optional<Place> placeOf(const clang::Expr &E,
                               const clang::Expr *&Mention);

  /// What \p V reaches, if it is a reference, or a pointer or view that keeps
  /// its first value.
  std::optional<Loan> loanOf(const clang::VarDecl &V);

  /// What a pointer, iterator or view with the value \p E reaches.
  std::optional<Loan> viewed(const clang::Expr &E);

  /// Takes \p P to have been passed \p L, until forget() is called.
  void pass(const clang::ParmVarDecl &P, Loan L) { Passed[&P] = std::move(L); }
  void forget() {
    Passed.clear();
    Known.clear(); // some of it may follow from what was passed
  }

private:
  /// What the pointer or view \p E leads to when it is followed.
  std::optional<Place> followed(const clang::Expr &E,
                                const clang::Expr *&Mention);
  std::optional<Loan> lookInto(const clang::Expr &Lent, bool AsOne);

  llvm::DenseMap<const clang::VarDecl *, std::optional<Loan>> Known;
  llvm::DenseMap<const clang::VarDecl *, Loan> Passed;
};

/// True if \p Method of a container changes the container itself: it is not
/// const, and has no overload that is.
bool changesItsObject(const clang::CXXMethodDecl &Method);

} // namespace corolint

#endif
