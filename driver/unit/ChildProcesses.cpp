#include "ChildProcesses.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <new>
#include <optional>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace llvm;
using Clock = std::chrono::steady_clock;

namespace corolint {

namespace {

constexpr int OutOfMemoryCode = 77;

/// Translation units with coroutines need 250 to 500 MB.
constexpr uint64_t BytesForOne = 600u << 20;

volatile std::sig_atomic_t Interrupted = 0;

/// Takes note of these signals instead of dying of them. They come only while
/// wait() waits, so none is missed.
class InterruptGuard {
public:
  InterruptGuard() {
    struct sigaction Action = {};
    Action.sa_handler = [](int Signal) { Interrupted = Signal; };
    sigset_t Blocked;
    sigemptyset(&Blocked);
    for (auto &[Signal, Old] : Before) {
      sigaction(Signal, &Action, &Old);
      // As nohup wants it.
      if (Signal == SIGHUP && Old.sa_handler == SIG_IGN)
        sigaction(Signal, &Old, nullptr);
      sigaddset(&Blocked, Signal);
    }
    sigprocmask(SIG_BLOCK, &Blocked, &MaskBefore);
  }
  ~InterruptGuard() { restore(); }

  void restore() {
    for (auto &[Signal, Old] : Before)
      sigaction(Signal, &Old, nullptr);
    // LLVM's handler would write where the stack is, and go on.
    std::signal(SIGQUIT, SIG_DFL);
    sigprocmask(SIG_SETMASK, &MaskBefore, nullptr);
  }

  /// poll() that the signals interrupt.
  int wait(MutableArrayRef<pollfd> Watched, int Milliseconds) {
    timespec Time{Milliseconds / 1000, Milliseconds % 1000 * 1000000L};
    return ppoll(Watched.data(), Watched.size(), &Time, &MaskBefore);
  }

private:
  std::pair<int, struct sigaction> Before[4] = {
      {SIGINT, {}}, {SIGTERM, {}}, {SIGHUP, {}}, {SIGQUIT, {}}};
  sigset_t MaskBefore;
};

/// That of all InterruptsNoted there are.
std::optional<InterruptGuard> Guard;
unsigned Guards = 0;

//===--- In the child -----------------------------------------------------===//

void writeAll(int To, StringRef Bytes) {
  while (!Bytes.empty()) {
    ssize_t Written = write(To, Bytes.data(), Bytes.size());
    if (Written < 0 && errno != EINTR)
      return;
    Bytes = Bytes.drop_front(std::max<ssize_t>(Written, 0));
  }
}

void limitMemory(uint64_t Bytes) {
  if (!Bytes)
    return;
  rlimit Limit{Bytes, Bytes};
  setrlimit(RLIMIT_DATA, &Limit);
  std::set_new_handler([] { _exit(OutOfMemoryCode); });
  // LLVM has its own handler for malloc.
  install_bad_alloc_error_handler(
      [](void *, const char *, bool) { _exit(OutOfMemoryCode); });
}

[[noreturn]] void work(size_t Task, const ChildLimits &Limits, int Result,
                       int Errors, function_ref<std::string(size_t)> Work) {
#ifdef __linux__
  // Nobody reads what it finds any more.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  dup2(Errors, STDERR_FILENO);
  limitMemory(Limits.Bytes);
  // A dump of this process helps nobody, and takes its time.
  rlimit NoDump{0, 0};
  setrlimit(RLIMIT_CORE, &NoDump);
  writeAll(Result, Work(Task));
  // The compiler's memory goes with the process.
  outs().flush();
  errs().flush();
  _exit(0);
}

//===--- In the parent ----------------------------------------------------===//

struct Child {
  pid_t Process = -1;
  size_t Task = 0;
  int Result = -1, Errors = -1; ///< -1: read to its end
  bool IsTooSlow = false;
  ChildOutcome Outcome;

