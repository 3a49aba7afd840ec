#include "allocator.hpp"
#include <algorithm>
#include <array>
#include <dlfcn.h>
#include <link.h>
#include <string_view>

namespace corolint::rt::detail {

namespace {

/// Those of C, and the operators of C++, which are there if the program has
/// some.
constexpr std::array names = {
    "malloc", "calloc", "realloc", "free",   "aligned_alloc", "posix_memalign",
    "_Znwm",  "_Znam",  "_ZdlPv",  "_ZdaPv", "_ZdlPvm",       "_ZdaPvm"};

struct {
  std::array<std::uintptr_t, names.size()> functions;
  /// The library that brings them, if it has no other purpose.
  std::uintptr_t begin, end;
} constinit found{};

std::uintptr_t address_of(const char *function) noexcept {
  return reinterpret_cast<std::uintptr_t>(dlsym(RTLD_DEFAULT, function));
}

/// Notes where \p object lies if it is a library with malloc().
int note_library(dl_phdr_info *object, std::size_t, void *libc) noexcept {
  const std::string_view name(object->dlpi_name ? object->dlpi_name : "");
  std::uintptr_t begin = UINTPTR_MAX, end = 0;
  for (const ElfW(Phdr) & part :
       std::span(object->dlpi_phdr, object->dlpi_phnum))
    if (part.p_type == PT_LOAD) {
      begin = std::min(begin, object->dlpi_addr + part.p_vaddr);
      end = std::max(end, object->dlpi_addr + part.p_vaddr + part.p_memsz);
    }
  const auto contains = [begin, end](std::uintptr_t address) {
    return begin <= address && address < end;
  };
  // The program itself has no name.
  if (name.empty() || !contains(found.functions.front()) ||
      contains(*static_cast<const std::uintptr_t *>(libc)))
    return 0;
  found.begin = begin;
  found.end = end;
  return 1;
}

} // namespace

void find_allocator() noexcept {
  std::transform(names.begin(), names.end(), found.functions.begin(),
                 address_of);
  std::uintptr_t libc = address_of("gnu_get_libc_version");
  dl_iterate_phdr(note_library, &libc);
}

bool is_in_allocator(const call_stack &stack) noexcept {
  const auto calls = stack.calls();
  const auto addresses = stack.addresses();
  return std::any_of(calls.begin(), calls.end(),
                     [](const call_stack::call &each) {
                       const auto &functions = found.functions;
                       return std::find(functions.begin(), functions.end(),
                                        each.function) != functions.end();
                     }) ||
         std::any_of(addresses.begin(), addresses.end(),
                     [](std::uintptr_t each) {
                       return found.begin <= each && each < found.end;
                     });
}

} // namespace corolint::rt::detail
