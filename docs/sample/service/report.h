// What the owner of the shop reads.

#ifndef SHOP_REPORT_H
#define SHOP_REPORT_H

#include "audit.h"
#include "cache.h"
#include "store.h"

#include <string>

namespace shop {

coro::task<std::string> report(store &source, const cache &products,
                               const audit &log);

} // namespace shop

#endif
