// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: 3cf72ac9f40cc47443495c7fd66adb0a847e37c3
// What binds a function to a thread forwarded its arguments; it is a coroutine
// that first changes the thread, and nobody can wait for its end.

#include "winrt.h"

#include <functional>
#include <string>
#include <utility>

template <class Context, class Fn> class context_binder {
  Context context_;
  Fn fn_;

public:
  template <class InitContext, class InitFn>
  context_binder(InitContext &&context, InitFn &&fn)
      : context_(std::forward<InitContext>(context)),
        fn_(std::forward<InitFn>(fn)) {}

  template <class Argument>
  winrt::fire_and_forget
  operator()(Argument &&argument) const { // BUG: coro-dangling-parameter
    co_await context_;
    std::invoke(fn_, std::forward<Argument>(argument));
  }
};

struct web_view {
  std::function<void(std::string)> on_message;
  void post(const std::string &json);
};

void bind_messages(web_view &view) {
  auto handler = [&view](const std::string &json) { view.post(json); };
  view.on_message = context_binder<winrt::apartment_context, decltype(handler)>(
      winrt::apartment_context(), handler);
}
