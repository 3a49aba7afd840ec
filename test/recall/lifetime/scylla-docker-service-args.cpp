// Repository: scylladb/scylladb
// Fixed in: 834eed10d9f247f449d165c3696df76582927886
// The arguments in braces were gone when the service had to be started a
// second time; nothing awaits the coroutine where they were made.

#include "seastar.h"

#include <string_view>
#include <vector>

struct process_fixture {
  int pid = 0;
};
enum class parse_state { success, failed, cont };
using parse_callback = std::function<parse_state(std::string_view)>;

seastar::future<process_fixture> spawn_process(std::vector<std::string> args);
seastar::future<bool> came_up(process_fixture &p, const parse_callback &parse);

seastar::future<process_fixture>
start_docker_service(std::string_view name, parse_callback parse,
                     const std::vector<std::string> &docker_args = {},
                     const std::vector<std::string> &image_args = {}) {
  std::string container(name);
  for (int retry = 0; retry < 5; ++retry) {
    std::vector<std::string> params{"run", "--name", container};
    params.insert(params.end(), docker_args.begin(), docker_args.end());
    params.insert(params.end(), image_args.begin(), image_args.end());
    auto process = co_await spawn_process(std::move(params));
    if (co_await came_up(process, parse))
      co_return process;
  }
  throw std::runtime_error("service does not start");
}

seastar::future<process_fixture> start_fake_gcs_server() {
  return start_docker_service(
      "fake-gcs-server",
      [](std::string_view line) {
        return line.find("server started") != line.npos ? parse_state::success
                                                        : parse_state::cont;
      },
      {},                                    // BUG: coro-dangling-parameter
      {"-scheme", "http", "-port", "4443"}); // BUG: coro-dangling-parameter
}
