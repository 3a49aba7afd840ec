// RUN: %check_rule %s coro-blocking-call
// Qt asked with a time-out of zero, or not to wait at all.

#include "lazy.h"

using QString = const char *;
struct QThread {
  bool wait(unsigned long time);
  bool isFinished() const;
};
struct QProcess {
  void start(QString program);
  bool waitForFinished(int msecs = 30000);
};
struct QTcpServer {
  bool waitForNewConnection(int msec = 0, bool *timed_out = nullptr);
};
struct QSemaphore {
  bool tryAcquire(int n = 1);
  bool tryAcquire(int n, int timeout);
};
struct QSqlQuery {
  bool prepare(QString query);
  bool next();
};
namespace QDBus {
enum CallMode { NoBlock, Block };
}
struct QDBusPendingCall {
  void waitForFinished();
  bool isFinished() const;
};
struct QDBusAbstractInterface {
  void call(QString method);
  void call(QDBus::CallMode mode, QString method);
  QDBusPendingCall asyncCall(QString method);
};
struct QDBusInterface : QDBusAbstractInterface {};
struct QFile {
  explicit QFile(QString name);
  QString fileName() const;
};

// Not found: looks, and comes back.
lib::task<bool> stopped(QProcess &process, QThread &thread, QSemaphore &slots,
                        QTcpServer &server) {
  process.start("date");
  co_return process.waitForFinished(0) && thread.wait(0) &&
      thread.isFinished() && slots.tryAcquire() && slots.tryAcquire(1, 0) &&
      server.waitForNewConnection() && server.waitForNewConnection(0);
}

// Not found: sent without waiting.
lib::task<bool> notify(QDBusInterface &desktop, QSqlQuery &query, QFile &file) {
  desktop.call(QDBus::NoBlock, "notify");
  query.prepare("select 1");
  co_return desktop.asyncCall("notify").isFinished() && file.fileName() &&
      query.next();
}

// Not found: no coroutine.
bool stop_now(QThread &thread) { return thread.wait(2000); }
// CHECK-NONE
