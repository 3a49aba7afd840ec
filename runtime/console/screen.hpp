// The terminal.

#ifndef COROLINT_CONSOLE_SCREEN_HPP
#define COROLINT_CONSOLE_SCREEN_HPP

#include "connection.hpp"
#include "program.hpp"
#include "views.hpp"
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace corolint::console {

class screen {
public:
  /// Throws failure if there is no terminal that can be drawn on. The program
  /// listens at \p path now, or later.
  screen(std::string path, std::chrono::milliseconds interval);
  screen(const screen &) = delete;
  screen &operator=(const screen &) = delete;
  ~screen();

  /// Until the user leaves.
  void run();

private:
  enum class view { tasks, workers, warnings, one_task };

  void look();
  void draw() const;
  void draw_line(int row, const std::string &text, int look = 0) const;
  std::vector<std::string> lines() const;
  std::string header() const;
  std::string keys() const;
  /// False: the user leaves.
  bool press(int key);
  void press_in_filter(int key);
  void move(int by);
  void open_selected();
  int rows() const;

  std::string path_;
  std::chrono::milliseconds interval_;
  std::unique_ptr<connection> to_; ///< null: the program is not there
  std::string trouble_;            ///< why it is not there
  program shown_;
  rates rates_;
  view view_ = view::tasks;
  order order_ = order::age;
  std::string filter_;
  bool edits_filter_ = false;
  bool is_paused_ = false;
  std::size_t selected_ = 0;
  std::optional<task> opened_; ///< as it was last seen
};

} // namespace corolint::console

#endif