  bool isDone() const { return Result < 0 && Errors < 0; }
};

class Pool {
public:
  Pool(size_t Count, unsigned Jobs, const ChildLimits &Limits,
       function_ref<std::string(size_t)> Work, ChildListener &Listener)
      : Count(Count), Jobs(std::max(Jobs, 1u)), Limits(Limits), Work(Work),
        Listener(Listener) {}

  bool run() {
    size_t Next = 0;
    while (!Interrupted && (Next < Count || !Running.empty())) {
      while (!Interrupted && Next < Count && Running.size() < Jobs &&
             start(Next))
        ++Next;
      wait();
    }
    for (Child &Each : Running)
      end(Each, SIGKILL);
    return !Interrupted;
  }

private:
  /// False if it has to be tried again when another one has ended.
  bool start(size_t Task) {
    int Result[2], Errors[2];
    if (!open(Result))
      return noProcess(Task);
    if (!open(Errors)) {
      close(Result[0]);
      close(Result[1]);
      return noProcess(Task);
    }
    outs().flush();
    errs().flush();
    pid_t Process = fork();
    if (Process == 0) {
      Guard->restore();
      work(Task, Limits, Result[1], Errors[1], Work);
    }
    close(Result[1]);
    close(Errors[1]);
    if (Process < 0) {
      close(Result[0]);
      close(Errors[0]);
      return noProcess(Task);
    }
    Child New;
    New.Process = Process;
    New.Task = Task;
    New.Result = Result[0];
    New.Errors = Errors[0];
    New.Outcome.Slot = freeSlot();
    New.Outcome.Start = Clock::now();
    Running.push_back(std::move(New));
    Listener.started(Task);
    return true;
  }

  static bool open(int (&Pipe)[2]) { return pipe2(Pipe, O_CLOEXEC) == 0; }

  bool noProcess(size_t Task) {
    if (!Running.empty())
      return false;
    ChildOutcome Outcome;
    Outcome.How = ChildOutcome::End::NotStarted;
    Outcome.Problem = std::strerror(errno);
    Outcome.Start = Outcome.Stop = Clock::now();
    Listener.ended(Task, std::move(Outcome));
    return true;
  }

  unsigned freeSlot() const {
    unsigned Slot = 0;
    while (
        any_of(Running, [&](const Child &C) { return C.Outcome.Slot == Slot; }))
      ++Slot;
    return Slot;
  }

  Clock::time_point deadline(const Child &C) const {
    return C.Outcome.Start + std::chrono::seconds(Limits.Seconds);
  }

  /// Milliseconds until the next deadline, but at most a second.
  int patience() const {
    constexpr int Second = 1000;
    if (!Limits.Seconds)
      return Second;
    Clock::time_point First = Clock::time_point::max();
    for (const Child &Each : Running)
      First = std::min(First, deadline(Each));
    auto Left = std::chrono::duration_cast<std::chrono::milliseconds>(
        First - Clock::now());
    return std::clamp<int64_t>(Left.count() + 1, 0, Second);
  }

  void wait() {
    std::vector<pollfd> Watched;
    for (const Child &Each : Running)
      for (int Pipe : {Each.Result, Each.Errors})
        if (Pipe >= 0)
          Watched.push_back({Pipe, POLLIN, 0});
    if (Watched.empty())
      return;
    int Ready = Guard->wait(Watched, patience());
    if (Ready < 0)
      return; // Interrupted, as the next turn will see.
    if (Ready == 0)
      Listener.waiting();
    for (Child &Each : Running) {
      read(Each.Result, Each.Outcome.Bytes, Watched);
      read(Each.Errors, Each.Outcome.Errors, Watched);
      if (Limits.Seconds && !Each.IsTooSlow && Clock::now() >= deadline(Each)) {
        Each.IsTooSlow = true;
        kill(Each.Process, SIGKILL);
      }
    }
    for (size_t I = 0; I < Running.size();) {
      if (!Running[I].isDone()) {
        ++I;
        continue;
      }
      Child Done = std::move(Running[I]);
      Running.erase(Running.begin() + I);
      end(Done, 0);
      Listener.ended(Done.Task, std::move(Done.Outcome));
    }
  }

