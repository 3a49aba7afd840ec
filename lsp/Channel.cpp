#include "Channel.h"
#include <cerrno>
#include <climits>
#include <unistd.h>
#include <utility>

using namespace llvm;

namespace corolint {

void Channel::send(StringRef Body) {
  if (To >= 0 && !IsFinished)
    Unsent += framed(Body);
}

bool Channel::receive(function_ref<void(StringRef)> See) {
  char Bytes[1 << 16];
  ssize_t Got = read(From, Bytes, sizeof Bytes);
  if (Got > 0) {
    Messages.feed({Bytes, size_t(Got)}, See);
    return true;
  }
  if (Got < 0 && (errno == EINTR || errno == EAGAIN))
    return true;
  From = -1;
  return false;
}

/// As much as a pipe with any room takes at once.
bool Channel::flush() {
  ssize_t Put =
      write(To, Unsent.data(), std::min<size_t>(Unsent.size(), PIPE_BUF));
  if (Put < 0 && (errno == EINTR || errno == EAGAIN))
    return true;
  if (Put < 0) {
    Unsent.clear();
    finish();
    return false;
  }
  Unsent.erase(0, Put);
  closeIfDone();
  return true;
}

void Channel::finish() {
  IsFinished = true;
  closeIfDone();
}

void Channel::closeIfDone() {
  if (IsFinished && Unsent.empty() && To >= 0)
    close(std::exchange(To, -1));
}

} // namespace corolint
