// What the programs of this folder share: each is one implementation of the
// same workloads. `program WORKLOAD OPERATIONS WORKERS` runs one once and
// prints what it took: processor time in nanoseconds per operation, or bytes.

#ifndef COROLINT_BENCH_WORKLOAD_HPP
#define COROLINT_BENCH_WORKLOAD_HPP

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <malloc.h>
#include <unistd.h>

struct workload {
  const char *name;
  /// Returns what is measured, or a negative number: the time is.
  double (*run)(long operations, unsigned workers);
};

inline double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_nsec) * 1e-9;
}

inline double wall_seconds() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Bytes that are resident.
inline double resident_bytes() {
  std::FILE *file = std::fopen("/proc/self/statm", "r");
  long pages = 0, resident = 0;
  if (!file || std::fscanf(file, "%ld %ld", &pages, &resident) != 2)
    std::abort();
  std::fclose(file);
  return static_cast<double>(resident) *
         static_cast<double>(sysconf(_SC_PAGESIZE));
}

inline constexpr double time_is_measured = -1;

/// Keeps \p value from being computed away.
template <class T> void keep(const T &value) {
  asm volatile("" : : "r,m"(value) : "memory");
}

template <std::size_t N>
int run_workload(const workload (&all)[N], int count, char **arguments) {
  if (count != 4) {
    std::fprintf(stderr, "usage: %s WORKLOAD OPERATIONS WORKERS\n",
                 arguments[0]);
    for (const workload &each : all)
      std::fprintf(stderr, "  %s\n", each.name);
    return 2;
  }
  const long operations = std::atol(arguments[2]);
  const auto workers = static_cast<unsigned>(std::atoi(arguments[3]));
  for (const workload &each : all)
    if (std::strcmp(each.name, arguments[1]) == 0) {
      const double begin = processor_seconds();
      const double measured = each.run(operations, workers);
      const double spent = processor_seconds() - begin;
      std::printf("%.4f\n",
                  measured >= 0
                      ? measured
                      : spent * 1e9 / static_cast<double>(operations));
      return 0;
    }
  std::fprintf(stderr, "%s: no workload '%s'\n", arguments[0], arguments[1]);
  return 3;
}

#endif
