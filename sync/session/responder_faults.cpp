#include "sync/session/responder_faults.h"

#include "common/base/expects.h"

namespace puente {

SessionError errorOf(Responder::Fault fault) {
    switch (fault) {
    case Responder::Fault::Frame: return SessionError::Protocol;
    case Responder::Fault::Protocol: return SessionError::Protocol;
    case Responder::Fault::Proof: return SessionError::Proof;
    case Responder::Fault::Version: return SessionError::Version;
    case Responder::Fault::TimedOut: return SessionError::TooSlow;
    case Responder::Fault::TooMuch: return SessionError::TooMuch;
    case Responder::Fault::Store: return SessionError::Storage;
    }
    contractBroken();
}

Responder::Fault faultOf(FrameFault fault) {
    switch (fault) {
    case FrameFault::TooLarge: return Responder::Fault::TooMuch;
    case FrameFault::UnknownVersion: return Responder::Fault::Version;
    case FrameFault::UnknownType:
    case FrameFault::Malformed: return Responder::Fault::Frame;
    }
    contractBroken();
}

Responder::Fault faultOf(DocumentDesk::Fault fault) {
    switch (fault) {
    case DocumentDesk::Fault::Protocol: return Responder::Fault::Protocol;
    case DocumentDesk::Fault::TooMuch: return Responder::Fault::TooMuch;
    case DocumentDesk::Fault::Store: return Responder::Fault::Store;
    }
    contractBroken();
}

} // namespace puente
