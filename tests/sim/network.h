#pragma once

#include "sync/session/initiator.h"
#include "tests/sim/device.h"
#include "tests/sim/server.h"

namespace puente::test {

/// What one conversation meets on its way.
struct Weather {
    std::size_t upMax = SIZE_MAX;   ///< the line breaks after so many bytes to the server
    std::size_t downMax = SIZE_MAX; ///< or from it
    std::size_t chunkMax = SIZE_MAX;
    bool isLate = false; ///< the server hears the flight long after the device gave up
};

Weather fairWeather();
Weather anyWeather(Prng& prng);

/// One conversation between a device and the server, moved chunk by chunk, so that several may go on at once.
class Conversation {
public:
    Conversation(SimDevice& device, SimServer& server, std::vector<SpaceId> spaces, const Weather& weather,
                 const Instant& world);

    /// Moves some bytes each way; false when it is over.
    bool step(Prng& prng);
    bool isDone() const { return m_initiator.isDone(); }
    const SyncSummary& summary() const { return m_initiator.summary(); }
    /// All that the device sent: to be heard again, or late.
    const Bytes& flight() const { return m_flight; }

private:
    bool moveUp(Prng& prng);
    bool moveDown(Prng& prng);

    SimDevice& m_device;
    const Instant& m_world;
    Weather m_weather;
    Initiator m_initiator;
    Responder m_responder;
    bool m_isOver = false;
    bool m_hasHungUp = false; // the server's side ended it with a fault
    Bytes m_up, m_down;       // on the way
    Bytes m_flight;
    std::size_t m_upTotal = 0, m_downTotal = 0;
};

/// The server hears a flight again, or late; its answer reaches nobody.
void hearAgain(SimServer& server, const Bytes& flight, const Instant& world);

} // namespace puente::test
