#include "ServerProcess.h"
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace corolint {

std::optional<ServerProcess>
ServerProcess::start(const std::vector<std::string> &Command,
                     std::string &Why) {
  int In[2], Out[2];
  // Closed in other children, or they would keep each other's streams open.
  if (pipe2(In, O_CLOEXEC) || pipe2(Out, O_CLOEXEC)) {
    Why = std::strerror(errno);
    return std::nullopt;
  }
  std::vector<char *> Words;
  for (const std::string &Word : Command)
    Words.push_back(const_cast<char *>(Word.c_str()));
  Words.push_back(nullptr);

  posix_spawn_file_actions_t Actions;
  posix_spawn_file_actions_init(&Actions);
  posix_spawn_file_actions_adddup2(&Actions, In[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&Actions, Out[1], STDOUT_FILENO);
  posix_spawnattr_t Attributes;
  posix_spawnattr_init(&Attributes);
  // We ignore it, which a child would inherit.
  sigset_t Default;
  sigemptyset(&Default);
  sigaddset(&Default, SIGPIPE);
  posix_spawnattr_setsigdefault(&Attributes, &Default);
  posix_spawnattr_setflags(&Attributes, POSIX_SPAWN_SETSIGDEF);

  ServerProcess Server;
  int Error = posix_spawnp(&Server.Id, Words.front(), &Actions, &Attributes,
                           Words.data(), environ);
  posix_spawnattr_destroy(&Attributes);
  posix_spawn_file_actions_destroy(&Actions);
  close(In[0]);
  close(Out[1]);
  Server.Input = In[1];
  Server.Output = Out[0];
  if (!Error)
    return Server;
  Why = std::strerror(Error);
  close(Server.Input);
  close(Server.Output);
  return std::nullopt;
}

static int exitCode(int Status) {
  return WIFEXITED(Status) ? WEXITSTATUS(Status) : 128 + WTERMSIG(Status);
}

int ServerProcess::wait() {
  int Status = 0;
  while (waitpid(Id, &Status, 0) < 0)
    if (errno != EINTR)
      return 0;
  return exitCode(Status);
}

int ServerProcess::waitShortly() {
  // Its streams close a moment before it can be waited for.
  for (int Tries = 50; Tries > 0; --Tries) {
    int Status = 0;
    if (waitpid(Id, &Status, WNOHANG) == Id)
      return exitCode(Status);
    usleep(10000);
  }
  return end();
}

int ServerProcess::end() {
  kill(Id, SIGKILL);
  return wait();
}

} // namespace corolint
