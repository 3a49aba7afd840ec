// A piece of C++20 source, parsed, with a model of it and the means to find
// things in it by name.

#ifndef COROLINT_TEST_UNIT_SNIPPET_H
#define COROLINT_TEST_UNIT_SNIPPET_H

#include "knowledge/KnowledgeBase.h"
#include "model/AsyncModel.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/Frontend/ASTUnit.h"
#include "gtest/gtest.h"
#include <memory>
#include <string>
#include <vector>

namespace corolint::test {

/// \p Yaml as the only knowledge; a mistake in it fails the test.
std::unique_ptr<KnowledgeBase> knowledge(llvm::StringRef Yaml);

class Snippet {
public:
  /// Fails the test if \p Code does not compile. \p Yaml is all that is known.
  explicit Snippet(llvm::StringRef Code, llvm::StringRef Yaml = "");

  clang::ASTContext &context() { return Unit->getASTContext(); }
  const clang::SourceManager &sources() { return Unit->getSourceManager(); }
  AsyncModel &model() { return *Model; }
  Known &facts() { return Model->facts(); }

  //===--- By name, as qualifiedName spells it; ends if there is none ---===//

  /// The definition if there is one; not an instantiation.
  const clang::FunctionDecl &function(llvm::StringRef Name);
  /// The first instantiation of a function template with a body.
  const clang::FunctionDecl &instance(llvm::StringRef Name);
  const clang::CXXRecordDecl &record(llvm::StringRef Name);
  /// Variables and parameters, also local ones.
  const clang::VarDecl &variable(llvm::StringRef Name);
  /// The class, alias or variable's type of that name.
  clang::QualType type(llvm::StringRef Name);
  /// The call operator of the lambda that \p Name is initialised with.
  const clang::FunctionDecl &lambda(llvm::StringRef Name);

  //===--- Inside of functions ---===//

  /// The calls and constructions in the body of \p Function whose callee is
  /// called \p Callee (unqualified), in source order.
  std::vector<CallSite> calls(llvm::StringRef Function, llvm::StringRef Callee);
  /// The first of them; ends if there is none.
  CallSite call(llvm::StringRef Function, llvm::StringRef Callee);

  //===--- Places ---===//

  /// The text from \p Where to the end of its line.
  std::string from(clang::SourceLocation Where);
  /// The text of \p E.
  std::string text(const clang::Expr &E);

private:
  template <typename Decl, typename Accept> const Decl *find(Accept Wanted);

  std::unique_ptr<KnowledgeBase> Base;
  std::unique_ptr<clang::ASTUnit> Unit;
  std::unique_ptr<AsyncModel> Model;
};

using Texts = std::vector<std::string>;

} // namespace corolint::test

#endif
