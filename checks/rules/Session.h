// What all rules share in one translation unit: the model, the summaries, the
// functions to look at.

#ifndef COROLINT_RULES_SESSION_H
#define COROLINT_RULES_SESSION_H

#include "model/AsyncModel.h"
#include "model/UnitTests.h"
#include "report/Finding.h"
#include "summary/BlockingSummary.h"
#include "summary/Lendings.h"
#include "summary/SpawnSummary.h"
#include "summary/StateChanges.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include <string>
#include <vector>

namespace corolint {

struct Rule;

/// One per translation unit; not thread-safe.
class Session {
public:
  Session(clang::ASTContext &Context, const KnowledgeBase &Base)
      : Model(Context, Base), Blocking(Model), Spawns(Model),
        Lent(Model, Spawns, Blocking), Changes(Model) {}

  AsyncModel Model;
  BlockingSummary Blocking;
  SpawnSummary Spawns;
  Lendings Lent;
  StateChanges Changes;

  /// The function bodies within the host's traversal scope and outside of
  /// system headers, in source order: functions, lambdas, patterns and
  /// instantiations. Collected at the first call.
  llvm::ArrayRef<const clang::FunctionDecl *> functions();

  /// True if \p F belongs to a unit test.
  bool isInTest(const clang::FunctionDecl &F);

  /// True if \p F, or what it stands in, is a callable that is called only to
  /// see it fail.
  bool isExpectedToFail(const clang::FunctionDecl &F);

private:
  bool Collected = false;
  std::vector<const clang::FunctionDecl *> Functions;
  llvm::DenseSet<const clang::FunctionDecl *> Failing;
  std::unique_ptr<UnitTests> Tests;
};

/// What one rule sees while it runs.
class RuleContext {
public:
  using Options = llvm::StringMap<std::string>;

  RuleContext(Session &Shared, const Options &Settings)
      : Shared(Shared), Settings(Settings) {}

  AsyncModel &model() { return Shared.Model; }
  BlockingSummary &blocking() { return Shared.Blocking; }
  SpawnSummary &spawns() { return Shared.Spawns; }
  Lendings &lendings() { return Shared.Lent; }
  StateChanges &changes() { return Shared.Changes; }
  bool isInTest(const clang::FunctionDecl &F) { return Shared.isInTest(F); }

  /// All functions that rules look at, for what one of them alone cannot tell.
  llvm::ArrayRef<const clang::FunctionDecl *> functions() {
    return Shared.functions();
  }

  /// The value of the option \p Name of this rule.
  llvm::StringRef option(llvm::StringRef Name) const {
    auto It = Settings.find(Name);
    return It == Settings.end() ? llvm::StringRef()
                                : llvm::StringRef(It->second);
  }
  bool isOn(llvm::StringRef Name) const { return option(Name) == "true"; }

  /// Keeps \p New unless one was given at that place before (instantiations of
  /// a template repeat it).
  void report(Finding New);

  std::vector<Finding> Findings;

private:
  Session &Shared;
  const Options &Settings;
  llvm::DenseSet<clang::SourceLocation> Reported;
};

/// Runs \p R over every function of \p Shared; findings in source order.
std::vector<Finding> runRule(const Rule &R, Session &Shared,
                             const RuleContext::Options &Settings);

} // namespace corolint

#endif
