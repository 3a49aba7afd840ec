// The two streams of clangd's protocol, with a Conversation between them.

#ifndef COROLINT_CLANGD_TAPPEDSTREAMS_H
#define COROLINT_CLANGD_TAPPEDSTREAMS_H

#include "Conversation.h"
#include "Frames.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdio>

namespace corolint {

/// A stream that reads what \p In has and lets \p Listener hear each message;
/// \p In itself if that is not possible. Nobody reads \p In but through it.
std::FILE *tappedInput(std::FILE *In, Conversation &Listener);

/// Writes each message to another stream, as a Conversation wants it.
class TappedOutput : public llvm::raw_ostream {
public:
  TappedOutput(llvm::raw_ostream &Out, Conversation &Speaker)
      : raw_ostream(/*unbuffered=*/true), Out(Out), Speaker(Speaker) {}

private:
  void write_impl(const char *Bytes, size_t Size) override;
  uint64_t current_pos() const override { return Written; }

  llvm::raw_ostream &Out;
  Conversation &Speaker;
  FrameReader Messages;
  uint64_t Written = 0;
};

} // namespace corolint

#endif
