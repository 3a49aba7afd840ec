// The session that the checks of one translation unit share.

#ifndef COROLINT_TIDY_SHAREDSESSION_H
#define COROLINT_TIDY_SHAREDSESSION_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "rules/Session.h"
#include <memory>
#include <string>
#include <utility>

namespace corolint {

/// Lives as long as a check of its translation unit does.
class SharedSession {
public:
  /// The session of the checks that were made with \p Context and still live,
  /// or a new one. Mistakes in knowledge files are reported to \p Context.
  static std::shared_ptr<SharedSession>
  of(clang::tidy::ClangTidyContext &Context);

  explicit SharedSession(clang::tidy::ClangTidyContext &Context);

  Session &session(clang::ASTContext &Ast);

  /// True for the first who asks.
  bool isFirstToMatch() { return !std::exchange(IsMatched, true); }

  /// Remembers the unit that a matcher met.
  void see(clang::ASTContext &Ast) { Seen = &Ast; }
  clang::ASTContext *seen() const { return Seen; }

  /// True if evidence is to be shown.
  bool why() const { return Why; }

  /// Stores the options that belong to no check.
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Into) const;

private:
  std::string KnowledgeFiles;
  bool Why;
  std::shared_ptr<const KnowledgeBase> Knowledge;
  bool IsMatched = false;
  clang::ASTContext *Seen = nullptr;
  clang::ASTContext *Current = nullptr;
  std::unique_ptr<Session> Made;
};

} // namespace corolint

#endif
