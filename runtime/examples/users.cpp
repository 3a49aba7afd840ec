// users [port]: a service of users over HTTP/1.1 with JSON, in a map that many
// may read at a time. POST /users with {"id": 1, "name": "Ada"}, GET /users,
// GET or DELETE /users/1. Of JSON it knows that one shape, without escapes.

#include "corolint/rt/guarded.hpp"
#include "corolint/rt/runtime.hpp"
#include "http/server.hpp"
#include <cstdio>
#include <map>
#include <string>

namespace rt = corolint::rt;
using http::reply, http::request;

using users = rt::shared_guarded<std::map<unsigned long, std::string>>;

static std::string to_json(const auto &user) {
  return "{\"id\":" + std::to_string(user.first) + ",\"name\":\"" +
         user.second + "\"}";
}

static rt::task<reply> add(users &all, std::string json) {
  char id[10], name[100];
  int end = -1; // stays that if anything is otherwise
  std::sscanf(json.c_str(), R"( { "id" : %9[0-9] , "name" : "%99[^"\]" } %n)",
              id, name, &end);
  if (end != static_cast<int>(json.size()))
    co_return reply{"400 Bad Request"};
  auto writing = co_await all.write();
  const auto [user, is_new] = writing->emplace(std::stoul(id), name);
  co_return is_new ? reply{"201 Created", to_json(*user)}
                   : reply{"409 Conflict"};
}

static rt::task<reply> list(users &all) {
  std::string json;
  auto reading = co_await all.read();
  for (const auto &user : *reading)
    json.append(json.empty() ? "" : ",").append(to_json(user));
  co_return reply{"200 OK", "[" + json + "]"};
}

static rt::task<reply> show(users &all, unsigned long id) {
  auto reading = co_await all.read();
  if (const auto user = reading->find(id); user != reading->end())
    co_return reply{"200 OK", to_json(*user)};
  co_return reply{"404 Not Found"};
}

static rt::task<reply> remove(users &all, unsigned long id) {
  auto writing = co_await all.write();
  if (const auto user = writing->extract(id))
    co_return reply{"200 OK", to_json(std::pair(id, user.mapped()))};
  co_return reply{"404 Not Found"};
}

static rt::task<reply> answer(users &all, request asked) {
  char id[10];
  int end = -1;
  std::sscanf(asked.path.c_str(), "/users/%9[0-9]%n", id, &end);
  const bool is_one = end == static_cast<int>(asked.path.size());
  if (asked.path == "/users" && asked.method == "POST")
    co_return co_await add(all, std::move(asked.body));
  if (asked.path == "/users" && asked.method == "GET")
    co_return co_await list(all);
  if (is_one && asked.method == "GET")
    co_return co_await show(all, std::stoul(id));
  if (is_one && asked.method == "DELETE")
    co_return co_await remove(all, std::stoul(id));
  const bool is_known = asked.path == "/users" || is_one;
  co_return reply{is_known ? "405 Method Not Allowed" : "404 Not Found"};
}

int main(int count, char **arguments) {
  users all;
  const auto routes = [&](request of) { return answer(all, std::move(of)); };
  return rt::block_on(
      http::run(count > 1 ? std::stoi(arguments[1]) : 0, routes));
}
