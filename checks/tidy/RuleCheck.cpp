#include "tidy/RuleCheck.h"
#include "tidy/RuleTimes.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"

using namespace clang;
using namespace clang::ast_matchers;
using namespace clang::tidy;

namespace corolint {

RuleCheck::RuleCheck(const Rule &R, StringRef Name, ClangTidyContext *Context)
    : ClangTidyCheck(Name, Context), TheRule(R),
      Shared(SharedSession::of(*Context)) {
  for (const RuleOption &Option : R.Info.Options)
    Settings[Option.Name] = Options.get(Option.Name, Option.Default).str();
}

bool RuleCheck::isLanguageVersionSupported(const LangOptions &Language) const {
  return Language.CPlusPlus20;
}

// Rules look at the translation unit by themselves, once it is complete. The
// matchers only tell which one it is: clangd and our own driver do not match
// the unit itself, but some of its declarations. To match functions costs time
// for each one in every header, so one check does it for all.
void RuleCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(translationUnitDecl(), this);
  if (Shared->isFirstToMatch())
    Finder->addMatcher(functionDecl(unless(isExpansionInSystemHeader())), this);
}

void RuleCheck::check(const MatchFinder::MatchResult &Result) {
  Shared->see(*Result.Context);
}

void RuleCheck::onEndOfTranslationUnit() {
  ASTContext *Ast = Shared->seen();
  if (!Ast)
    return;
  const std::string Name = TheRule.Info.Name.str();
  RuleTimer Timing(Name);
  for (const Finding &Found : runRule(TheRule, Shared->session(*Ast), Settings))
    report(Found);
}

void RuleCheck::report(const Finding &Found) {
  // The text goes in as an argument: it may contain '%'.
  {
    auto Diagnostic = diag(Found.Where, "%0");
    Diagnostic << Found.Text;
    if (Found.Fix)
      Diagnostic << FixItHint::CreateInsertion(Found.Fix->At, Found.Fix->Text);
  }
  for (const Note &Further : Found.Notes)
    diag(Further.Where.isValid() ? Further.Where : Found.Where, "%0",
         DiagnosticIDs::Note)
        << Further.Text;
  if (Shared->why())
    for (const std::string &Evidence : Found.Evidence)
      if (!Evidence.empty())
        diag(Found.Where, "evidence: %0", DiagnosticIDs::Note) << Evidence;
}

void RuleCheck::storeOptions(ClangTidyOptions::OptionMap &Into) {
  for (const RuleOption &Option : TheRule.Info.Options)
    Options.store(Into, Option.Name, Settings[Option.Name]);
  // No check's own: clang-tidy would call them unknown.
  Shared->storeOptions(Into);
}

} // namespace corolint
