// Facts about a declaration: annotations in the source first, then knowledge
// files (the user's before the bundled ones).

#ifndef COROLINT_MODEL_KNOWN_H
#define COROLINT_MODEL_KNOWN_H

#include "knowledge/KnowledgeBase.h"
#include "model/ForeignCode.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseMap.h"
#include <deque>

namespace corolint {

/// Not thread-safe: one per translation unit.
class Known {
public:
  Known(const clang::ASTContext &Context, const KnowledgeBase &Base)
      : Context(Context), Base(Base),
        Foreign(Context.getSourceManager(), Base) {}

  using FunctionFacts = KnowledgeBase::FunctionFacts;
  using TypeFacts = KnowledgeBase::TypeFacts;

  /// Facts about \p F when called on an object of class \p Object (null if it
  /// is not a member call): members are also found under that class and its
  /// bases. Strongest first.
  const FunctionFacts &function(const clang::FunctionDecl &F,
                                const clang::CXXRecordDecl *Object = nullptr);

  /// Facts about the class \p Record, its own before those of its bases.
  const TypeFacts &type(const clang::CXXRecordDecl &Record);

  /// Facts about the class \p Record alone.
  TypeFacts ownType(const clang::CXXRecordDecl &Record);

  /// The first fact of \p Record for which \p Aspect holds, or null.
  template <typename Predicate>
  const TypeFact *firstType(const clang::CXXRecordDecl &Record,
                            Predicate Aspect) {
    for (const TypeFact *Fact : type(Record))
      if (Aspect(*Fact))
        return Fact;
    return nullptr;
  }

  /// Facts about the macro \p Name.
  FunctionFacts macro(llvm::StringRef Name) const {
    return Base.function(Name);
  }

  /// The code of others.
  ForeignCode &foreign() { return Foreign; }

  /// The definition of \p F with a body that every host has parsed, or null: a
  /// host may skip those of foreign code, and of an instantiation without a
  /// body the pattern serves.
  const clang::FunctionDecl *readableDefinition(const clang::FunctionDecl &F);

  /// True if \p D lies in a namespace of a library that knowledge files speak
  /// for: its bodies are opaque.
  bool isOpaque(const clang::NamedDecl &D);

  /// The readableDefinition() of \p F that says what a call of it does, or
  /// null: facts speak for what isOpaque().
  const clang::FunctionDecl *definitionToFollow(const clang::FunctionDecl &F) {
    return isOpaque(F) ? nullptr : readableDefinition(F);
  }

  /// The library \p D belongs to, or null.
  const KnowledgeBase::Library *libraryOf(const clang::NamedDecl &D);

  /// The text of the annotation "corolint::<Name>" on \p D: its argument or "",
  /// nothing if it is not there.
  static std::optional<std::string> annotation(const clang::Decl &D,
                                               llvm::StringRef Name);

private:
  Origin originOf(const clang::Decl &D) const;
  void addAnnotations(const clang::FunctionDecl &F, FunctionFacts &Into);
  void addAnnotations(const clang::CXXRecordDecl &R, TypeFacts &Into);

  const clang::ASTContext &Context;
  const KnowledgeBase &Base;
  ForeignCode Foreign;
  std::deque<FunctionFact> AnnotatedFunctions; ///< stable addresses
  std::deque<TypeFact> AnnotatedTypes;
  llvm::DenseMap<
      std::pair<const clang::FunctionDecl *, const clang::CXXRecordDecl *>,
      std::unique_ptr<FunctionFacts>>
      Functions;
  llvm::DenseMap<const clang::CXXRecordDecl *, std::unique_ptr<TypeFacts>>
      Types;
};

} // namespace corolint

#endif
