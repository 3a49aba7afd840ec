// How much memory of the program is in use: this program has an operator new of
// its own.

#ifndef COROLINT_TEST_RUNTIME_MEMORY_H
#define COROLINT_TEST_RUNTIME_MEMORY_H

#include <cstddef>
#include <cstdint>

// The thread sanitizer has one of its own that cannot be replaced: nothing is
// counted then.
#if defined(__SANITIZE_THREAD__)
#define COROLINT_TEST_OTHER_OPERATOR_NEW 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define COROLINT_TEST_OTHER_OPERATOR_NEW 1
#endif
#endif
#ifndef COROLINT_TEST_OTHER_OPERATOR_NEW
#define COROLINT_TEST_OTHER_OPERATOR_NEW 0
#endif

inline constexpr bool memory_is_counted = !COROLINT_TEST_OTHER_OPERATOR_NEW;

/// Bytes that operator new gave out and that were not given back.
std::int64_t bytes_in_use() noexcept;

/// How often operator new was called.
std::uint64_t allocations() noexcept;

/// Open descriptors of this process.
std::size_t open_descriptors();

#endif
