// Repository: ffmpeginteropx/FFmpegInteropX
// Fixed in: 9139cab36dbec61b25f888854316a0f619323998
// After the parsing in the background the lock was taken there; then the
// coroutine went back to the caller's thread and unlocked on that one.

#include "winrt.h"

#include <mutex>
#include <vector>

struct subtitle_stream {
  bool empty() const;
  void detach();
};
struct subtitle_parser {
  std::vector<subtitle_stream> streams;
  bool read_packet();
};

class media_source {
  std::recursive_mutex mutex_;
  std::vector<subtitle_stream> subtitles_;

public:
  winrt::Windows::Foundation::IAsyncOperation<int>
  AddExternalSubtitleAsync(subtitle_parser &parser) {
    winrt::apartment_context caller;
    co_await winrt::resume_background();
    while (parser.read_packet())
      ;
    std::lock_guard lock(mutex_); // BUG: coro-lock-across-await
    for (auto &stream : parser.streams) {
      if (stream.empty())
        continue;
      stream.detach();
      subtitles_.push_back(stream);
    }
    co_await caller;
    co_return static_cast<int>(subtitles_.size());
  }
};
