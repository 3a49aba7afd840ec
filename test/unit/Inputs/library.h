// A library that knowledge can speak for, in a header found by -I.

namespace acme {
namespace detail {
inline int helper() { return 1; }
} // namespace detail
struct Channel {
  int receive() { return detail::helper(); }
  template <typename T> T convert() { return T(); }
};
} // namespace acme

#define ACME_FUNCTION(name)                                                    \
  inline int name() { return 2; }

inline int besideTheLibrary() { return 3; }
