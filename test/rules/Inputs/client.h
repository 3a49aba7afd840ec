// Tasks in a namespace that knowledge speaks of, and requests that give them.
#ifndef INPUTS_CLIENT_H
#define INPUTS_CLIENT_H

#include "lazy.h"
#include <string>
#include <vector>

namespace cppcoro {
template <class T = void> class task : public lib::task<T> {
public:
  struct promise_type : lib::detail::promise<T> {
    task get_return_object();
  };
};
} // namespace cppcoro

struct client {
  cppcoro::task<int> get(const std::string &name) const;
  cppcoro::task<int> next();
  cppcoro::task<void> put(int value) const;
};
cppcoro::task<int> fetch(int id);
cppcoro::task<int> read(std::string &into);
void use(int a, int b);

#endif
