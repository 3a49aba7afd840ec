#include "Frames.h"
#include "llvm/ADT/Twine.h"
#include <utility>

using namespace llvm;

namespace corolint {

/// More than any message has; a wrong header must not take all memory.
static constexpr size_t LongestBody = size_t(1) << 30;

bool FrameReader::takeHeader(StringRef &Rest) {
  size_t End = Rest.find('\n');
  if (End == StringRef::npos)
    return false;
  StringRef Line = Rest.take_front(End).rtrim('\r');
  Rest = Rest.drop_front(End + 1);
  size_t Size;
  if (Line.consume_front_insensitive("Content-Length:")) {
    if (!Line.trim().getAsInteger(10, Size) && Size <= LongestBody)
      SaidSize = Size;
  } else if (Line.empty() && SaidSize) {
    BodySize = std::exchange(SaidSize, 0);
  }
  return true;
}

void FrameReader::feed(StringRef Bytes, function_ref<void(StringRef)> See) {
  Buffer.append(Bytes.begin(), Bytes.end());
  StringRef Rest = Buffer;
  while (true) {
    if (!BodySize) {
      if (!takeHeader(Rest))
        break;
    } else if (Rest.size() >= *BodySize) {
      See(Rest.take_front(*BodySize));
      Rest = Rest.drop_front(*BodySize);
      BodySize.reset();
    } else {
      break;
    }
  }
  Buffer.erase(0, Buffer.size() - Rest.size());
}

std::string framed(StringRef Body) {
  return ("Content-Length: " + Twine(Body.size()) + "\r\n\r\n" + Body).str();
}

} // namespace corolint
