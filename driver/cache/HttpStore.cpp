#include "HttpStore.h"
#include "Complain.h"
#include <csignal>
#include <cstring>
#include <curl/curl.h>

using namespace llvm;

namespace corolint {

namespace {

constexpr long ConnectMilliseconds = 1000;
constexpr long TransferMilliseconds = 3000;
constexpr long Connections = 16;
constexpr size_t MaxQueue = 32;
constexpr size_t MaxBytes = 64 << 20;

/// A server that closes a connection must not end the program.
class NoPipeSignal {
public:
  NoPipeSignal() {
    struct sigaction Ignore = {};
    Ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &Ignore, &Before);
  }
  ~NoPipeSignal() { sigaction(SIGPIPE, &Before, nullptr); }

private:
  struct sigaction Before;
};

/// One request.
struct Transfer {
  CURL *Handle = nullptr;
  std::string Url;
  std::optional<std::string> Sent; ///< nothing: it is a GET
  size_t SentUpTo = 0;
  std::string Received;
  CURLcode Code = CURLE_OK;
  long Status = 0;

  bool worked() const { return Code == CURLE_OK && Status / 100 == 2; }
};

size_t receive(char *Bytes, size_t, size_t Size, void *To) {
  std::string &Received = static_cast<Transfer *>(To)->Received;
  if (Received.size() + Size > MaxBytes)
    return 0; // An error.
  Received.append(Bytes, Size);
  return Size;
}

size_t send(char *Bytes, size_t, size_t Size, void *From) {
  auto *T = static_cast<Transfer *>(From);
  StringRef Rest = StringRef(*T->Sent).drop_front(T->SentUpTo).take_front(Size);
  std::memcpy(Bytes, Rest.data(), Rest.size());
  T->SentUpTo += Rest.size();
  return Rest.size();
}

int rewind(void *From, curl_off_t Offset, int) {
  static_cast<Transfer *>(From)->SentUpTo = Offset;
  return CURL_SEEKFUNC_OK;
}

class HttpStore : public RemoteStore {
public:
  HttpStore(StringRef Base, bool IsReadOnly, CURLM *Multi)
      : Base(Base.rtrim('/')), CanPut(!IsReadOnly), Multi(Multi) {
    curl_multi_setopt(Multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, Connections);
  }
  ~HttpStore() override { curl_multi_cleanup(Multi); }

  std::vector<std::optional<std::string>>
  get(ArrayRef<std::string> Names) override;
  void put(std::string Name, std::string Bytes) override;
  void flush() override;

private:
  void run(std::vector<Transfer> &Transfers);
  void setUp(Transfer &T);
  void judge(const Transfer &T);
  void giveUp(const Twine &Why);
  std::string shownUrl() const;

  std::string Base;
  bool CanGet = true, CanPut;
  CURLM *Multi;
  std::vector<Transfer> Queue;
};

/// Without name and password.
std::string HttpStore::shownUrl() const {
  auto [Scheme, Rest] = StringRef(Base).split("://");
  StringRef Host = Rest.take_front(Rest.find('/'));
  size_t At = Host.rfind('@');
  return (Scheme + "://" + Rest.drop_front(At == StringRef::npos ? 0 : At + 1))
      .str();
}

void HttpStore::giveUp(const Twine &Why) {
  if (CanGet)
    warn("the remote cache '" + shownUrl() + "' is not used: " + Why);
  CanGet = CanPut = false;
}

void HttpStore::setUp(Transfer &T) {
  T.Handle = curl_easy_init();
  auto Set = [&](CURLoption Option, auto Value) {
    curl_easy_setopt(T.Handle, Option, Value);
  };
  Set(CURLOPT_URL, T.Url.c_str());
  Set(CURLOPT_PRIVATE, &T);
  Set(CURLOPT_NOSIGNAL, 1L);
  Set(CURLOPT_CONNECTTIMEOUT_MS, ConnectMilliseconds);
  Set(CURLOPT_TIMEOUT_MS, TransferMilliseconds);
  Set(CURLOPT_USERAGENT, "corolint/" COROLINT_VERSION);
  Set(CURLOPT_WRITEFUNCTION, receive);
  Set(CURLOPT_WRITEDATA, &T);
  if (!T.Sent)
    return;
  Set(CURLOPT_UPLOAD, 1L);
  Set(CURLOPT_READFUNCTION, send);
  Set(CURLOPT_READDATA, &T);
  Set(CURLOPT_SEEKFUNCTION, rewind);
  Set(CURLOPT_SEEKDATA, &T);
  Set(CURLOPT_INFILESIZE_LARGE, curl_off_t(T.Sent->size()));
}

void HttpStore::run(std::vector<Transfer> &Transfers) {
  NoPipeSignal Guard;
  for (Transfer &T : Transfers) {
    setUp(T);
    curl_multi_add_handle(Multi, T.Handle);
  }
  int Running = 1;
  while (Running && curl_multi_perform(Multi, &Running) == CURLM_OK)
    if (Running)
      curl_multi_poll(Multi, nullptr, 0, 1000, nullptr);
  int Left;
  while (CURLMsg *Message = curl_multi_info_read(Multi, &Left)) {
    Transfer *T;
    curl_easy_getinfo(Message->easy_handle, CURLINFO_PRIVATE, &T);
    T->Code = Message->data.result;
    curl_easy_getinfo(T->Handle, CURLINFO_RESPONSE_CODE, &T->Status);
  }
  for (Transfer &T : Transfers) {
    curl_multi_remove_handle(Multi, T.Handle);
    curl_easy_cleanup(T.Handle);
    judge(T);
  }
}

void HttpStore::judge(const Transfer &T) {
  // What is not there is no error.
  if (T.worked() || (T.Code == CURLE_OK && !T.Sent && T.Status == 404))
    return;
  if (T.Code != CURLE_OK)
    return giveUp(curl_easy_strerror(T.Code));
  std::string Answer = "it answers " + std::to_string(T.Status);
  if (!T.Sent)
    return giveUp(Answer);
  // What may not be written may still be read.
  if (CanPut)
    warn("nothing is sent to the remote cache '" + shownUrl() + "': " + Answer);
  CanPut = false;
}

std::vector<std::optional<std::string>>
HttpStore::get(ArrayRef<std::string> Names) {
  std::vector<std::optional<std::string>> Found(Names.size());
  if (!CanGet)
    return Found;
  std::vector<Transfer> Transfers(Names.size());
  for (size_t I = 0; I < Names.size(); ++I)
    Transfers[I].Url = Base + "/" + Names[I];
  run(Transfers);
  for (size_t I = 0; I < Names.size(); ++I)
    if (Transfers[I].worked())
      Found[I] = std::move(Transfers[I].Received);
  return Found;
}

void HttpStore::put(std::string Name, std::string Bytes) {
  if (!CanPut)
    return;
  Transfer T;
  T.Url = Base + "/" + Name;
  T.Sent = std::move(Bytes);
  Queue.push_back(std::move(T));
  if (Queue.size() >= MaxQueue)
    flush();
}

void HttpStore::flush() {
  std::vector<Transfer> Now = std::move(Queue);
  Queue.clear();
  if (CanPut && !Now.empty())
    run(Now);
}

} // namespace

std::unique_ptr<RemoteStore> openHttp(StringRef Url, bool IsReadOnly) {
  CURLM *Multi = nullptr;
  if (curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
    Multi = curl_multi_init();
  if (!Multi) {
    complain("--remote-cache: libcurl does not work here");
    return nullptr;
  }
  return std::make_unique<HttpStore>(Url, IsReadOnly, Multi);
}

} // namespace corolint
