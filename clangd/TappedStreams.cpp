#include "TappedStreams.h"
#include <unistd.h>

using namespace llvm;

namespace corolint {
namespace {

struct Tap {
  int Number;
  Conversation &Listener;
  FrameReader Messages;
};

} // namespace

/// clangd looks at errno after a signal, so that goes through.
static ssize_t readThrough(void *Cookie, char *Into, size_t Size) {
  Tap &From = *static_cast<Tap *>(Cookie);
  ssize_t Got = read(From.Number, Into, Size);
  if (Got > 0)
    From.Messages.feed({Into, size_t(Got)},
                       [&](StringRef Body) { From.Listener.hear(Body); });
  return Got;
}

static int closeTap(void *Cookie) {
  delete static_cast<Tap *>(Cookie);
  return 0;
}

std::FILE *tappedInput(std::FILE *In, Conversation &Listener) {
  auto *Cookie = new Tap{fileno(In), Listener, {}};
  std::FILE *Tapped =
      fopencookie(Cookie, "r", {readThrough, nullptr, nullptr, closeTap});
  if (Tapped)
    return Tapped;
  delete Cookie;
  return In;
}

void TappedOutput::write_impl(const char *Bytes, size_t Size) {
  Written += Size;
  Messages.feed({Bytes, Size}, [&](StringRef Body) {
    std::optional<std::string> Instead = Speaker.answer(Body);
    Out << framed(Instead ? StringRef(*Instead) : Body);
    Out.flush();
  });
}

} // namespace corolint
