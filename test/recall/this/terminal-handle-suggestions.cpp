// Repository: microsoft/terminal
// Fixed in: a528141fe6cbf10a3a9ce3f8680eb70d3a27df20
// The page asks for the snippets, which may take a while, and then opens its
// palette with them although the page may be gone.

#include "winrt.h"

#include <string>
#include <vector>

using winrt::Windows::Foundation::IAsyncOperation;

struct action_map {
  IAsyncOperation<std::vector<std::string>> FilterToSnippets(std::string line);
};
struct suggestion_event {
  std::string line;
  bool handled = false;
};

class terminal_page : public winrt::implements<terminal_page> {
  action_map actions_;
  wil::dispatcher dispatcher_;
  std::vector<std::string> palette_;

  void open_suggestions(std::vector<std::string> commands) {
    palette_ = std::move(commands);
  }

  winrt::fire_and_forget do_handle_suggestions(std::string line) {
    auto commands = co_await actions_.FilterToSnippets(line);
    co_await wil::resume_foreground(dispatcher_);
    open_suggestions(std::move(commands));
  }

public:
  void HandleSuggestions(suggestion_event &args) {
    do_handle_suggestions(args.line); // BUG: coro-dangling-this
    args.handled = true;
  }
};
