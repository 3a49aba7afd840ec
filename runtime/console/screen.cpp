#include "screen.hpp"
#include "target.hpp"
#include <algorithm>
#include <clocale>
#include <cstdlib>
#define NCURSES_NOMACROS // they are functions here, not words of all code
#include <curses.h>
#include <utility>

namespace corolint::console {

/// The lines above and below the list.
static constexpr int above = 2, below = 1;
static constexpr int escape = 27;

screen::screen(std::string path, std::chrono::milliseconds interval)
    : path_(std::move(path)), interval_(interval) {
  std::setlocale(LC_ALL, "");
  if (!::newterm(nullptr, stdout, stdin)) {
    const char *const name = std::getenv("TERM");
    throw failure("the terminal '" + std::string(name ? name : "") +
                  "' is not known; set TERM, or use --once");
  }
  ::cbreak();
  ::noecho();
  ::keypad(stdscr, true);
  ::set_escdelay(25);
  ::curs_set(0);
}

screen::~screen() { ::endwin(); }

void screen::run() {
  using clock = std::chrono::steady_clock;
  clock::time_point next = clock::now();
  for (;;) {
    if (clock::now() >= next) {
      look();
      next = clock::now() + interval_;
    }
    draw();
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(next - clock::now());
    ::timeout(static_cast<int>(std::max<long>(left.count(), 0)));
    if (const int key = ::getch(); key != ERR && !press(key))
      return;
  }
}

void screen::look() {
  if (is_paused_)
    return;
  try {
    if (!to_)
      to_ = std::make_unique<connection>(path_);
    shown_ = read(to_->ask());
    trouble_.clear();
    rates_.look(shown_, std::chrono::steady_clock::now());
  } catch (const failure &gone) {
    to_.reset();
    trouble_ = gone.what();
  }
  if (!opened_)
    return;
  const auto at =
      std::find_if(shown_.tasks.begin(), shown_.tasks.end(),
                   [this](const task &each) { return each.id == opened_->id; });
  if (at != shown_.tasks.end())
    opened_ = *at;
  else
    opened_->state = "gone";
}

//===--- What it looks like
//--------------------------------------------------------------===//

int screen::rows() const { return std::max(LINES - above - below, 0); }

void screen::draw_line(int row, const std::string &text, int look) const {
  std::string line = text;
  // Names come from programs; what moves the cursor does not belong here.
  std::replace_if(
      line.begin(), line.end(),
      [](unsigned char each) { return each < ' ' || each == 127; }, '?');
  line.resize(static_cast<std::size_t>(std::max(COLS, 0)), ' ');
  ::attrset(look);
  // The last place of the last line cannot be written without scrolling.
  ::mvaddnstr(row, 0, line.c_str(), row == LINES - 1 ? COLS - 1 : COLS);
  ::attrset(A_NORMAL);
}

std::string screen::header() const {
  switch (view_) {
  case view::tasks:
    return task_header();
  case view::workers:
    return worker_header();
  case view::warnings:
    return warning_header();
  case view::one_task:
    return "";
  }
  return "";
}

/// Paths are long: what does not fit goes on in the next line.
static void add_folded(std::vector<std::string> &to, const std::string &text) {
  const std::size_t width = static_cast<std::size_t>(std::max(COLS, 1));
  for (std::size_t at = 0; at < text.size(); at += width)
    to.push_back(text.substr(at, width));
}

std::vector<std::string> screen::lines() const {
  std::vector<std::string> all;
  switch (view_) {
  case view::tasks:
    for (const task &each : chosen(shown_, filter_, order_))
      all.push_back(line_of(each));
    if (!shown_.is_checked && !shown_.name.empty())
      all.push_back("tasks are known to programs that link "
                    "corolint::runtime_checked");
    break;
  case view::workers:
    for (const worker &each : shown_.workers)
      all.push_back(line_of(each, shown_, rates_));
    break;
  case view::warnings:
    for (const warning &each : shown_.warnings)
      all.push_back(line_of(each));
    std::reverse(all.begin(), all.end()); // the newest first
    break;
  case view::one_task:
    for (const std::string &each : details_of(*opened_))
      add_folded(all, each);
    break;
  }
  return all;
}

std::string screen::keys() const {
  if (edits_filter_)
    return "filter: " + filter_ + "_   enter keeps it, escape drops it";
  if (view_ == view::one_task)
    return "q:quit escape:back";
  std::string text = "q:quit t:tasks w:workers a:warnings ";
  text += is_paused_ ? "p:go on" : "p:pause";
  if (view_ == view::tasks)
    text += " enter:awaits s:" + name_of(order_) + " /:filter";
  return text;
}

void screen::draw() const {
  ::erase();
  const std::string only = filter_.empty() ? "" : "; only '" + filter_ + "'";
  draw_line(0,
            trouble_.empty() ? summary(shown_) + only
                             : "waiting, q quits: " + trouble_,
            A_REVERSE);
  draw_line(1, header(), A_BOLD);
  const std::vector<std::string> all = lines();
  const std::size_t height = static_cast<std::size_t>(rows());
  const std::size_t selected =
      std::min(selected_, all.empty() ? 0 : all.size() - 1);
  const std::size_t first = selected < height ? 0 : selected - height + 1;
  for (std::size_t i = first; i < all.size() && i < first + height; ++i)
    draw_line(above + static_cast<int>(i - first), all[i],
              i == selected && view_ != view::one_task ? A_REVERSE : A_NORMAL);
  if (LINES > above)
    draw_line(LINES - 1, keys(), A_BOLD);
  ::refresh();
}

//===--- What it listens to
//--------------------------------------------------------------===//

void screen::move(int by) {
  const auto last = static_cast<int>(lines().size()) - 1;
  const int at = std::min(static_cast<int>(selected_), last) + by;
  selected_ = static_cast<std::size_t>(std::clamp(at, 0, std::max(last, 0)));
}

void screen::open_selected() {
  const std::vector<task> all = chosen(shown_, filter_, order_);
  if (view_ != view::tasks || selected_ >= all.size())
    return;
  opened_ = all[selected_];
  view_ = view::one_task;
}

void screen::press_in_filter(int key) {
  if (key == '\n' || key == KEY_ENTER || key == escape)
    edits_filter_ = false;
  if (key == escape)
    filter_.clear();
  else if ((key == KEY_BACKSPACE || key == 127 || key == 8) && !filter_.empty())
    filter_.pop_back();
  else if (key >= ' ' && key < 127)
    filter_ += static_cast<char>(key);
}

bool screen::press(int key) {
  if (edits_filter_) {
    press_in_filter(key);
    return true;
  }
  const auto show = [this](view next) {
    view_ = next;
    selected_ = 0;
    opened_.reset();
  };
  switch (key) {
  case 'q':
    return false;
  case 't':
    show(view::tasks);
    break;
  case 'w':
    show(view::workers);
    break;
  case 'a':
    show(view::warnings);
    break;
  case escape:
  case KEY_BACKSPACE:
    if (view_ == view::one_task)
      show(view::tasks);
    break;
  case '\n':
  case KEY_ENTER:
    open_selected();
    break;
  case 's':
    order_ = after(order_);
    break;
  case '/':
    edits_filter_ = view_ == view::tasks;
    break;
  case 'p':
    is_paused_ = !is_paused_;
    break;
  case KEY_DOWN:
  case 'j':
    move(1);
    break;
  case KEY_UP:
  case 'k':
    move(-1);
    break;
  case KEY_NPAGE:
    move(rows());
    break;
  case KEY_PPAGE:
    move(-rows());
    break;
  }
  return true;
}

} // namespace corolint::console
