#include "console_client.hpp"
#include "corolint/rt/dump.hpp"
#include "json_text.hpp"
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace corolint::rt::detail {

/// No request is longer.
static constexpr std::size_t longest_line = 1024;

static std::string answer_to(std::string_view line) {
  if (line == "dump")
    return to_json(dump());
  return "{\"error\": " +
         json_string("unknown request '" + std::string(line) +
                     "', expected dump") +
         "}";
}

console_client::~console_client() { ::close(descriptor_); }

bool console_client::has_work() const noexcept {
  return !answer_.empty() || asked_.find('\n') != std::string::npos;
}

short console_client::wanted() const noexcept {
  return has_work() ? POLLOUT : POLLIN;
}

bool console_client::go_on() {
  if (!has_work() && !read())
    return false;
  if (answer_.empty() && !answer_line())
    return true;
  return write();
}

bool console_client::read() {
  std::array<char, longest_line> some;
  const ssize_t count = ::recv(descriptor_, some.data(), some.size(), 0);
  if (count < 0)
    return errno == EAGAIN || errno == EINTR;
  asked_.append(some.data(), static_cast<std::size_t>(count));
  return count != 0;
}

bool console_client::answer_line() {
  const std::size_t end = asked_.find('\n');
  if (end == std::string::npos) {
    if (asked_.size() <= longest_line)
      return false;
    answer_ = answer_to(asked_.substr(0, 16) + "...") + "\n";
    asked_.clear();
    return true;
  }
  std::string line = asked_.substr(0, end);
  asked_.erase(0, end + 1);
  if (line.ends_with('\r'))
    line.pop_back();
  answer_ = answer_to(line) + "\n";
  return true;
}

bool console_client::write() {
  const ssize_t count =
      ::send(descriptor_, answer_.data(), answer_.size(), MSG_NOSIGNAL);
  if (count < 0)
    return errno == EAGAIN || errno == EINTR;
  answer_.erase(0, static_cast<std::size_t>(count));
  return true;
}

} // namespace corolint::rt::detail
