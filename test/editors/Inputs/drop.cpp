#include "lazy.h"

lib::task<void> save(int id);

lib::task<void> handle(int id) {
  save(id);
  co_return;
}
