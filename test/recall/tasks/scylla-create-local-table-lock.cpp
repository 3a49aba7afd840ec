// Repository: scylladb/scylladb
// Fixed in: bc482bfdea2bdb927d66ba528e38c3190f90c4e2
// The write lock of the table map was asked for and never waited for, so
// nothing kept others out while a system table was created.

#include "seastar.h"

struct table_config {
  bool durable = true;
};

class tables_metadata {
public:
  seastar::future<seastar::rwlock::holder> hold_write_lock() {
    return lock_.hold_write_lock();
  }

private:
  seastar::rwlock lock_;
};

class database {
public:
  tables_metadata &metadata();
  void add_table(const std::string &name, table_config config);
  seastar::future<> clear_failed(const std::string &name);
  seastar::future<> create_local_system_table(std::string name);
};

seastar::future<> database::create_local_system_table(std::string name) {
  table_config config;
  config.durable = false;
  auto lock = metadata().hold_write_lock(); // BUG: coro-discarded-task
  std::exception_ptr failure;
  try {
    add_table(name, config);
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure)
    co_await clear_failed(name);
}
