#include "CheckNames.h"
#include "Complain.h"
#include "Pages.h"
#include "Spelling.h"
#include "clang-tidy/GlobList.h"
#include "rules/Rule.h"
#include "tidy/GlobalOptions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace corolint {

void forEachGlob(StringRef Globs, function_ref<void(StringRef)> See) {
  while (!Globs.empty()) {
    size_t End = Globs.find_first_of(",\n");
    StringRef Glob = Globs.take_front(End).trim();
    Globs = End == StringRef::npos ? "" : Globs.drop_front(End + 1);
    if (!Glob.empty())
      See(Glob);
  }
}

bool leavesOn(StringRef Globs, StringRef Check) {
  return clang::tidy::GlobList(Globs).contains(Check);
}

bool leavesAnyOn(StringRef Globs) {
  clang::tidy::GlobList List(Globs);
  return any_of(allRules(),
                [&](const Rule *R) { return List.contains(R->Info.Name); });
}

std::string unknownCheck(StringRef Glob) {
  StringRef Name = Glob;
  Name.consume_front("-");
  if (leavesAnyOn(Name))
    return "";
  std::vector<StringRef> Names;
  for (const Rule *R : allRules())
    Names.push_back(R->Info.Name);
  std::string Hint = didYouMean(Name, Names);
  if (Hint.empty())
    Hint = "; see corolint --list-checks";
  return ("'" + Name + "' matches no check" + Hint).str();
}

std::string unknownCheckOption(StringRef Key) {
  if (!Key.starts_with("coro-") && !Key.starts_with("corolint."))
    return "";
  std::vector<std::string> Names = {KnowledgeOption, WhyOption};
  for (const Rule *R : allRules())
    for (const RuleOption &Option : R->Info.Options)
      Names.push_back((R->Info.Name + "." + Option.Name).str());
  if (is_contained(Names, Key))
    return "";
  std::vector<StringRef> Known(Names.begin(), Names.end());
  return ("'" + Key + "' is no option of a check" + didYouMean(Key, Known))
      .str();
}

static const RuleOption *findOption(StringRef Key) {
  auto [Check, Name] = Key.split('.');
  for (const Rule *R : allRules())
    if (R->Info.Name == Check)
      for (const RuleOption &Option : R->Info.Options)
        if (Option.Name == Name)
          return &Option;
  return nullptr;
}

std::string wrongOptionValue(StringRef Key, StringRef Value) {
  const RuleOption *Option = findOption(Key);
  if (!Option || Option->Words.empty())
    return "";
  SmallVector<StringRef, 12> Words, Given = {Value};
  Option->Words.split(Words, ';');
  if (Option->IsList) {
    Given.clear();
    Value.split(Given, ';', -1, /*KeepEmpty=*/false);
  }
  for (StringRef Each : Given)
    if (!is_contained(Words, Each.trim())) {
      std::string Hint = didYouMean(Each.trim(), Words);
      if (Hint.empty())
        Hint = "; expected " + join(ArrayRef(Words).drop_back(), ", ") +
               " or " + Words.back().str();
      return ("'" + Each.trim() + "' is no value of " + Key + Hint).str();
    }
  return "";
}

void listChecks(StringRef Globs, raw_ostream &Out) {
  size_t Width = 0;
  for (const Rule *R : allRules())
    Width = std::max(Width, R->Info.Name.size());
  for (const Rule *R : allRules())
    if (leavesOn(Globs, R->Info.Name))
      Out << left_justify(R->Info.Name, Width + 2) << R->Info.Summary << '\n';
}

bool explainCheck(StringRef Check, raw_ostream &Out) {
  const Page *Found =
      find_if(pages(), [&](const Page &P) { return P.Check == Check; });
  if (Found != pages().end()) {
    Out << Found->Text;
    if (!Found->Text.ends_with("\n"))
      Out << '\n';
    return true;
  }
  std::string Unknown = unknownCheck(Check);
  bool IsGlob = Check.contains('*') || Check.starts_with("-");
  if (Unknown.empty())
    Unknown = ("'" + Check +
               (IsGlob ? "' is a glob; name one check" : "' has no page"))
                  .str();
  complain("--explain: " + Unknown);
  return false;
}

} // namespace corolint
