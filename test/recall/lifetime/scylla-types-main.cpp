// Repository: scylladb/scylladb
// Fixed in: 602fca0a124ea7a8144cbc2983a65e9cdd194e16
// The function that a program gives to Seastar became a coroutine. Seastar
// calls it once and destroys it; the captures were used after a wait.

#include "seastar.h"

#include <map>

struct action_handler {
  std::string name;
  void (*run)(const std::string &value);
};
seastar::future<> use_standard_allocator(std::size_t segment);

int scylla_types_main(int argc, char **argv,
                      const std::map<std::string, std::string> &options) {
  seastar::app_template app;
  action_handler handlers[] = {{"serialize", nullptr}, {"compare", nullptr}};
  const action_handler *found = nullptr;
  for (const action_handler &h : handlers)
    if (h.name == argv[1])
      found = &h;
  if (!found)
    return 100;
  return app.run(argc, argv,
                 [&options, found]() // BUG: coro-dangling-lambda-capture
                 -> seastar::future<> {
                   co_await use_standard_allocator(1 << 20);
                   const action_handler &handler = *found;
                   auto type = options.find("type");
                   if (type == options.end())
                     throw std::invalid_argument("missing option");
                   handler.run(type->second);
                 });
}
