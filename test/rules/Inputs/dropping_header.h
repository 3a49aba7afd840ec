// A header with a mistake in it.
#ifndef INPUTS_DROPPING_HEADER_H
#define INPUTS_DROPPING_HEADER_H

#include "lazy.h"

namespace shop {

lib::task<void> order(int count);

inline lib::task<void> restock(int count) {
  order(count);
  co_return;
}

} // namespace shop

#endif
