// The single adapter: any rule as a clang-tidy check.

#ifndef COROLINT_TIDY_RULECHECK_H
#define COROLINT_TIDY_RULECHECK_H

#include "clang-tidy/ClangTidyCheck.h"
#include "rules/Rule.h"
#include "tidy/SharedSession.h"

namespace corolint {

class RuleCheck : public clang::tidy::ClangTidyCheck {
public:
  RuleCheck(const Rule &R, llvm::StringRef Name,
            clang::tidy::ClangTidyContext *Context);

  bool
  isLanguageVersionSupported(const clang::LangOptions &Language) const override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;
  void onEndOfTranslationUnit() override;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Into) override;

private:
  void report(const Finding &Found);

  const Rule &TheRule;
  RuleContext::Options Settings;
  std::shared_ptr<SharedSession> Shared;
};

} // namespace corolint

#endif
