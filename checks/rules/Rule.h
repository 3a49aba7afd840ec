// A rule: a metadata record and a function from one function body to findings.
// Rules see the model, the flow and the summaries, never the host.

#ifndef COROLINT_RULES_RULE_H
#define COROLINT_RULES_RULE_H

#include "report/Finding.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace clang {
class FunctionDecl;
} // namespace clang

namespace corolint {

class RuleContext;

/// How sure a finding of the rule is when it is given.
enum class Confidence { Certain, Likely };

/// Whether a rule runs where nobody asks for it by name or by a glob. It does
/// only if what it finds in code that nobody here wrote was judged to be right:
/// docs/internals/precision.md.
enum class Standing { OnByDefault, OnRequest };

/// One user-settable option; read and stored under `<check>.<Name>`.
struct RuleOption {
  llvm::StringRef Name;
  llvm::StringRef Default;
  llvm::StringRef Help;
  /// All that a value may be, separated by ';'; empty: any text.
  llvm::StringRef Words = "";
  /// A value may be several of them, or several texts, separated by ';'.
  bool IsList = false;
};

/// What the catalog, the CLI and the documentation say of a rule.
struct RuleInfo {
  llvm::StringRef Name;    ///< "coro-lock-across-await"
  llvm::StringRef Family;  ///< the folder of the rule: "locking"
  llvm::StringRef Law;     ///< the law of docs/semantics.md it defends: "L3"
  llvm::StringRef Summary; ///< one line, lower case, no full stop
  Confidence Sure;
  llvm::ArrayRef<RuleOption> Options;
  Standing Runs = Standing::OnByDefault;
};

/// Looks at one function body (a definition; patterns and instantiations
/// alike) and reports to the context. Must not keep state between calls.
using RuleFunction = void (*)(const clang::FunctionDecl &, RuleContext &);

struct Rule {
  RuleInfo Info;
  RuleFunction Run;
};

/// Every rule of catalog.def, in its order.
llvm::ArrayRef<const Rule *> allRules();

} // namespace corolint

#endif
