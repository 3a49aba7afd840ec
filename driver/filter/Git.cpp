#include "Git.h"
#include "Complain.h"
#include "GitProcess.h"
#include "Paths.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace corolint {

/// The first line of what git complains of.
static std::string reason(const GitAnswer &Answer) {
  StringRef Line = StringRef(Answer.Errors).split('\n').first;
  Line.consume_front("fatal: ");
  Line.consume_front("error: ");
  return Line.empty() ? "git could not be run" : Line.str();
}

static std::string trimmed(const GitAnswer &Answer) {
  return StringRef(Answer.Text).rtrim('\n').str();
}

/// To compare with a file git would run the filters that the repository
/// configures for it.
static void disarmFilters(GitProcess &Git) {
  GitAnswer Found = Git.ask({"config", "--null", "--name-only", "--get-regexp",
                             R"(^filter\..*\.(clean|smudge|process)$)"});
  SmallVector<StringRef, 4> Keys;
  StringRef(Found.Text).split(Keys, '\0', -1, /*KeepEmpty=*/false);
  for (StringRef Key : Keys) {
    Git.set(Key, "");
    Git.set((Key.rsplit('.').first + ".required").str(), "false");
  }
}

/// The commit where this tree left \p Ref; empty after a complaint.
static std::string startOf(const GitProcess &Git, StringRef Ref) {
  GitAnswer Commit;
  if (!Ref.starts_with("-"))
    Commit = Git.ask(
        {"rev-parse", "--verify", "--quiet", (Ref + "^{commit}").str()});
  if (!Commit.IsGood) {
    complain("--diff: '" + Ref + "' is no commit of this repository");
    return "";
  }
  std::string Hash = trimmed(Commit);
  GitAnswer Base = Git.ask({"merge-base", Hash, "HEAD"});
  if (Base.IsGood)
    return trimmed(Base);
  warn("--diff: '" + Ref +
       "' and HEAD have no common ancestor here, as in a "
       "shallow clone; all that differs is taken");
  return Hash;
}

static std::vector<FileLines> untrackedFiles(const GitProcess &Git,
                                             const std::string &Top) {
  GitAnswer Found =
      Git.ask({"-C", Top, "ls-files", "-z", "--others", "--exclude-standard"});
  SmallVector<StringRef, 16> Names;
  StringRef(Found.Text).split(Names, '\0', -1, /*KeepEmpty=*/false);
  std::vector<FileLines> Files;
  for (StringRef Name : Names)
    Files.push_back({Name.str(), {}});
  return Files;
}

std::optional<ChangedLines> changedSince(StringRef Ref) {
  GitProcess Git;
  if (!Git.isFound()) {
    complain("--diff needs git, which is in no folder of PATH");
    return std::nullopt;
  }
  GitAnswer Place = Git.ask({"rev-parse", "--show-toplevel"});
  if (!Place.IsGood) {
    complain("--diff: " + reason(Place));
    return std::nullopt;
  }
  disarmFilters(Git);
  std::string Top = trimmed(Place), Start = startOf(Git, Ref);
  if (Start.empty())
    return std::nullopt;
  GitAnswer Diff =
      Git.ask({"diff", "--patch", "-U0", "--inter-hunk-context=0", "--no-color",
               "--no-ext-diff", "--no-textconv", "--no-relative",
               "--find-renames", "--ignore-submodules=all", "--src-prefix=a/",
               "--dst-prefix=b/", Start, "--"});
  if (!Diff.IsGood) {
    complain("--diff: " + reason(Diff));
    return std::nullopt;
  }
  std::vector<FileLines> Files = linesOfDiff(Diff.Text);
  for (FileLines &New : untrackedFiles(Git, Top))
    Files.push_back(std::move(New));
  for (FileLines &Each : Files)
    Each.Name = realPath(Top) + "/" + Each.Name;
  return ChangedLines(std::move(Files), ChangedLines::Names::Whole);
}

} // namespace corolint
