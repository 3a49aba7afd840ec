// A price list that is shared, not copied.

#ifndef SHOP_SNAPSHOT_H
#define SHOP_SNAPSHOT_H

#include "product.h"

#include <utility>
#include <vector>

namespace shop {

/// Owns a price list together with its copies; the last one frees it.
class snapshot {
public:
  explicit snapshot(std::vector<product> products)
      : shared_(new shared{std::move(products), 1}) {}
  snapshot(const snapshot &other) : shared_(other.shared_) {
    ++shared_->owners;
  }
  snapshot &operator=(snapshot other) {
    std::swap(shared_, other.shared_);
    return *this;
  }
  ~snapshot() {
    if (--shared_->owners == 0)
      delete shared_;
  }

  const std::vector<product> &products() const { return shared_->products; }

private:
  struct shared {
    std::vector<product> products;
    int owners;
  };

  shared *shared_;
};

} // namespace shop

#endif
