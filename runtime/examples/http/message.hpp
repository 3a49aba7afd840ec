// As much of the messages of HTTP/1.1 as a small service needs: bodies have a
// known length.

#ifndef COROLINT_EXAMPLES_HTTP_MESSAGE_HPP
#define COROLINT_EXAMPLES_HTTP_MESSAGE_HPP

#include "corolint/rt/buffered_reader.hpp"
#include "corolint/rt/tcp.hpp"
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <strings.h>

namespace http {

namespace rt = corolint::rt;

struct request {
  std::string method, path, body;
  bool keeps = true; ///< the connection stays open
};

struct reply {
  std::string status;
  std::string json = {};

  std::string to_string(bool keeps) const {
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json" +
           "\r\nContent-Length: " + std::to_string(json.size()) +
           (keeps ? "" : "\r\nConnection: close") + "\r\n\r\n" + json;
  }
};

/// What stands behind a name; empty if nothing does.
inline std::string field(const std::string &head, std::string_view name) {
  std::istringstream lines(head);
  for (std::string line; std::getline(lines, line);) {
    if (line.size() <= name.size() || line[name.size()] != ':' ||
        ::strncasecmp(line.data(), name.data(), name.size()) != 0)
      continue;
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    const std::size_t begin = line.find_first_not_of(" \t", name.size() + 1);
    return begin == line.npos ? "" : line.substr(begin);
  }
  return "";
}

/// Fails with the status to answer with, or with none if the client is gone.
inline rt::task<rt::result<request, std::string>>
receive(rt::buffered_reader<rt::tcp_stream &> &from) {
  const auto head = co_await from.read_until("\r\n\r\n", 4096);
  if (!head && head.error() == rt::io_error::limit_exceeded)
    co_return rt::failure("431 Request Header Fields Too Large");
  if (!head || !head->ends_with("\r\n\r\n"))
    co_return rt::failure("");
  request asked;
  std::string version;
  std::istringstream(*head) >> asked.method >> asked.path >> version;
  if (version != "HTTP/1.1")
    co_return rt::failure("400 Bad Request");
  if (!field(*head, "transfer-encoding").empty())
    co_return rt::failure("501 Not Implemented");
  const std::string length = field(*head, "content-length");
  if (length.find_first_not_of("0123456789") != length.npos)
    co_return rt::failure("400 Bad Request");
  if (length.size() > 4)
    co_return rt::failure("413 Content Too Large");
  asked.body.resize(length.empty() ? 0 : std::stoul(length));
  if (!co_await rt::read_exact(from,
                               std::as_writable_bytes(std::span(asked.body))))
    co_return rt::failure("");
  asked.keeps = field(*head, "connection") != "close";
  co_return asked;
}

} // namespace http

#endif
