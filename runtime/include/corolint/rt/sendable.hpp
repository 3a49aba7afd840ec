// Whether a value may be used on another thread than the one that made it.

#ifndef COROLINT_RT_SENDABLE_HPP
#define COROLINT_RT_SENDABLE_HPP

#include <mutex>
#include <shared_mutex>
#include <type_traits>

namespace corolint::rt {

/// True unless \p T is known to belong to a thread. A checked build reports a
/// spawn of a coroutine with a parameter that is not. To be specialised for
/// types of your own, beside COROLINT_NOT_SENDABLE, which the checks read:
///
///     template <>
///     struct corolint::rt::is_sendable<handle> : std::false_type {};
///
/// Of a template whatever its arguments are; the compiler shows no members. A
/// reference is asked about as a pointer.
template <class T> struct is_sendable : std::true_type {};

template <template <class...> class Whole, class... Parts>
struct is_sendable<Whole<Parts...>>
    : std::bool_constant<(is_sendable<std::remove_cvref_t<Parts>>::value &&
                          ...)> {};

template <class T>
struct is_sendable<T *> : is_sendable<std::remove_cv_t<T>> {};

template <class Mutex>
struct is_sendable<std::unique_lock<Mutex>> : std::false_type {};
template <class Mutex>
struct is_sendable<std::shared_lock<Mutex>> : std::false_type {};

} // namespace corolint::rt

#endif
