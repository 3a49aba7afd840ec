// Repository: m4saka/CoTaskLib
// Fixed in: 0079da03e688d72d369e1c4bebac00c311a177e9
// The simpler of two overloads was a coroutine, so that its view of the text
// was looked at late; the other one makes a sequence of it at once.

#include "lazy_base.h"

#include <string>
#include <vector>

class ScopedRunner {
public:
  void forget();
};

RECALL_LAZY_TASK(Task, ScopedRunner runScoped() &&;);

class StringView {
public:
  StringView(const std::u32string &text)
      : begin_(text.data()), size_(text.size()) {}
  const char32_t *data() const { return begin_; }
  std::size_t size() const { return size_; }

private:
  const char32_t *begin_;
  std::size_t size_;
};

Task<std::u32string> play(std::u32string text,
                          std::vector<std::string> buttons);

inline Task<std::u32string> SimpleDialog(StringView text,
                                         std::vector<std::string> buttons) {
  return play(std::u32string(text.data(), text.size()), std::move(buttons));
}

inline Task<void> SimpleDialog(StringView text) {
  co_await SimpleDialog(text, {"OK"});
}

void game_main(bool (*update)()) {
  auto task = SimpleDialog(
      std::u32string(U"game over")); // BUG: coro-dangling-parameter
  std::move(task).runScoped().forget();
  while (update()) {
  }
}
