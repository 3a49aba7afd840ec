#include "ConfigPolicy.h"
#include "CheckNames.h"
#include "rules/Rule.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace corolint {

static constexpr char OurChecks[] = "coro-*";
static constexpr char NeverOthers[] = "-clang-*";

bool namesOurChecks(StringRef Glob) {
  Glob.consume_front("-");
  return Glob.consume_front("coro") &&
         (Glob.starts_with("-") || Glob.starts_with("*"));
}

/// Whether any of \p Said switches a check on that \p Matters.
static bool asksFor(ArrayRef<SaidGlobs> Said,
                    function_ref<bool(StringRef)> Matters) {
  bool Asks = false;
  for (const SaidGlobs &Each : Said)
    forEachGlob(Each.Globs, [&](StringRef Glob) {
      Asks |= !Glob.starts_with("-") && Matters(Glob);
    });
  return Asks;
}

static void addDefaults(std::vector<EffectiveGlob> &Globs) {
  Globs.push_back({OurChecks, ""});
  for (const Rule *R : allRules())
    if (R->Info.Runs == Standing::OnRequest)
      Globs.push_back({("-" + R->Info.Name).str(), ""});
}

std::vector<EffectiveGlob> effectiveGlobs(const SaidGlobs &Project,
                                          ArrayRef<SaidGlobs> TidyFiles,
                                          const SaidGlobs &CommandLine) {
  bool ProjectAsks = asksFor(Project, [](StringRef) { return true; });
  bool TidyFilesAsk = asksFor(TidyFiles, namesOurChecks);
  std::vector<EffectiveGlob> Globs;
  if (!ProjectAsks && !TidyFilesAsk)
    addDefaults(Globs);
  auto Add = [&](const SaidGlobs &Said, bool OnlyOurs) {
    forEachGlob(Said.Globs, [&](StringRef Glob) {
      if (!OnlyOurs || namesOurChecks(Glob))
        Globs.push_back({Glob.str(), Said.From});
    });
  };
  Add(Project, /*OnlyOurs=*/false);
  for (const SaidGlobs &Each : TidyFiles)
    Add(Each, !TidyFilesAsk);
  Add(CommandLine, /*OnlyOurs=*/false);
  Globs.push_back({NeverOthers, ""});
  return Globs;
}

std::string joined(ArrayRef<EffectiveGlob> Globs) {
  std::string Text;
  for (const EffectiveGlob &Each : Globs)
    Text += (Text.empty() ? "" : ",") + Each.Glob;
  return Text;
}

const EffectiveGlob *deciding(ArrayRef<EffectiveGlob> Globs, StringRef Check) {
  for (const EffectiveGlob &Each : reverse(Globs)) {
    StringRef Glob = Each.Glob;
    Glob.consume_front("-");
    if (leavesOn(Glob, Check))
      return &Each;
  }
  return nullptr;
}

} // namespace corolint
