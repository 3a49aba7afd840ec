// A header in the namespace of a library that knowledge files speak for.
#ifndef INPUTS_KNOWN_LIBRARY_H
#define INPUTS_KNOWN_LIBRARY_H

#include "lazy.h"
#include <unistd.h>

namespace cppcoro {
template <class T = void> using task = lib::task<T>;

inline task<void> wait_a_second() {
  sleep(1);
  co_return;
}
} // namespace cppcoro

#endif
