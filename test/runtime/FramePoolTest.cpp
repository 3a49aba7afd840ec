#include "Support.h"
#include "corolint/rt/detail/frame_pool.hpp"
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <random>
#include <thread>
#include <vector>

namespace detail = corolint::rt::detail;

namespace {

/// A frame full of one byte, which nobody else writes.
class filled {
public:
  filled(std::size_t size, unsigned char with)
      : frame_(detail::allocate_frame(size)), size_(size), with_(with) {
    std::memset(frame_, with_, size_);
  }
  filled(filled &&other) noexcept
      : frame_(std::exchange(other.frame_, nullptr)), size_(other.size_),
        with_(other.with_) {}
  filled &operator=(filled &&other) noexcept {
    std::swap(frame_, other.frame_);
    std::swap(size_, other.size_);
    std::swap(with_, other.with_);
    return *this;
  }
  ~filled() {
    if (frame_)
      detail::release_frame(frame_, size_);
  }
  bool is_whole() const {
    const auto *bytes = static_cast<const unsigned char *>(frame_);
    return std::all_of(bytes, bytes + size_,
                       [&](unsigned char each) { return each == with_; });
  }

private:
  void *frame_;
  std::size_t size_;
  unsigned char with_;
};

TEST(FramePool, KeepsWhatStandsInEachFrame) {
  // More than a thread keeps and more than a slab holds, of all sizes.
  std::mt19937 random(1);
  std::vector<filled> frames;
  for (int round = 0; round != 4; ++round) {
    for (int i = 0; i != 4000; ++i)
      frames.emplace_back(1 + random() % 1200,
                          static_cast<unsigned char>(random()));
    for (const filled &each : frames)
      ASSERT_TRUE(each.is_whole());
    std::shuffle(frames.begin(), frames.end(), random);
    frames.erase(frames.begin() + 1000, frames.end());
  }
}

TEST(FramePool, TakesFramesBackOnAnyThread) {
  std::vector<filled> frames;
  for (int round = 0; round != 4; ++round) {
    std::thread([&] {
      for (int i = 0; i != 3000; ++i)
        frames.emplace_back(100, static_cast<unsigned char>(i));
    }).join();
    for (const filled &each : frames)
      ASSERT_TRUE(each.is_whole());
    std::vector<std::thread> threads;
    for (std::size_t at = 0; at != 3; ++at)
      threads.emplace_back([&, at] {
        for (std::size_t i = at; i < frames.size(); i += 3)
          const filled gone = std::move(frames[i]);
      });
    for (std::thread &each : threads)
      each.join();
    frames.clear();
  }
}

TEST(FramePool, GivesAlignedFrames) {
  for (std::size_t size = 1; size < 1100; size += 7) {
    void *const frame = detail::allocate_frame(size);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(frame) %
                  __STDCPP_DEFAULT_NEW_ALIGNMENT__,
              0u);
    detail::release_frame(frame, size);
  }
}

TEST(FramePool, HasAllFramesBackWhenAThreadHasEnded) {
  const std::size_t before = detail::frames_out();
  std::thread([&] {
    std::vector<filled> frames;
    for (int i = 0; i != 3000; ++i)
      frames.emplace_back(1 + i % 1000, static_cast<unsigned char>(i));
    if (!COROLINT_RT_SANITIZED) {
      EXPECT_GE(detail::frames_out(), before + 3000);
    }
  }).join();
  EXPECT_EQ(detail::frames_out(), before);
}

} // namespace
