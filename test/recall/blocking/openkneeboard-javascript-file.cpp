// Repository: OpenKneeboard/OpenKneeboard
// Fixed in: 7b75529306fee35d3e3fefcfd40d5442042bd1b1
// The script was read from the disk on the thread of the user interface before
// it was handed to the browser.

#include "winrt.h"

#include <filesystem>
#include <fstream>
#include <sstream>

using winrt::Windows::Foundation::IAsyncAction;

struct web_view {
  IAsyncAction AddScriptAsync(std::string script);
};

class web_page {
  web_view view_;

public:
  IAsyncAction ImportJavascriptFile(std::filesystem::path path) {
    std::ifstream f(path); // BUG: coro-blocking-call
    std::stringstream text;
    text << f.rdbuf();
    const auto script = text.str();
    co_await view_.AddScriptAsync(script);
  }
};
