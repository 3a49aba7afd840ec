// Results made by hand, and the documents that are written of them.

#ifndef COROLINT_TEST_UNIT_OUTPUT_SAMPLES_H
#define COROLINT_TEST_UNIT_OUTPUT_SAMPLES_H

#include "Formats.h"
#include "llvm/Support/JSON.h"

namespace corolint::output {

/// A warning in "a.cpp", which need not exist, at \p Line, column 3 to 7.
inline Result found(unsigned Line) {
  Result New;
  New.Check = "coro-discarded-task";
  New.Message = "the task returned by 'load' is dropped";
  New.Where = {"a.cpp", {Line, 3, 3}, {Line, 7, 7}};
  New.Fingerprint = "print" + std::to_string(Line);
  return New;
}

/// The same, kept quiet by a comment on the line above.
inline Result quietened(unsigned Line) {
  Result New = found(Line);
  Suppression By;
  By.Where = {"a.cpp", {Line - 1, 1, 1}, {Line - 1, 30, 30}};
  By.Why = "runs elsewhere";
  New.Suppressions.push_back(By);
  return New;
}

/// The same, known to the baseline "known.json".
inline Result accepted(unsigned Line) {
  Result New = found(Line);
  New.Since = Baseline::Unchanged;
  Suppression By;
  By.By = Suppression::Source::Baseline;
  By.Where.File = "known.json";
  New.Suppressions.push_back(By);
  return New;
}

inline std::string written(void (*Write)(const Report &, llvm::raw_ostream &),
                           const Report &R) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  Write(R, Out);
  return Out.str();
}

/// What \p Write writes, which is JSON.
inline llvm::json::Object
document(void (*Write)(const Report &, llvm::raw_ostream &), const Report &R) {
  llvm::Expected<llvm::json::Value> Read = llvm::json::parse(written(Write, R));
  if (!Read) {
    llvm::consumeError(Read.takeError());
    return {};
  }
  llvm::json::Object *Whole = Read->getAsObject();
  return Whole ? std::move(*Whole) : llvm::json::Object();
}

} // namespace corolint::output

#endif
