#include "corolint/rt/stream_operations.hpp"

namespace corolint::rt::detail {

std::size_t at_least_one(std::size_t count) {
  if (count == 0)
    throw std::invalid_argument("corolint::rt: a stream of nothing at a time");
  return count;
}

} // namespace corolint::rt::detail
