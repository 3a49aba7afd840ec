#include "OutsideRun.h"
#include "ChildProcesses.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace llvm;
using Clock = std::chrono::steady_clock;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

extern char **environ;

namespace corolint {

namespace {

/// What comes after that is read, but not kept.
constexpr size_t MaxBytes = 64u << 20;

/// For the program to clean up after Ctrl-C.
constexpr milliseconds Patience(3000);

/// How a program starts: a group of its own, so that all that it starts can be
/// ended with it, and signals as a shell leaves them.
class SpawnAttributes {
public:
  SpawnAttributes() {
    posix_spawnattr_init(&Attributes);
    sigset_t None, Default;
    sigemptyset(&None);
    sigemptyset(&Default);
    sigaddset(&Default, SIGPIPE);
    posix_spawnattr_setsigmask(&Attributes, &None);
    posix_spawnattr_setsigdefault(&Attributes, &Default);
    posix_spawnattr_setpgroup(&Attributes, 0);
    posix_spawnattr_setflags(&Attributes, POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETSIGDEF |
                                              POSIX_SPAWN_SETPGROUP);
  }
  ~SpawnAttributes() { posix_spawnattr_destroy(&Attributes); }
  SpawnAttributes(const SpawnAttributes &) = delete;
  SpawnAttributes &operator=(const SpawnAttributes &) = delete;

  const posix_spawnattr_t *get() const { return &Attributes; }

private:
  posix_spawnattr_t Attributes;
};

/// As exec() takes it.
std::vector<char *> pointers(ArrayRef<std::string> Words) {
  std::vector<char *> All;
  for (const std::string &Word : Words)
    All.push_back(const_cast<char *>(Word.c_str()));
  All.push_back(nullptr);
  return All;
}

/// Our own variables, but those of \p More as it says.
std::vector<std::string> environmentWith(ArrayRef<std::string> More) {
  std::vector<std::string> All = More.vec();
  for (char **Each = environ; *Each; ++Each) {
    StringRef Name = StringRef(*Each).split('=').first;
    if (none_of(More,
                [&](StringRef New) { return New.split('=').first == Name; }))
      All.push_back(*Each);
  }
  return All;
}

/// The errno of it, or 0.
int start(ArrayRef<std::string> Words, ArrayRef<std::string> Variables,
          int Output, pid_t &Process) {
  std::vector<char *> Line = pointers(Words);
  const std::vector<std::string> Environment = environmentWith(Variables);
  SpawnAttributes Attributes;
  posix_spawn_file_actions_t Actions;
  posix_spawn_file_actions_init(&Actions);
  posix_spawn_file_actions_addopen(&Actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&Actions, Output, 1);
  posix_spawn_file_actions_adddup2(&Actions, Output, 2);
  int Problem = posix_spawnp(&Process, Line[0], &Actions, Attributes.get(),
                             Line.data(), pointers(Environment).data());
  posix_spawn_file_actions_destroy(&Actions);
  return Problem;
}

/// False at the end.
bool readSome(int From, std::string &Into) {
  char Bytes[65536];
  ssize_t Size = read(From, Bytes, sizeof(Bytes));
  if (Size > 0 && Into.size() < MaxBytes)
    Into.append(Bytes, Size);
  return Size > 0 || (Size < 0 && errno == EINTR);
}

/// ByBytes if it has read all.
InterruptsNoted::Woken readAll(int From, std::string &Into,
                               InterruptsNoted &Interrupts, unsigned Seconds) {
  const auto End = Seconds ? Clock::now() + std::chrono::seconds(Seconds)
                           : Clock::time_point::max();
  do {
    InterruptsNoted::Woken How = Interrupts.waitForBytes(From, End);
    if (How != InterruptsNoted::Woken::ByBytes)
      return How;
  } while (readSome(From, Into));
  return InterruptsNoted::Woken::ByBytes;
}

OutsideAnswer::End endOf(InterruptsNoted::Woken How, int Status) {
  switch (How) {
  case InterruptsNoted::Woken::ByUser:
    return OutsideAnswer::End::Interrupted;
  case InterruptsNoted::Woken::ByTime:
    return OutsideAnswer::End::TimedOut;
  case InterruptsNoted::Woken::ByBytes:
    break;
  }
  return WIFEXITED(Status) ? OutsideAnswer::End::Exited
                           : OutsideAnswer::End::Signalled;
}

/// Asks the program to end, as Ctrl-C does, and ends it.
void stop(pid_t Group, int Output) {
  kill(-Group, SIGINT);
  const auto End = Clock::now() + Patience;
  std::string Ignored;
  pollfd Watched{Output, POLLIN, 0};
  do {
    auto Left = duration_cast<milliseconds>(End - Clock::now());
    if (poll(&Watched, 1, std::max<int>(Left.count(), 0)) <= 0)
      break;
  } while (readSome(Output, Ignored));
  kill(-Group, SIGKILL);
}

} // namespace

OutsideAnswer runOutside(ArrayRef<std::string> Words,
                         InterruptsNoted &Interrupts,
                         const OutsideSettings &Settings) {
  OutsideAnswer Answer;
  int Pipe[2];
  if (pipe2(Pipe, O_CLOEXEC)) {
    Answer.Number = errno;
    return Answer;
  }
  pid_t Process;
  Answer.Number = start(Words, Settings.Variables, Pipe[1], Process);
  close(Pipe[1]);
  if (Answer.Number == 0) {
    const InterruptsNoted::Woken How =
        readAll(Pipe[0], Answer.Output, Interrupts, Settings.Seconds);
    if (How != InterruptsNoted::Woken::ByBytes)
      stop(Process, Pipe[0]);
    int Status = 0;
    while (waitpid(Process, &Status, 0) < 0 && errno == EINTR)
      ;
    Answer.How = endOf(How, Status);
    Answer.Number = WIFEXITED(Status) ? WEXITSTATUS(Status) : WTERMSIG(Status);
  }
  close(Pipe[0]);
  return Answer;
}

} // namespace corolint
