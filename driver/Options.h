// What the user asked for on the command line.

#ifndef COROLINT_DRIVER_OPTIONS_H
#define COROLINT_DRIVER_OPTIONS_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace corolint {

/// What the process tells its caller.
enum ExitCode {
  Clean = 0,
  HasFindings = 1,
  Misused = 2,       ///< usage or configuration error; nothing was decided
  Incomplete = 3,    ///< some file could not be analysed
  Interrupted = 130, ///< by the user; as shells say it of SIGINT
};

/// What the first words say is to be done.
enum class Command {
  Check,
  BaselineCreate, ///< "baseline create"
  BaselineUpdate,
  BaselinePrune,
  Doctor,       ///< "doctor FILE"
  VerifyConfig, ///< "verify-config"
  Selftest,     ///< "selftest"
  Demonstrate,  ///< "demonstrate CHECK"
};

/// From which severity on findings make the exit code 1.
enum class FailOn { Error, Warning, Never };

/// How a run shows how far it is.
enum class ProgressMode { Auto, Plain, Json, None };

struct Options {
  Command Do = Command::Check;
  std::vector<std::string> Files;
  std::string ConfigFile; ///< a .corolint.yaml; empty: to be looked for
  std::string BuildPath;  ///< a folder or a compile_commands.json; may be empty
  std::optional<std::vector<std::string>>
      Flags; ///< what follows "--"; the command of a selftest
  std::string Checks;
  std::string Compiler; ///< of a demonstration; empty: to be looked for
  std::string Runtime;  ///< a prefix, the same
  std::optional<std::string> Explain;
  std::optional<std::string> HeaderFilter;
  std::vector<std::string> Knowledge;
  std::vector<std::string> ExtraArgs;
  std::vector<std::string> ExtraArgsBefore;
  std::optional<std::string> LineFilter;  ///< JSON
  std::optional<std::string> DiffRef;     ///< a commit of git
  std::vector<std::string> Reports;       ///< "FORMAT" or "FORMAT=FILE"
  std::optional<unsigned> Jobs;           ///< at least 1
  unsigned TimeoutSeconds = 0;            ///< for one unit; 0: none
  unsigned MaxMemoryMB = 0;               ///< the same
  std::optional<std::string> CacheFolder; ///< empty: the user wants none
  unsigned CacheMB = 1024;                ///< how large it may grow
  std::string RemoteCache;                ///< a URL; empty: none
  bool RemoteCacheIsReadOnly = false;
  bool ParseBodies = false;             ///< also those that no check reads
  std::optional<std::string> Baseline;  ///< a file
  bool BaselineStrict = false;          ///< what is gone from the code fails
  bool UnusedSuppressions = false;      ///< they are findings
  std::optional<FailOn> Threshold;      ///< none: a warning is enough
  std::optional<ProgressMode> Progress; ///< none: --quiet decides
  std::string ProfileFile;              ///< empty: none
  bool Fix = false;
  bool ListChecks = false;
  bool NoSharedHeaders = false; ///< precompile nothing
  bool ParseAll = false;
  bool Schema = false; ///< print that of .corolint.yaml
  bool Why = false;
  bool Quiet = false;
  bool Stats = false;
};

/// "error", "warning" or "never"; nothing for another word.
std::optional<FailOn> failOn(llvm::StringRef Word);

/// Nothing after a usage error, which it has then reported. Does not return
/// for --help and --version.
std::optional<Options> parseOptions(int Argc, const char **Argv);

} // namespace corolint

#endif
