// One end of a conversation: messages that come from a stream and messages that
// go into one, without ever waiting for it.

#ifndef COROLINT_LSP_CHANNEL_H
#define COROLINT_LSP_CHANNEL_H

#include "Frames.h"

namespace corolint {

class Channel {
public:
  /// Reads from the file descriptor \p From and writes to \p To.
  Channel(int From, int To) : From(From), To(To) {}

  /// -1 if there is nothing to wait for.
  int readable() const { return From; }
  int writable() const { return Unsent.empty() ? -1 : To; }

  /// Has a message written when there is room.
  void send(llvm::StringRef Body);

  /// Once there is something to read: gives the messages that are complete.
  /// False at the end of the stream.
  bool receive(llvm::function_ref<void(llvm::StringRef)> See);

  /// Once there is room: writes. False if nobody reads any more.
  bool flush();

  /// Nothing more will be sent than what is.
  void finish();

private:
  void closeIfDone();

  int From, To;
  FrameReader Messages;
  std::string Unsent;
  bool IsFinished = false;
};

} // namespace corolint

#endif
