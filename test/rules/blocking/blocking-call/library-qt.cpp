// RUN: %check_rule %s coro-blocking-call
// Qt: what waits for a thread, a process, a peer.

#include "lazy.h"

using QString = const char *;
struct QThread {
  bool wait(unsigned long time);
};
struct QProcess {
  bool waitForFinished(int msecs = 30000);
};
struct QTcpServer {
  bool waitForNewConnection(int msec = 0, bool *timed_out = nullptr);
};
struct QSqlQuery {
  bool exec(QString query);
};
namespace QDBus {
enum CallMode { NoBlock, Block };
}
struct QDBusPendingCall {
  void waitForFinished();
};
struct QDBusAbstractInterface {
  void call(QString method);
  void call(QDBus::CallMode mode, QString method);
  QDBusPendingCall asyncCall(QString method);
};
struct QDBusInterface : QDBusAbstractInterface {};
struct QFile {
  explicit QFile(QString name);
  bool open(int mode);
};
struct QFuture {};
struct QFutureSynchronizer {
  explicit QFutureSynchronizer(QFuture first);
  ~QFutureSynchronizer();
};

// Found four times.
lib::task<> report(QDBusInterface &desktop, QSqlQuery &query, QFile &file) {
  query.exec("select sum(amount) from orders");
  // CHECK: :[[@LINE-1]]:9: warning: 'exec' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:9: note: 'exec' waits for the database
  // CHECK: :[[@LINE-4]]:13: note: 'report' is a coroutine
  // CHECK: :[[@LINE-4]]:9: note: use the database on a thread that may block, with a connection of its own
  file.open(1);
  // CHECK: :[[@LINE-1]]:8: warning: 'open' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:8: note: 'open' opens a file and waits for the file system
  // CHECK: :[[@LINE-9]]:13: note: 'report' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: open it on a thread that may block, with QtConcurrent::run
  desktop.call("notify");
  // CHECK: :[[@LINE-1]]:11: warning: 'call' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:11: note: 'call' waits for the reply of another process
  // CHECK: :[[@LINE-14]]:13: note: 'report' is a coroutine
  // CHECK: :[[@LINE-4]]:11: note: co_await the QDBusPendingCall that 'asyncCall' returns
  desktop.asyncCall("notify").waitForFinished();
  // CHECK: :[[@LINE-1]]:31: warning: 'waitForFinished' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:31: note: 'waitForFinished' waits for the reply of another process
  // CHECK: :[[@LINE-19]]:13: note: 'report' is a coroutine
  // CHECK: :[[@LINE-4]]:31: note: co_await the QDBusPendingCall instead
  co_return;
}

// Found three times: within two seconds, or thirty.
lib::task<bool> stop(QProcess &process, QThread &thread, QTcpServer &server) {
  co_return process.waitForFinished() && thread.wait(2000) &&
  // CHECK: :[[@LINE-1]]:21: warning: 'waitForFinished' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:21: note: 'waitForFinished' waits for another process
  // CHECK: :[[@LINE-4]]:17: note: 'stop' is a coroutine
  // CHECK: :[[@LINE-4]]:21: note: co_await the same operation of qCoro(process)
  // CHECK: :[[@LINE-5]]:49: warning: 'wait' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-6]]:49: note: 'wait' waits for the thread to end
  // CHECK: :[[@LINE-8]]:17: note: 'stop' is a coroutine
  // CHECK: :[[@LINE-8]]:49: note: co_await qCoro(thread).waitForFinished()
      server.waitForNewConnection(2000);
      // CHECK: :[[@LINE-1]]:14: warning: 'waitForNewConnection' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
      // CHECK: :[[@LINE-2]]:14: note: 'waitForNewConnection' waits for the peer
      // CHECK: :[[@LINE-13]]:17: note: 'stop' is a coroutine
      // CHECK: :[[@LINE-4]]:14: note: co_await the same operation of qCoro(server)
}

// Found: destroying it waits.
lib::task<> gather(QFuture first) {
  QFutureSynchronizer all(first);
  // CHECK: :[[@LINE-1]]:23: warning: destroying 'all' blocks the thread of this coroutine; it waits until the work is done [coro-blocking-call]
  // CHECK: :[[@LINE-3]]:13: note: 'gather' is a coroutine
  // CHECK: :[[@LINE-3]]:23: note: co_await the QFuture of each piece of work
  co_return;
}
