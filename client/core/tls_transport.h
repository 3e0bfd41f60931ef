#pragma once

#include "client/core/conversation.h"
#include "common/base/result.h"
#include "sync/session/server_address.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace puente {

enum class TransportFault {
    HostNotFound,
    Refused,      ///< nobody listens there
    Unreachable,  ///< no network, or no way to that host
    ProxyFailed,  ///< the proxy is not there, wants other credentials, or does not let through
    TimedOut,     ///< no answer, or silence in the middle
    NotTls,       ///< what answers does not speak TLS 1.3
    WrongPin,     ///< another server answers: nothing was sent to it
    Cut,          ///< the connection broke before the conversation was over
    Cancelled,    ///< by the user
    Conversation, ///< the conversation ended itself: ask it why
};

/// What has moved so far, in bytes of frames before TLS.
struct Traffic {
    std::uint64_t bytesUp = 0;
    std::uint64_t bytesDown = 0;
    bool connected = false; ///< the handshake is over, and the server is the right one
};

/// An HTTP proxy that allows CONNECT; credentials may be empty.
struct HttpProxy {
    std::string host;
    std::uint16_t port = 0;
    std::string user;
    std::string password;
};

struct TransportOptions {
    std::optional<HttpProxy> proxy;
    Duration connectMax = std::chrono::seconds(30); ///< for name, TCP, proxy and TLS together
    /// Without a byte in either direction. The conversation itself knows what it still waits for, and is less patient.
    Duration silenceMax = std::chrono::minutes(10);
    Duration closingMax = std::chrono::seconds(2); ///< for an orderly end, once all is said
    std::function<void(const Traffic&)> onProgress;
    std::stop_token cancel; ///< looked at several times a second
};

/// Carries one conversation to the server at `address`, and returns when it is over. TLS 1.3 to exactly the pinned key
/// (the present or the next one), checked before a byte is sent; no authority is trusted. It blocks, with an event loop
/// of its own; the thread needs none. `clock` is what the conversation is told of the time.
///
/// What was delivered before a fault stays delivered; the next conversation carries on from there.
Result<Traffic, TransportFault> converse(const ServerAddress& address, Conversation& conversation, const Clock& clock,
                                         const TransportOptions& options);

} // namespace puente
