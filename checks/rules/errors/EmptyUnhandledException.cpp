#include "rules/errors/IgnoredError.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {

/// True if \p Record is made to be the promise of coroutines.
static bool isPromise(const CXXRecordDecl &Record) {
  return findMethod(Record, "get_return_object") &&
         findMethod(Record, "initial_suspend");
}

void findEmptyUnhandledException(const FunctionDecl &F, RuleContext &Context) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  const auto *Body = dyn_cast_or_null<CompoundStmt>(writtenBody(F));
  if (!Method || !Method->getIdentifier() || !Body || !Body->body_empty() ||
      Method->getName() != "unhandled_exception" ||
      !F.getASTContext().getLangOpts().CXXExceptions ||
      Method->getTemplateInstantiationPattern() ||
      !isPromise(*Method->getParent()) || Context.isInTest(F))
    return;
  Finding New;
  New.Where = Method->getLocation();
  New.Text = "'unhandled_exception' does nothing; an exception that leaves a "
             "coroutine of this type vanishes, and whoever awaits it goes on "
             "as if it had succeeded";
  New.note(New.Where, "keep std::current_exception() and rethrow it where the "
                      "coroutine is awaited, or call std::terminate()");
  New.Evidence.push_back("an empty body in a promise type");
  Context.report(std::move(New));
}

} // namespace corolint
