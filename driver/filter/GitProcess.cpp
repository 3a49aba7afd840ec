#include "GitProcess.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

extern char **environ;

namespace corolint {

static std::string findGit() {
  std::string Path = sys::Process::GetEnv("PATH").value_or("");
  SmallVector<StringRef, 16> Folders;
  SplitString(Path, Folders, ":");
  // A relative one could be in the tree that is looked at.
  erase_if(Folders, [](StringRef F) { return !sys::path::is_absolute(F); });
  if (Folders.empty())
    return "";
  auto Found = sys::findProgramByName("git", Folders);
  return Found ? *Found : "";
}

GitProcess::GitProcess() : Program(findGit()) {
  static constexpr StringLiteral Count = "GIT_CONFIG_COUNT=";
  for (char **Each = environ; *Each; ++Each) {
    StringRef Variable = *Each;
    if (Variable.consume_front(Count)) {
      if (Variable.getAsInteger(10, Settings))
        Settings = 0;
    } else if (!Variable.starts_with("GIT_ALLOW_PROTOCOL=") &&
               !Variable.starts_with("GIT_OPTIONAL_LOCKS=")) {
      Environment.push_back(Variable.str());
    }
  }
  // What a partial clone lacks is not fetched, the index is not rewritten.
  Environment.push_back("GIT_ALLOW_PROTOCOL=none");
  Environment.push_back("GIT_OPTIONAL_LOCKS=0");
}

void GitProcess::set(StringRef Key, StringRef Value) {
  std::string Number = std::to_string(Settings++);
  Environment.push_back(("GIT_CONFIG_KEY_" + Number + "=" + Key).str());
  Environment.push_back(("GIT_CONFIG_VALUE_" + Number + "=" + Value).str());
}

namespace {

/// What a child writes into it.
class Pipe {
public:
  Pipe() {
    if (pipe2(Ends, O_CLOEXEC))
      Ends[0] = Ends[1] = -1;
  }
  ~Pipe() {
    close(Ends[0]);
    closeWriting();
  }
  Pipe(const Pipe &) = delete;
  Pipe &operator=(const Pipe &) = delete;

  int reading() const { return Ends[0]; }
  int writing() const { return Ends[1]; }
  void closeWriting() {
    if (Ends[1] >= 0)
      close(std::exchange(Ends[1], -1));
  }

private:
  int Ends[2];
};

/// Until all that write have ended.
void readAll(const Pipe &Out, std::string &Text, const Pipe &Errors,
             std::string &ErrorText) {
  pollfd Watched[] = {{Out.reading(), POLLIN, 0},
                      {Errors.reading(), POLLIN, 0}};
  std::string *Into[] = {&Text, &ErrorText};
  while (Watched[0].fd >= 0 || Watched[1].fd >= 0) {
    if (poll(Watched, 2, -1) < 0 && errno != EINTR)
      return;
    for (auto [Each, Target] : zip(Watched, Into)) {
      if (!Each.revents)
        continue;
      char Bytes[65536];
      ssize_t Size = read(Each.fd, Bytes, sizeof(Bytes));
      if (Size > 0)
        Target->append(Bytes, Size);
      else if (Size == 0 || errno != EINTR)
        Each.fd = -1;
    }
  }
}

std::vector<char *> pointers(std::vector<std::string> &Words) {
  std::vector<char *> All;
  for (std::string &Word : Words)
    All.push_back(Word.data());
  All.push_back(nullptr);
  return All;
}

} // namespace

GitAnswer GitProcess::ask(ArrayRef<std::string> Words) const {
  std::vector<std::string> Line = {Program, "--no-pager"};
  for (StringRef Setting :
       {"core.fsmonitor=false", "core.hooksPath=/dev/null",
        "core.quotePath=false", "diff.autoRefreshIndex=false"}) {
    Line.push_back("-c");
    Line.push_back(Setting.str());
  }
  Line.insert(Line.end(), Words.begin(), Words.end());
  std::vector<std::string> Variables = Environment;
  Variables.push_back("GIT_CONFIG_COUNT=" + std::to_string(Settings));

  GitAnswer Answer;
  Pipe Out, Errors;
  posix_spawn_file_actions_t Actions;
  posix_spawn_file_actions_init(&Actions);
  posix_spawn_file_actions_addopen(&Actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&Actions, Out.writing(), 1);
  posix_spawn_file_actions_adddup2(&Actions, Errors.writing(), 2);
  pid_t Child;
  int Problem = posix_spawn(&Child, Program.c_str(), &Actions, nullptr,
                            pointers(Line).data(), pointers(Variables).data());
  posix_spawn_file_actions_destroy(&Actions);
  if (Problem)
    return Answer;
  Out.closeWriting();
  Errors.closeWriting();
  readAll(Out, Answer.Text, Errors, Answer.Errors);
  int Status = 0;
  while (waitpid(Child, &Status, 0) < 0 && errno == EINTR)
    ;
  Answer.IsGood = WIFEXITED(Status) && WEXITSTATUS(Status) == 0;
  return Answer;
}

} // namespace corolint