  static void read(int &Pipe, std::string &Into, ArrayRef<pollfd> Watched) {
    if (Pipe < 0 || none_of(
                        Watched,
                        [&](const pollfd &Each) {
                          return Each.fd == Pipe && Each.revents;
                        }))
      return;
    char Buffer[1 << 16];
    ssize_t Size = ::read(Pipe, Buffer, sizeof Buffer);
    if (Size < 0 && (errno == EINTR || errno == EAGAIN))
      return;
    if (Size > 0)
      return void(Into.append(Buffer, Size));
    close(Pipe);
    Pipe = -1;
  }

  /// Waits for the end of a child, after \p Signal if that is not 0.
  static void end(Child &C, int Signal) {
    if (Signal)
      kill(C.Process, Signal);
    for (int *Pipe : {&C.Result, &C.Errors})
      if (*Pipe >= 0)
        close(*Pipe);
    int Status = 0;
    while (waitpid(C.Process, &Status, 0) < 0 && errno == EINTR)
      ;
    C.Outcome.Stop = Clock::now();
    judge(C, Status);
  }

  static void judge(Child &C, int Status) {
    using End = ChildOutcome::End;
    ChildOutcome &Outcome = C.Outcome;
    if (WIFEXITED(Status) && WEXITSTATUS(Status) == 0) {
      Outcome.How = End::Finished;
      return;
    }
    Outcome.Bytes.clear();
    if (C.IsTooSlow)
      Outcome.How = End::TimedOut;
    else if (WIFEXITED(Status) && WEXITSTATUS(Status) == OutOfMemoryCode)
      Outcome.How = End::OutOfMemory;
    else
      Outcome.Problem =
          WIFSIGNALED(Status)
              ? (Twine("signal ") + Twine(WTERMSIG(Status)) + ", " +
                 strsignal(WTERMSIG(Status)))
                    .str()
              : (Twine("exit code ") + Twine(WEXITSTATUS(Status))).str();
  }

  const size_t Count;
  const unsigned Jobs;
  const ChildLimits &Limits;
  function_ref<std::string(size_t)> Work;
  ChildListener &Listener;
  InterruptsNoted Noted;
  std::vector<Child> Running;
};

} // namespace

InterruptsNoted::InterruptsNoted() {
  if (Guards++ > 0)
    return;
  Interrupted = 0;
  Guard.emplace();
}

InterruptsNoted::~InterruptsNoted() {
  if (--Guards == 0)
    Guard.reset();
}

InterruptsNoted::Woken InterruptsNoted::waitForBytes(int File,
                                                     Clock::time_point End) {
  using std::chrono::milliseconds;
  pollfd Watched{File, POLLIN, 0};
  while (!Interrupted) {
    const Clock::time_point Now = Clock::now();
    if (Now >= End)
      return Woken::ByTime;
    auto Left = std::chrono::ceil<milliseconds>(
        std::min<Clock::duration>(End - Now, milliseconds(1000)));
    if (Guard->wait(Watched, Left.count()) > 0)
      return Woken::ByBytes;
  }
  return Woken::ByUser;
}

bool runInChildren(size_t Count, unsigned Jobs, ChildLimits Limits,
                   function_ref<std::string(size_t)> Work,
                   ChildListener &Listener) {
  Interrupted = 0;
  return Pool(Count, Jobs, Limits, Work, Listener).run();
}

unsigned defaultJobs() {
  unsigned Processors =
      std::max(1u, hardware_concurrency().compute_thread_count());
  uint64_t Pages = sysconf(_SC_AVPHYS_PAGES), Size = sysconf(_SC_PAGESIZE);
  uint64_t ForMemory = std::max<uint64_t>(1, Pages * Size / BytesForOne);
  return std::min<uint64_t>(Processors, ForMemory);
}

} // namespace corolint
