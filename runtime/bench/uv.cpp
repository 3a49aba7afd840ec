// The workload `echo` on libuv: callbacks on its loop.

#include "echo.hpp"
#include "workload.hpp"
#include <array>
#include <memory>
#include <uv.h>

namespace {

struct connection {
  uv_tcp_t stream;
  uv_write_t writing;
  std::array<char, 4096> buffer;
};

void answer(uv_stream_t *stream, ssize_t count, const uv_buf_t *heard) {
  auto &self = *static_cast<connection *>(stream->data);
  if (count < 0)
    return uv_close(reinterpret_cast<uv_handle_t *>(stream), nullptr);
  const uv_buf_t said = uv_buf_init(heard->base, static_cast<unsigned>(count));
  uv_write(&self.writing, stream, &said, 1, nullptr);
}

template <int Connections> double serve(long n, unsigned) {
  echo::load load(Connections, n);
  uv_loop_t loop;
  uv_loop_init(&loop);
  std::vector<std::unique_ptr<connection>> all;
  for (const int number : load.descriptors) {
    auto &each = *all.emplace_back(std::make_unique<connection>());
    uv_tcp_init(&loop, &each.stream);
    each.stream.data = &each;
    uv_tcp_open(&each.stream, number);
    uv_read_start(
        reinterpret_cast<uv_stream_t *>(&each.stream),
        [](uv_handle_t *handle, std::size_t, uv_buf_t *buffer) {
          auto &self = *static_cast<connection *>(handle->data);
          *buffer = uv_buf_init(self.buffer.data(), self.buffer.size());
        },
        answer);
  }
  uv_run(&loop, UV_RUN_DEFAULT);
  uv_loop_close(&loop);
  return time_is_measured;
}

} // namespace

int main(int count, char **arguments) {
  const workload all[] = {{"echo64", serve<64>}, {"echo512", serve<512>}};
  return run_workload(all, count, arguments);
}
