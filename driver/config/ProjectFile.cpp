#include "ProjectFile.h"
#include "CheckNames.h"
#include "Complain.h"
#include "OrdinaryFiles.h"
#include "Paths.h"
#include "ProjectReader.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace corolint {

static constexpr char FileName[] = ".corolint.yaml";

static constexpr StringLiteral Severities[] = {"warning", "error"};
static constexpr StringLiteral FailLevels[] = {"warning", "error", "never"};

ArrayRef<StringLiteral> severityWords() { return Severities; }
ArrayRef<StringLiteral> failOnWords() { return FailLevels; }

static constexpr ProjectKey Keys[] = {
    {"checks", KeyShape::CheckGlobs,
     "which checks run; '-' in front takes off; by default all"},
    {"severities", KeyShape::Severities, "warning or error, by check"},
    {"options", KeyShape::CheckOptions, "options of checks, by check"},
    {"knowledge", KeyShape::Texts,
     "files that tell what a library promises, relative to this one"},
    {"exclude", KeyShape::Texts,
     "files not to analyse and headers not to report on, as in .gitignore"},
    {"header-filter", KeyShape::Regex,
     "findings only in headers whose path matches"},
    {"extra-args", KeyShape::Texts, "further arguments for the compiler"},
    {"jobs", KeyShape::Number, "files analysed at once"},
    {"timeout", KeyShape::Number, "give up on a file after so many seconds"},
    {"max-memory", KeyShape::Number,
     "give up on a file that needs more megabytes"},
    {"fail-on", KeyShape::FailOn, "the least severity that makes a run fail"},
    {"baseline", KeyShape::Text,
     "file of the findings that are accepted, relative to this one"},
};

ArrayRef<ProjectKey> projectKeys() { return Keys; }

PathGlobs ProjectFile::excluded() const {
  return PathGlobs(sys::path::parent_path(Path), Exclude);
}

std::string projectFileFor(StringRef Start) {
  for (StringRef Folder = Start; !Folder.empty();
       Folder = sys::path::parent_path(Folder)) {
    SmallString<256> Candidate(Folder);
    sys::path::append(Candidate, FileName);
    if (sys::fs::exists(Candidate) && !mayNeverEnd(Candidate))
      return std::string(Candidate);
  }
  return "";
}

std::optional<ProjectFile> loadProjectFile(const Options &Asked) {
  std::string Path = Asked.ConfigFile.empty()
                         ? projectFileFor(absolutePath("."))
                         : absolutePath(Asked.ConfigFile);
  if (Path.empty())
    return ProjectFile();
  auto Text = MemoryBuffer::getFile(Path);
  if (Text)
    return parseProjectFile(MemoryBufferRef((*Text)->getBuffer(), Path));
  complain("cannot read '" + shownPath(Path) +
           "': " + Text.getError().message());
  return std::nullopt;
}

} // namespace corolint
