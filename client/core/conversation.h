#pragma once

#include "common/base/bytes.h"
#include "common/base/result.h"
#include "common/time/clock.h"

namespace puente {

/// One side of a conversation, as whoever moves its bytes sees it. False ends it: it knows itself why.
class Conversation {
public:
    virtual ~Conversation() = default;

    virtual bool start(Instant now) = 0;
    virtual bool feed(ByteView bytes, Instant now) = 0;
    virtual bool tick(Instant now) = 0;
    /// The next bytes to send; empty when there are none now.
    virtual Bytes takeOutput() = 0;
    virtual bool isDone() const = 0;
    /// The connection broke: what had arrived whole is to be kept.
    virtual void connectionLost() {}
};

/// The same for an object with these functions that return a Result, such as Initiator. It must outlive this. Its last
/// fault is kept, so that somebody may be told of it.
template <typename Engine>
class ConversationOf final : public Conversation {
public:
    explicit ConversationOf(Engine& engine) : m_engine(engine) {}

    bool start(Instant now) override { return keep(m_engine.start(now)); }
    bool feed(ByteView bytes, Instant now) override { return keep(m_engine.feed(bytes, now)); }
    bool tick(Instant now) override { return keep(m_engine.tick(now)); }
    Bytes takeOutput() override { return m_engine.takeOutput(); }
    bool isDone() const override { return m_engine.isDone(); }
    void connectionLost() override { (void)m_engine.connectionLost(); }

    std::optional<typename Engine::Fault> fault() const { return m_fault; }

private:
    bool keep(const Result<Done, typename Engine::Fault>& outcome) {
        if (!outcome) m_fault = outcome.fault();
        return outcome.ok();
    }

    Engine& m_engine;
    std::optional<typename Engine::Fault> m_fault;
};

} // namespace puente
