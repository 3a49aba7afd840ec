// Mirrors a list of pages into a folder: a small but whole QCoro program.

#include <QCoroFuture>
#include <QCoroNetworkReply>
#include <QCoroProcess>
#include <QCoroTask>
#include <QCoroTimer>

#include <QCoreApplication>
#include <QFile>
#include <QFuture>
#include <QHash>
#include <QMutex>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QPromise>
#include <QStringList>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>

using namespace std::chrono_literals;

class Mirror : public QObject {
public:
  explicit Mirror(QString folder) : folder_(std::move(folder)) {}

  QCoro::Task<void> run(QStringList pages) {
    for (const QString &page : pages)
      co_await fetch(QUrl(page));
    report();
    co_await compress();
  }

  /// A slot: nothing can be awaited here, so the task is started and left.
  void onRefresh() { run({QStringLiteral("https://example.org/")}); }

private:
  QCoro::Task<QByteArray> download(QUrl url) {
    std::unique_ptr<QNetworkReply> reply(network_.get(QNetworkRequest(url)));
    co_await reply.get();
    if (reply->error() == QNetworkReply::NoError)
      co_return reply->readAll();
    // Give the server a moment, then try once more.
    QThread::sleep(1);
    reply.reset(network_.get(QNetworkRequest(url)));
    co_await reply.get();
    co_return reply->readAll();
  }

  QCoro::Task<void> fetch(QUrl url) {
    {
      QMutexLocker lock(&mutex_);
      if (known_.contains(url))
        co_return;
    }
    const QByteArray body = co_await download(url);
    QMutexLocker lock(&mutex_);
    known_.insert(url, body.size());
  }

  QCoro::Task<void> refreshAll() {
    QMutexLocker lock(&mutex_);
    for (auto it = known_.begin(); it != known_.end(); ++it)
      *it = (co_await download(it.key())).size();
  }

  QCoro::Task<void> compress() {
    QProcess tar;
    co_await qCoro(tar).start(QStringLiteral("tar"),
                              {QStringLiteral("czf"), QStringLiteral("m.tgz"), folder_});
    tar.waitForFinished();
    // The folder may go once it is packed.
    cleanUp();
  }

  QCoro::Task<void> cleanUp() {
    QTimer timer;
    timer.start(100ms);
    co_await timer;
    QFile::remove(folder_);
  }

  QCoro::Task<int> countKnown() {
    QFuture<int> counted = count();
    co_return counted.result();
  }

  QCoro::Task<int> countKnownLater() { co_return co_await count(); }

  QFuture<int> count() {
    QPromise<int> promise;
    promise.start();
    promise.addResult(known_.size());
    promise.finish();
    return promise.future();
  }

  QCoro::Task<void> settle() {
    QCoro::waitFor(cleanUp());
    co_await refreshAll();
    (void)cleanUp();
  }

  void report() const { qInfo("%lld pages", qlonglong(known_.size())); }

  QString folder_;
  QNetworkAccessManager network_;
  QMutex mutex_;
  QHash<QUrl, qsizetype> known_;
};

int main(int argc, char **argv) {
  QCoreApplication app(argc, argv);
  Mirror mirror(QStringLiteral("mirror"));
  QTimer::singleShot(0, &mirror, [&] { mirror.onRefresh(); });
  QCoro::waitFor(mirror.run(app.arguments().mid(1)));
  return 0;
}
