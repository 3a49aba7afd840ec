#include "ProjectTidyOptions.h"
#include "tidy/GlobalOptions.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using clang::tidy::ClangTidyOptions;

namespace corolint {

ClangTidyOptions tidyOptionsOf(const ProjectFile &Project) {
  ClangTidyOptions Options;
  Options.HeaderFilterRegex = Project.HeaderFilter;
  if (!Project.ExtraArgs.empty())
    Options.ExtraArgs = Project.ExtraArgs;
  std::string Errors;
  for (const auto &[Check, Severity] : Project.Severities)
    Errors += (Errors.empty() ? "" : ",") +
              ((Severity == "error" ? "" : "-") + Check);
  if (!Errors.empty())
    Options.WarningsAsErrors = Errors;
  for (const auto &[Key, Value] : Project.CheckOptions)
    Options.CheckOptions[Key] = ClangTidyOptions::ClangTidyValue(Value);
  if (!Project.Knowledge.empty())
    Options.CheckOptions[KnowledgeOption] =
        ClangTidyOptions::ClangTidyValue(join(Project.Knowledge, ";"));
  return Options;
}

} // namespace corolint
