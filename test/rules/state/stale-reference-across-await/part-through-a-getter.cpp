// RUN: %check_rule %s coro-stale-reference-across-await
// A part of what is owned goes with the whole, whoever gives it.

#include "lazy.h"
#include <map>
#include <memory>
#include <string>

lib::task<void> work();
void use(const std::string &text);

struct topology {
  std::string name;
};

class metadata {
public:
  const topology &current() const { return topology_; }

private:
  topology topology_;
};

class database {
public:
  void replace(std::shared_ptr<metadata> next) { shared_ = std::move(next); }
  const metadata &get() const { return *shared_; }
  std::shared_ptr<metadata> keep() const { return shared_; }

  lib::task<void> of_an_element(int key) {
    const topology &now = all_[key].current();
    // CHECK: :[[@LINE-1]]:21: warning: the reference 'now' into 'all_' is used after a suspension; 'all_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:9: note: used here afterwards
    // CHECK: :[[@LINE+5]]:31: note: 'all_' is changed here, in 'forget'
    // CHECK: :[[@LINE-5]]:21: note: copy what is needed, or look it up in 'all_' again after the suspension
    co_await work();
    use(now.name);
  }
  void forget(int key) { all_.erase(key); }

private:
  std::shared_ptr<metadata> shared_;
  std::map<int, metadata> all_;
};

class task_of_another {
public:
  explicit task_of_another(database &of) : of_(of) {}

  lib::task<void> borrowed() {
    const topology &now = of_.get().current();
    // CHECK: :[[@LINE-1]]:21: warning: the reference 'now' to what 'shared_' owns is used after a suspension; 'shared_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:9: note: used here afterwards
    // CHECK: :[[@LINE-30]]:58: note: 'shared_' is changed here, in 'replace'
    // CHECK: :[[@LINE-5]]:21: note: keep a shared owner in the coroutine, or ask 'shared_' again after the suspension
    co_await work();
    use(now.name);
  }

  lib::task<void> kept() {
    const auto owner = of_.keep();
    const topology &now = owner->current();
    co_await work();
    use(now.name);
  }

private:
  database &of_;
};
