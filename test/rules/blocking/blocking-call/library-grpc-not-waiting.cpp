// RUN: %check_rule %s coro-blocking-call
// gRPC where it does not wait, or where waiting is fine.

#include "lazy.h"

namespace grpc {

struct Status {};
struct ClientContext;
struct ChannelInterface;

struct CompletionQueue {
  bool Next(void **tag, bool *ok);
  template <class T> int AsyncNext(void **tag, bool *ok, const T &deadline);
  void Shutdown();
};

namespace internal {
template <class Request, class Answer>
Status BlockingUnaryCall(ChannelInterface *channel, ClientContext *context,
                         const Request &request, Answer *answer);
} // namespace internal

template <class R> struct ClientAsyncReader {
  void Read(R *message, void *tag);
  void Finish(Status *status, void *tag);
};
template <class R> struct ClientReadReactor {
  void StartRead(R *message);
};

struct ServerInterface {
  void Shutdown();
  virtual void Wait() = 0;
};
struct Server : ServerInterface {
  void Wait() override;
};

} // namespace grpc

struct price {};

// What the generator makes of a service.
struct prices {
  grpc::ChannelInterface *channel;
  grpc::Status latest(grpc::ClientContext *context, const price &request,
                      price *answer) {
    return grpc::internal::BlockingUnaryCall(channel, context, request, answer);
  }
  void async_latest(grpc::ClientContext *context, const price &request,
                    price *answer, void (*then)(grpc::Status));
};

// Not found: these come back at once.
lib::task<> ask_later(prices &stub, grpc::ClientContext &context,
                      grpc::ClientAsyncReader<price> &stream,
                      grpc::ClientReadReactor<price> &reactor, price &answer,
                      grpc::CompletionQueue &queue) {
  stub.async_latest(&context, {}, &answer, nullptr);
  grpc::Status status;
  stream.Read(&answer, &answer);
  stream.Finish(&status, &status);
  reactor.StartRead(&answer);
  void *tag = nullptr;
  bool ok = false;
  queue.AsyncNext(&tag, &ok, 0);
  queue.Shutdown();
  co_return;
}

// Not found: a thread of its own, no coroutine.
void run(grpc::CompletionQueue &queue, grpc::Server &server) {
  void *tag = nullptr;
  bool ok = false;
  while (queue.Next(&tag, &ok))
    ;
  server.Wait();
}
// CHECK-NONE
