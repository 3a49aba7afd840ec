#include "ChangedUnits.h"
#include "ArgumentFilter.h"
#include "DependencyScan.h"
#include "Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;
using clang::tooling::CompileCommand;

namespace corolint {

/// Whether a header that \p U includes is changed.
static bool includesChanged(const Unit &U, ChangedLines &Lines,
                            TidyConfig &Config, SourceCache &Sources) {
  CompileCommand Command = effectiveCommand(U, Config);
  Command.CommandLine = fitForAnalysis(Command, Keep::AllKnown);
  auto Found = DependencyScan(Sources).run(U.File, Command, Sources.view());
  return !Found || any_of(Found->Files, [&](const IncludedFile &File) {
    return !File.IsSystem && Lines.hasFile(File.Path);
  });
}

void keepChanged(std::vector<Job> &Jobs, ChangedLines &Lines,
                 TidyConfig &Config) {
  StringSet<> MainFiles;
  for (const Job &J : Jobs)
    MainFiles.insert(realPath(J.File));
  bool OnlyMainFiles = all_of(Lines.files(), [&](const FileLines &Each) {
    return MainFiles.contains(Each.Name);
  });
  SourceCache Sources;
  erase_if(Jobs, [&](const Job &J) {
    return !Lines.hasFile(J.File) &&
           (OnlyMainFiles || none_of(J.Units, [&](const Unit &U) {
              return includesChanged(U, Lines, Config, Sources);
            }));
  });
}

} // namespace corolint
