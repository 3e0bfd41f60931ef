#pragma once

#include "sync/session/initiator.h"
#include "sync/session/responder.h"

#include <functional>
#include <limits>
#include <optional>

namespace puente::test {

/// Moves the bytes between the two sides of one conversation, as a connection would; it may break anywhere.
template <typename Client>
struct PumpOf {
    static constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

    std::uint64_t cutUpAfter = kNever, cutDownAfter = kNever; ///< bytes
    std::function<void(Bytes&)> onUp = {}, onDown = {};       ///< a hostile wire: sees and changes what passes
    Instant now = instantOf(1'760'000'000'000);

    std::uint64_t up = 0, down = 0; ///< bytes that arrived
    bool wasCut = false;
    std::optional<typename Client::Fault> clientFault = {};
    std::optional<Responder::Fault> serverFault = {};

    /// Until the client is done, one side has a fault, or nothing moves any more; true when the client is done.
    bool run(Client& client, Responder& server) {
        if (const auto started = client.start(now); !started) clientFault = started.fault();
        while (!clientFault && !client.isDone() && !wasCut) {
            const bool movedUp = moveUp(client, server);
            const bool movedDown = !wasCut && moveDown(client, server);
            if (!movedUp && !movedDown) break;
        }
        if (wasCut) {
            (void)client.connectionLost();
            (void)server.connectionLost();
        }
        return client.isDone();
    }

private:
    static Bytes cut(Bytes bytes, std::uint64_t moved, std::uint64_t cutAfter, bool& wasCut) {
        wasCut = moved + bytes.size() > cutAfter;
        if (wasCut) bytes.resize(static_cast<std::size_t>(cutAfter - moved));
        return bytes;
    }

    bool moveUp(Client& client, Responder& server) {
        Bytes bytes = client.takeOutput();
        if (bytes.empty()) return false;
        if (onUp) onUp(bytes);
        bytes = cut(std::move(bytes), up, cutUpAfter, wasCut);
        up += bytes.size();
        const auto fed = server.feed(bytes, now);
        if (!fed) serverFault = fed.fault();
        return true;
    }

    bool moveDown(Client& client, Responder& server) {
        if (!server.hasOutput()) return false;
        Bytes bytes = server.takeOutput();
        if (onDown) onDown(bytes);
        bytes = cut(std::move(bytes), down, cutDownAfter, wasCut);
        down += bytes.size();
        const auto fed = client.feed(bytes, now);
        if (!fed) clientFault = fed.fault();
        return true;
    }
};
using Pump = PumpOf<Initiator>;

} // namespace puente::test
