#include "code_place.hpp"
#include <algorithm>
#include <backtrace.h>
#include <cstdlib>
#include <cxxabi.h>
#include <string_view>

namespace corolint::rt::detail {

static void ignore_error(void *, const char *, int) {}

static backtrace_state *debug_info() {
  static backtrace_state *const state =
      backtrace_create_state(nullptr, 1, ignore_error, nullptr);
  return state;
}

/// \p name without what stands between \p open and \p close, nested or not.
static std::string without_brackets(std::string_view name, char open,
                                    char close) {
  std::string out;
  int depth = 0;
  for (const char c : name) {
    if (c == open)
      ++depth;
    else if (c == close && depth > 0)
      --depth;
    else if (depth == 0)
      out += c;
  }
  return out;
}

/// The qualified name in what compilers write for a function.
static std::string name_in(std::string_view full) {
  // Demangled, the operator of a literal has a space before its suffix.
  constexpr std::string_view literal = "operator\"\"";
  if (const std::size_t at = full.find(literal); at != full.npos) {
    std::string_view suffix = full.substr(at + literal.size());
    suffix.remove_prefix(
        std::min(suffix.find_first_not_of(' '), suffix.size()));
    return name_in(full.substr(0, at)) + std::string(literal) +
           std::string(suffix.substr(0, suffix.find_first_of("<( ")));
  }
  // Operators have brackets in their names.
  for (const std::string_view sign :
       {"operator()", "operator<=>", "operator<<", "operator>>", "operator<",
        "operator>", "operator->"})
    if (const std::size_t at = full.find(sign); at != std::string_view::npos) {
      std::string before = name_in(full.substr(0, at));
      return before + std::string(sign);
    }
  std::string name =
      without_brackets(without_brackets(full, '<', '>'), '(', ')');
  while (!name.empty() && name.back() == ' ')
    name.pop_back();
  for (const std::string_view end : {" const", " &&", " &", " noexcept"})
    if (name.ends_with(end))
      name.resize(name.size() - end.size());
  // Clang says what a template stands for: "... [T = int]".
  if (const std::size_t bracket = name.find(" ["); bracket != std::string::npos)
    name.resize(bracket);
  // A template has its result in front.
  if (const std::size_t space = name.rfind(' '); space != std::string::npos)
    name.erase(0, space + 1);
  return name;
}

static std::string demangled(const char *symbol) {
  if (!symbol)
    return "";
  std::string_view name(symbol);
  if (!name.starts_with("_Z"))
    return name_in(name); // line tables have no symbols
  int status = 0;
  char *const text = abi::__cxa_demangle(symbol, nullptr, nullptr, &status);
  if (!text)
    return std::string(name);
  std::string out = name_in(text);
  std::free(text);
  return out;
}

std::string short_name_of(std::string_view function) {
  if (function.empty())
    return "a coroutine";
  if (function.find("lambda") != std::string_view::npos ||
      function.find("anonymous class") != std::string_view::npos ||
      function.find("$_") != std::string_view::npos)
    return "a lambda";
  const std::string name = name_in(function);
  if (name == "operator()")
    return "a lambda"; // as GCC names those that are coroutines
  const std::size_t colons = name.rfind("::");
  return colons == std::string::npos ? name : name.substr(colons + 2);
}

std::string name_of_type(std::string_view text) {
  // "... [T = ns::name<int> &]" by Clang, "... [with T = ...]" by GCC.
  const std::size_t equals = text.find("T = ");
  if (equals == std::string_view::npos)
    return std::string(text);
  text.remove_prefix(equals + 4);
  text = text.substr(0, text.find_last_of(']'));
  std::string name = without_brackets(text, '<', '>');
  while (!name.empty() &&
         (name.back() == '&' || name.back() == '*' || name.back() == ' '))
    name.pop_back();
  return name;
}

std::string short_name_of_type(std::string_view text) {
  const std::string name = name_of_type(text);
  const std::size_t colons = name.rfind("::");
  return colons == std::string::npos ? name : name.substr(colons + 2);
}

std::string code_place::short_name() const { return short_name_of(function); }

/// True for what \p folder of this library holds, whose sources are where this
/// one is.
static bool lies_in(std::string_view folder, std::string_view file) {
  constexpr std::string_view here = __FILE__;
  constexpr std::string_view root =
      here.substr(0, here.rfind("src/checked/code_place.cpp"));
  return file.starts_with(root) && file.substr(root.size()).starts_with(folder);
}

bool is_of_this_library(std::string_view file) {
  return file.find("/corolint/rt/") != file.npos || lies_in("src/", file) ||
         lies_in("watch/", file);
}

bool code_place::is_of_runtime() const {
  return is_of_this_library(file) || function.starts_with("corolint::rt::");
}

bool code_place::is_foreign() const {
  const std::string_view path(file);
  return path.empty() || is_of_runtime() ||
         path.find("/include/c++/") != path.npos ||
         path.starts_with("/usr/include/") || path.starts_with("/usr/lib/") ||
         path.starts_with("/usr/local/include/") || path.starts_with(".");
}

/// Clang and GCC split the body of a coroutine from the function that makes
/// it, and name it so.
static bool names_coroutine_body(std::string_view symbol) {
  // Stopped coroutines are destroyed: what blocks there blocks in their scopes.
  for (const std::string_view part : {".resume", ".actor", ".destroy"})
    if (symbol.find(part) != symbol.npos)
      return true;
  return false;
}

/// libbacktrace puts the folder of the compiler before each name of a file,
/// also before one that begins at the root.
static std::string path_of(const char *file) {
  std::string path(file ? file : "");
  if (const std::size_t root = path.rfind("//"); root != std::string::npos)
    path.erase(0, root + 1);
  return path;
}

std::vector<code_place> places_at(std::uintptr_t address) {
  backtrace_state *const state = debug_info();
  std::vector<code_place> found;
  if (!state)
    return found;
  backtrace_pcinfo(
      state, address,
      [](void *to, std::uintptr_t, const char *file, int line,
         const char *function) {
        if (file || function)
          static_cast<std::vector<code_place> *>(to)->push_back(
              {.file = path_of(file),
               .line = static_cast<unsigned>(line),
               .function = demangled(function)});
        return 0;
      },
      ignore_error, &found);
  const char *symbol = nullptr;
  backtrace_syminfo(
      state, address,
      [](void *to, std::uintptr_t, const char *name, std::uintptr_t,
         std::uintptr_t) { *static_cast<const char **>(to) = name; },
      ignore_error, &symbol);
  if (symbol) {
    if (found.empty())
      found.push_back({.file = "", .function = demangled(symbol)});
    else if (found.back().function.empty())
      found.back().function = demangled(symbol);
    found.back().in_coroutine = names_coroutine_body(symbol);
    found.back().destroys_coroutine =
        std::string_view(symbol).find(".destroy") != std::string_view::npos;
  }
  for (code_place &each : found)
    each.address = address;
  return found;
}

std::uintptr_t start_of_function(std::uintptr_t address) {
  std::uintptr_t start = address;
  if (backtrace_state *const state = debug_info())
    backtrace_syminfo(
        state, address,
        [](void *to, std::uintptr_t, const char *, std::uintptr_t begin,
           std::uintptr_t) {
          if (begin != 0)
            *static_cast<std::uintptr_t *>(to) = begin;
        },
        ignore_error, &start);
  return start;
}

std::vector<code_place> places_at(std::span<const std::uintptr_t> addresses) {
  std::vector<code_place> all;
  for (const std::uintptr_t each : addresses) {
    std::vector<code_place> here = places_at(each);
    std::move(here.begin(), here.end(), std::back_inserter(all));
  }
  return all;
}

const code_place *first_own(std::span<const code_place> places) {
  const auto at =
      std::find_if(places.begin(), places.end(),
                   [](const code_place &each) { return !each.is_foreign(); });
  return at == places.end() ? nullptr : &*at;
}

} // namespace corolint::rt::detail
