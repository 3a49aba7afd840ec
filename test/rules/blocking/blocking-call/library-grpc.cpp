// RUN: %check_rule %s coro-blocking-call
// The synchronous API of gRPC.

#include "lazy.h"
#include <memory>

namespace grpc {

struct Status {};
struct ClientContext;
struct ChannelInterface {
  template <class T> bool WaitForConnected(T deadline);
  virtual ~ChannelInterface() = default;
};
struct Channel final : ChannelInterface {};

struct CompletionQueue {
  bool Next(void **tag, bool *ok);
};

namespace internal {
struct ClientStreamingInterface {
  virtual ~ClientStreamingInterface() = default;
  virtual Status Finish() = 0;
};
template <class R> struct ReaderInterface {
  virtual bool Read(R *message) = 0;
};
template <class W> struct WriterInterface {
  virtual bool Write(const W &message) = 0;
};
template <class Request, class Answer>
Status BlockingUnaryCall(ChannelInterface *channel, ClientContext *context,
                         const Request &request, Answer *answer);
} // namespace internal

template <class R>
struct ClientReader final : internal::ClientStreamingInterface,
                            internal::ReaderInterface<R> {
  Status Finish() override;
  bool Read(R *message) override;
};
template <class W, class R>
struct ServerReaderWriter final : internal::WriterInterface<W>,
                                  internal::ReaderInterface<R> {
  bool Write(const W &message) override;
  bool Read(R *message) override;
};

struct ServerInterface {
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
};

// Found: the call waits for the answer.
lib::task<price> ask(prices &stub, grpc::ClientContext &context) {
  price answer;
  stub.latest(&context, {}, &answer);
  // CHECK: :[[@LINE-1]]:8: warning: 'latest' may block the thread of this coroutine; it reaches 'BlockingUnaryCall' [coro-blocking-call]
  // CHECK: :[[@LINE-9]]:28: note: 'latest' calls 'BlockingUnaryCall' here; it waits for the answer of the server
  // CHECK: :[[@LINE-5]]:18: note: 'ask' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: use the callback API ('async()' of the stub), or 'agrpc::ClientRPC' of asio-grpc
  co_return answer;
}

// Found twice: each message may take its time, and so does the status.
lib::task<int> count(std::unique_ptr<grpc::ClientReader<price>> stream) {
  int seen = 0;
  price next;
  while (stream->Read(&next))
  // CHECK: :[[@LINE-1]]:18: warning: 'Read' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:18: note: 'Read' waits for the next message of the peer
  // CHECK: :[[@LINE-6]]:16: note: 'count' is a coroutine
  // CHECK: :[[@LINE-4]]:18: note: use the callback API (a reactor with 'StartRead'), or 'agrpc::ClientRPC' of asio-grpc
    ++seen;
  stream->Finish();
  // CHECK: :[[@LINE-1]]:11: warning: 'Finish' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:11: note: 'Finish' waits for the status of the call
  // CHECK: :[[@LINE-12]]:16: note: 'count' is a coroutine
  // CHECK: :[[@LINE-4]]:11: note: use the callback API (a reactor with 'OnDone'), or 'agrpc::ClientRPC' of asio-grpc
  co_return seen;
}

// Found: the handler of a server waits for its client as well.
lib::task<> echo(grpc::ServerReaderWriter<price, price> &stream, price last) {
  stream.Write(last);
  // CHECK: :[[@LINE-1]]:10: warning: 'Write' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:10: note: 'Write' waits until the message is sent
  // CHECK: :[[@LINE-4]]:13: note: 'echo' is a coroutine
  // CHECK: :[[@LINE-4]]:10: note: use the callback API (a reactor with 'StartWrite'), or 'agrpc::ClientRPC' of asio-grpc
  co_return;
}

// Found three times.
lib::task<> serve(grpc::Server &server, grpc::Channel &channel,
                  grpc::CompletionQueue &queue) {
  channel.WaitForConnected(5);
  // CHECK: :[[@LINE-1]]:11: warning: 'WaitForConnected' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:11: note: 'WaitForConnected' waits for the state of the connection
  // CHECK: :[[@LINE-5]]:13: note: 'serve' is a coroutine
  // CHECK: :[[@LINE-4]]:11: note: use 'NotifyOnStateChange' and resume the coroutine when its tag arrives
  void *tag = nullptr;
  bool ok = false;
  queue.Next(&tag, &ok);
  // CHECK: :[[@LINE-1]]:9: warning: 'Next' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:9: note: 'Next' waits for events
  // CHECK: :[[@LINE-12]]:13: note: 'serve' is a coroutine
  // CHECK: :[[@LINE-4]]:9: note: run the queue on a thread of its own, or with 'agrpc::GrpcContext' of asio-grpc
  server.Wait();
  // CHECK: :[[@LINE-1]]:10: warning: 'Wait' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:10: note: 'Wait' waits until the server is shut down
  // CHECK: :[[@LINE-17]]:13: note: 'serve' is a coroutine
  // CHECK: :[[@LINE-4]]:10: note: wait on a thread that may block
  co_return;
}
