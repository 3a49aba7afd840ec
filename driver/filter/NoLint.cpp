#include "NoLint.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace corolint {

using Kind = NoLintDirective::Kind;

static std::optional<Kind> kindOf(StringRef Word) {
  return StringSwitch<std::optional<Kind>>(Word)
      .Case("NOLINT", Kind::Line)
      .Case("NOLINTNEXTLINE", Kind::NextLine)
      .Case("NOLINTBEGIN", Kind::Begin)
      .Case("NOLINTEND", Kind::End)
      .Default(std::nullopt);
}

/// The names in brackets at \p At, which is moved behind them.
static std::optional<std::string> namesAt(StringRef Text, size_t &At) {
  if (At >= Text.size() || Text[At] != '(')
    return std::nullopt;
  size_t End = Text.find_first_of("\n)", At + 1);
  if (End == StringRef::npos || Text[End] != ')')
    return std::nullopt;
  std::string Names = Text.slice(At + 1, End).str();
  At = End + 1;
  return Names;
}

/// "NOLINT(coro-...): the reason", and what else people put in front of one.
static std::string reasonAt(StringRef Text, size_t At) {
  StringRef Rest = Text.substr(At).split('\n').first.split("*/").first;
  return Rest.ltrim(" \t:-,").rtrim().str();
}

void NoLintDirectives::setRange(NoLintDirective &D, StringRef Text) {
  size_t LineEnd = std::min(Text.find('\n', D.Offset), Text.size());
  if (D.What == Kind::Line) {
    D.From = Text.rfind('\n', D.Offset) + 1;
    D.To = LineEnd + 1;
  } else if (D.What == Kind::NextLine && LineEnd < Text.size()) {
    D.From = LineEnd + 1;
    D.To = std::min(Text.find('\n', D.From), Text.size()) + 1;
  }
}

void NoLintDirectives::matchBlocks() {
  std::vector<size_t> Open;
  for (size_t I = 0; I < Directives.size(); ++I) {
    NoLintDirective &D = Directives[I];
    if (D.What == Kind::Begin) {
      Open.push_back(I);
      continue;
    }
    if (D.What != Kind::End)
      continue;
    // Only the innermost block can be closed, by the same names.
    if (Open.empty() || Directives[Open.back()].Names != D.Names)
      continue;
    NoLintDirective &Begin = Directives[Open.back()];
    Begin.From = Begin.Offset + 1;
    Begin.To = D.Offset;
    IsMatched[I] = IsMatched[Open.back()] = true;
    Open.pop_back();
  }
}

NoLintDirectives::NoLintDirectives(StringRef Text) {
  constexpr StringLiteral Word = "NOLINT";
  for (size_t At = Text.find(Word); At != StringRef::npos;
       At = Text.find(Word, At)) {
    size_t Start = At;
    At += Word.size();
    while (At < Text.size() && isAlpha(Text[At]))
      ++At;
    std::optional<Kind> What = kindOf(Text.slice(Start, At));
    if (!What)
      continue;
    NoLintDirective D{*What, Start, 0, namesAt(Text, At), "", 0, 0, {}};
    D.Length = At - Start;
    D.Why = reasonAt(Text, At);
    setRange(D, Text);
    Globs.push_back(
        std::make_unique<clang::tidy::GlobList>(D.Names.value_or("*")));
    Directives.push_back(std::move(D));
  }
  IsMatched.resize(Directives.size());
  matchBlocks();
}

const NoLintDirective *NoLintDirectives::suppress(StringRef Check,
                                                  size_t Offset) {
  for (size_t I = 0; I < Directives.size(); ++I) {
    NoLintDirective &D = Directives[I];
    if (Offset < D.From || Offset >= D.To || !Globs[I]->contains(Check))
      continue;
    D.Used.insert(Check);
    return &D;
  }
  return nullptr;
}

std::vector<const NoLintDirective *> NoLintDirectives::unmatched() const {
  std::vector<const NoLintDirective *> Found;
  for (size_t I = 0; I < Directives.size(); ++I)
    if (!IsMatched[I] &&
        (Directives[I].What == Kind::Begin || Directives[I].What == Kind::End))
      Found.push_back(&Directives[I]);
  return Found;
}

} // namespace corolint
