// RUN: %check_rule %s coro-unsafe-spawn-capture
// A thread that is moved, swapped or kept does not start anything.

#include "local_ptr.h"
#include <thread>
#include <utility>
#include <vector>

struct Level {
  int enemies = 0;
};

struct Game {
  lib::local_ptr<Level> level;
  std::thread music;

  Game(const lib::local_ptr<Level> &start, std::thread player)
      : level(start), music(std::move(player)) {}
};

void keep(std::vector<std::thread> &threads, std::thread thread,
          const lib::local_ptr<Level> &level) {
  std::thread other(std::move(thread));
  threads.push_back(std::move(other));
  threads.emplace_back();
  Game game(level, std::thread());
  std::swap(game.music, threads.back());
}

// CHECK-NONE
