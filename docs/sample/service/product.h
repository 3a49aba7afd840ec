#ifndef SHOP_PRODUCT_H
#define SHOP_PRODUCT_H

#include <string>

namespace shop {

struct product {
  int id = 0;
  std::string name;
  int cents = 0;
};

} // namespace shop

#endif
