// What is shown of a program, as lines; where they go is the screen's affair.

#ifndef COROLINT_CONSOLE_VIEWS_HPP
#define COROLINT_CONSOLE_VIEWS_HPP

#include "program.hpp"
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace corolint::console {

enum class order { age, state, function, number };

/// The name of \p by, for the user, and the order that comes after it.
std::string name_of(order by);
order after(order by);

/// How many jobs each worker has run lately, which takes two looks.
class rates {
public:
  void look(const program &now, std::chrono::steady_clock::time_point when);
  /// Jobs per second between the last two looks.
  double of(const worker &asked) const;
  /// For how long it has been with the same job, as far as was looked.
  std::chrono::milliseconds busy_for(const worker &asked) const;

private:
  using clock = std::chrono::steady_clock;
  struct seen {
    unsigned jobs;
    clock::time_point looked_at;
    clock::time_point changed_at;
    double rate;
  };
  std::map<std::pair<unsigned, unsigned>, seen> workers_;
};

/// Those in which \p filter occurs somewhere, in order.
std::vector<task> chosen(const program &from, const std::string &filter,
                         order by);

std::string summary(const program &shown);
std::string task_header();
std::string line_of(const task &each);
std::string worker_header();
std::string line_of(const worker &each, const program &all, const rates &seen);
std::string warning_header();
std::string line_of(const warning &each);
/// Everything that is known of one task.
std::vector<std::string> details_of(const task &each);

} // namespace corolint::console

#endif
