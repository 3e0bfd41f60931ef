#include "tests/sim/network.h"

#include <algorithm>

namespace puente::test {

namespace {

/// Takes up to `most` bytes off the front.
Bytes takeFront(Bytes& queue, std::size_t most) {
    const auto size = static_cast<std::ptrdiff_t>(std::min(most, queue.size()));
    Bytes front(queue.begin(), queue.begin() + size);
    queue.erase(queue.begin(), queue.begin() + size);
    return front;
}

} // namespace

Weather fairWeather() {
    return {};
}

Weather anyWeather(Prng& prng) {
    Weather weather;
    if (prng.chance(25)) weather.upMax = prng.below(prng.chance(50) ? 600 : 6000);
    if (prng.chance(25)) weather.downMax = prng.below(prng.chance(50) ? 600 : 6000);
    if (prng.chance(50)) weather.chunkMax = 1 + prng.below(900);
    weather.isLate = prng.chance(6);
    return weather;
}

Conversation::Conversation(SimDevice& device, SimServer& server, std::vector<SpaceId> spaces, const Weather& weather,
                           const Instant& world)
    : m_device(device), m_world(world), m_weather(weather),
      m_initiator(device.replica(), device.keys(), device.entropy(),
                  {.server = server.id(), .spaces = std::move(spaces)}),
      m_responder(server.relay(), SessionLimits{}, world) {
    m_isOver = !m_initiator.start(device.clock().now()).ok();
}

bool Conversation::step(Prng& prng) {
    if (m_isOver || m_initiator.isDone()) return false;
    const bool movedUp = moveUp(prng);
    const bool movedDown = !m_isOver && moveDown(prng);
    if (!movedUp && !movedDown) m_isOver = true; // silence, for ever
    return !m_isOver && !m_initiator.isDone();
}

bool Conversation::moveUp(Prng& prng) {
    const Bytes output = m_initiator.takeOutput();
    append(m_flight, output);
    append(m_up, output);
    if (m_weather.isLate || m_hasHungUp || m_up.empty()) return !output.empty();
    const std::size_t room = m_weather.upMax - m_upTotal;
    const Bytes chunk = takeFront(m_up, std::min(room, 1 + prng.below(m_weather.chunkMax)));
    m_upTotal += chunk.size();
    if (chunk.empty()) {
        m_isOver = true; // the line is cut
        (void)m_responder.connectionLost();
        return false;
    }
    // A server that hangs up still has its last words on the way down.
    m_hasHungUp = !m_responder.feed(chunk, m_world).ok();
    return true;
}

bool Conversation::moveDown(Prng& prng) {
    const Bytes output = m_responder.takeOutput();
    append(m_down, output);
    if (m_down.empty()) return false;
    const std::size_t room = m_weather.downMax - m_downTotal;
    const Bytes chunk = takeFront(m_down, std::min(room, 1 + prng.below(m_weather.chunkMax)));
    m_downTotal += chunk.size();
    if (chunk.empty() || !m_initiator.feed(chunk, m_device.clock().now()).ok()) m_isOver = true;
    return true;
}

void hearAgain(SimServer& server, const Bytes& flight, const Instant& world) {
    Responder responder(server.relay(), SessionLimits{}, world);
    if (responder.feed(flight, world).ok()) (void)responder.connectionLost();
    while (!responder.takeOutput().empty())
        continue;
}

} // namespace puente::test
