#include "flow/Discarded.h"
#include "rules/errors/IgnoredError.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace corolint {

/// The first element of a pair or tuple.
static QualType firstElement(const CXXRecordDecl &Record) {
  if (!Record.isInStdNamespace() || !Record.getIdentifier() ||
      !(Record.getName() == "tuple" || Record.getName() == "pair"))
    return {};
  const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(&Record);
  if (!Special || Special->getTemplateArgs().size() == 0)
    return {};
  const TemplateArgument &First = Special->getTemplateArgs()[0];
  if (First.getKind() == TemplateArgument::Type)
    return First.getAsType();
  return First.getKind() == TemplateArgument::Pack && First.pack_size() != 0 &&
                 First.pack_begin()->getKind() == TemplateArgument::Type
             ? First.pack_begin()->getAsType()
             : QualType();
}

/// The fact that a \p T says whether something failed, or null.
static const TypeFact *errorFact(QualType T, Known &Facts) {
  const CXXRecordDecl *Record = recordOf(T);
  if (!Record)
    return nullptr;
  if (const QualType First = firstElement(*Record); !First.isNull())
    return errorFact(First, Facts);
  return Facts.firstType(*Record,
                         [](const TypeFact &Fact) { return Fact.Error; });
}

void findDroppedErrors(const FunctionDecl &F, RuleContext &Context) {
  if (Context.isInTest(F))
    return;
  forEachDiscarded(*writtenBody(F), [&](const Expr &E, DiscardedBy How) {
    if (!isa<CoawaitExpr>(E) || !E.isPRValue() ||
        How != DiscardedBy::Statement || E.getBeginLoc().isMacroID())
      return;
    const CXXRecordDecl *Class = recordOf(E.getType());
    const TypeFact *Error =
        Class && !Class->hasAttr<WarnUnusedResultAttr>()
            ? errorFact(E.getType(), Context.model().facts())
            : nullptr;
    if (!Error)
      return;
    Finding New;
    New.Where = E.getBeginLoc();
    New.Text = "the result of this co_await is dropped, and with it the error "
               "that it may hold; the coroutine goes on as if nothing failed";
    New.note(New.Where, "look at the " +
                            quoted(Context.model().spoken(E.getType())) +
                            ", or cast it to void");
    New.Evidence.push_back("error: " + Error->From.str());
    Context.report(std::move(New));
  });
}

} // namespace corolint
