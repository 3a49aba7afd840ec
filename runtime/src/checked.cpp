#include "corolint/rt/checked.hpp"
#include "corolint/rt/detail/observed.hpp"
#include "misuse.hpp"
#include "misuse_report.hpp"
#include "process_path.hpp"
#include "recent_misuse.hpp"
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <set>
#include <string>
#include <tuple>
#include <unistd.h>
#include <vector>

namespace corolint::rt {

namespace {

/// What COROLINT_REPORT asks for.
class report_file {
public:
  report_file() {
    const char *const asked = std::getenv("COROLINT_REPORT");
    if (!asked)
      return;
    const std::string_view text(asked);
    const std::size_t equals = text.find('=');
    const std::string_view form = text.substr(0, equals);
    if (form == "json")
      write_ = detail::as_json;
    else if (form == "sarif")
      write_ = detail::as_sarif;
    else if (form != "text")
      std::fprintf(stderr,
                   "corolint::rt: error: COROLINT_REPORT is '%s', expected "
                   "text, json or sarif, and =FILE\n",
                   asked);
    if (equals != std::string_view::npos)
      path_ = text.substr(equals + 1);
  }

  /// At the end of the program: documents that go to the standard error. A
  /// child that has found nothing itself does not repeat what its parent has.
  void finish() {
    if (write_ && path_.empty() && of_ == getpid())
      std::fputs(write_(kept_).c_str(), stderr);
    of_ = 0; // said once
  }

  void add(const misuse &seen) {
    if (of_ != getpid()) {
      of_ = getpid();
      kept_.clear();
      all_text_.clear();
    }
    kept_.emplace_back(seen);
    if (write_) {
      if (!path_.empty())
        save(write_(kept_));
      return;
    }
    const std::string text = detail::as_text(kept_.back());
    if (path_.empty())
      std::fputs(text.c_str(), stderr);
    else
      save(all_text_ += text);
  }

private:
  /// The whole file at once: nobody reads half of it, even if the program ends
  /// in the middle.
  void save(const std::string &text) const {
    const std::string path = detail::process_path(path_, of_);
    const std::string fresh = path + ".new";
    std::FILE *const file = std::fopen(fresh.c_str(), "w");
    const bool is_written =
        file && std::fwrite(text.data(), 1, text.size(), file) == text.size();
    if ((file && std::fclose(file) != 0) || !is_written ||
        std::rename(fresh.c_str(), path.c_str()) != 0)
      std::fprintf(stderr, "corolint::rt: error: cannot write '%s': %s\n",
                   path.c_str(), std::strerror(errno));
  }

  std::string (*write_)(const std::vector<detail::kept_misuse> &) = nullptr;
  std::string path_;
  pid_t of_ = 0; ///< whose kept_ is
  std::vector<detail::kept_misuse> kept_;
  std::string all_text_;
};

} // namespace

static constinit std::mutex writing;
static constinit report_file *written = nullptr; ///< made by the first report

static void write_misuse(const misuse &seen) noexcept {
  const std::lock_guard held(writing);
  if (!written)
    written = new report_file;
  written->add(seen);
}

/// After the destructors of all objects, which may report, too.
[[gnu::destructor]] static void finish_reports() noexcept {
  const std::lock_guard held(writing);
  if (written)
    written->finish();
}

checked_level default_checked_level() noexcept {
  if constexpr (!detail::is_checked)
    return checked_level::off;
  static const checked_level level = [] {
    const char *const asked = std::getenv("COROLINT_CHECKED");
    const std::string_view text(asked ? asked : "on");
    if (text == "off")
      return checked_level::off;
    if (text == "fatal")
      return checked_level::fatal;
    if (text != "on")
      std::fprintf(stderr,
                   "corolint::rt: error: COROLINT_CHECKED is '%s', expected "
                   "off, on or fatal\n",
                   asked);
    return checked_level::on;
  }();
  return level;
}

static std::atomic<misuse_handler> handler{write_misuse};

misuse_handler set_misuse_handler(misuse_handler next) noexcept {
  return handler.exchange(next ? next : write_misuse);
}

namespace detail {

void report_misuse(const misuse &seen, checked_level level) {
  using place = std::tuple<std::string, std::string, unsigned>;
  static std::mutex lock;
  static std::set<place> &reported = *new std::set<place>;
  const std::lock_guard held(lock);
  const source_place &at = seen.where;
  const std::string_view name = at.file.empty() ? at.function : at.file;
  const bool is_new =
      name.empty() || reported.emplace(seen.check, name, at.line).second;
  if (!is_new)
    return;
  keep_misuse(seen);
  handler.load()(seen);
  if (level == checked_level::fatal) {
    finish_reports();
    std::abort();
  }
}

} // namespace detail

} // namespace corolint::rt
