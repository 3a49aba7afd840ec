#include "corolint/rt/io_error.hpp"
#include <netdb.h>
#include <string>

namespace corolint::rt {

namespace {

class io_category_type final : public std::error_category {
  const char *name() const noexcept override { return "corolint::rt::io"; }
  std::string message(int number) const override {
    switch (static_cast<io_error>(number)) {
    case io_error::unexpected_end:
      return "the stream ended too early";
    case io_error::limit_exceeded:
      return "the delimiter did not come within the limit";
    }
    return "unknown";
  }
};

class resolve_category_type final : public std::error_category {
  const char *name() const noexcept override { return "corolint::rt::resolve"; }
  std::string message(int number) const override {
    return ::gai_strerror(number);
  }
};

} // namespace

const std::error_category &io_category() noexcept {
  static const io_category_type category;
  return category;
}

const std::error_category &resolve_category() noexcept {
  static const resolve_category_type category;
  return category;
}

} // namespace corolint::rt
