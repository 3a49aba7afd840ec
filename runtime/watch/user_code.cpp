#include "user_code.hpp"
#include <algorithm>
#include <dlfcn.h>
#include <iterator>
#include <string_view>

namespace corolint::rt::detail {

static bool starts_with_any(std::string_view text,
                            std::initializer_list<std::string_view> starts) {
  return std::any_of(
      starts.begin(), starts.end(),
      [text](std::string_view each) { return text.starts_with(each); });
}

static bool is_own(std::uintptr_t address) {
  static const auto own = [] {
    Dl_info info{};
    dladdr(reinterpret_cast<const void *>(&is_own), &info);
    return info.dli_fbase;
  }();
  Dl_info info{};
  return dladdr(reinterpret_cast<const void *>(address), &info) != 0 &&
         info.dli_fbase == own;
}

/// True for code of the system's libraries and of this one.
static bool is_in_library(std::uintptr_t address) {
  Dl_info info{};
  if (dladdr(reinterpret_cast<const void *>(address), &info) == 0)
    return true;
  return is_own(address) ||
         starts_with_any(info.dli_fname ? info.dli_fname : "",
                         {"/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/",
                          "/usr/local/lib/", "linux-vdso"});
}

/// True for functions and methods that libraries put into programs.
static bool is_of_library(std::string_view function) {
  return starts_with_any(
      function, {"std::", "__gnu_cxx::", "boost::", "asio::", "QCoro::",
                 "QtPrivate::", "QtConcurrent::", "corolint::rt::"});
}

static bool is_users(const code_place &place) {
  // A path that is not in full is no less the user's than the file of the code.
  if (!place.file.empty() && !place.file.starts_with("."))
    return !place.is_foreign();
  return !place.function.empty() && !is_of_library(place.function) &&
         !is_in_library(place.address);
}

unsigned calls_from(const call_stack &stack, const call_stack &place) noexcept {
  const auto calls = stack.calls();
  const auto loop = place.calls();
  // From where they part they are the same; the outermost calls of a deep stack
  // are not known.
  for (auto at = calls.begin(); at != calls.end(); ++at) {
    const auto same = std::find(loop.begin(), loop.end(), *at);
    const auto count = std::min(calls.end() - at, loop.end() - same);
    if (count != 0 && std::equal(at, at + count, same))
      return static_cast<unsigned>(at - calls.begin());
  }
  return static_cast<unsigned>(calls.size());
}

/// What was inlined where \p stack and \p place part: the last of the calls
/// that the loop has made may be none for the machine.
static std::vector<code_place> parted(std::uintptr_t address,
                                      std::uintptr_t waits_at) {
  std::vector<code_place> found = places_at(address);
  std::vector<code_place> loop = places_at(waits_at);
  while (!found.empty() && !loop.empty() &&
         found.back().function == loop.back().function) {
    found.pop_back();
    loop.pop_back();
  }
  return found;
}

user_code::user_code(const call_stack &stack, const call_stack &place) {
  const auto add = [this](std::vector<code_place> more) {
    std::move(more.begin(), more.end(), std::back_inserter(places_));
  };
  const unsigned count = calls_from(stack, place);
  for (const std::uintptr_t each : stack.addresses().first(count))
    add(places_at(each));
  if (count != stack.calls().size()) {
    const auto loop = place.calls();
    const auto at = std::find(loop.begin(), loop.end(), stack.calls()[count]) -
                    loop.begin();
    add(parted(stack.addresses()[count],
               place.addresses()[static_cast<std::size_t>(at)]));
  }
  // Who ends the program may wait.
  const bool ends =
      std::any_of(places_.begin(), places_.end(), [](const code_place &each) {
        return each.function == "exit" && is_in_library(each.address);
      });
  if (ends)
    places_.clear();
}

const code_place *user_code::innermost() const noexcept {
  const auto at = std::find_if(places_.begin(), places_.end(), is_users);
  return at == places_.end() ? nullptr : &*at;
}

bool user_code::is_inside_library() const noexcept {
  const auto end = std::find_if(places_.begin(), places_.end(), is_users);
  return std::any_of(places_.begin(), end, [](const code_place &each) {
    return is_in_library(each.address) && !is_own(each.address);
  });
}

const code_place *user_code::caller() const noexcept {
  const auto at =
      std::find_if(places_.begin(), places_.end(), [](const code_place &each) {
        return each.in_coroutine && is_users(each);
      });
  return at == places_.end() ? innermost() : &*at;
}

} // namespace corolint::rt::detail
