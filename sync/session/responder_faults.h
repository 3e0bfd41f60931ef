#pragma once

#include "sync/session/document_desk.h"
#include "sync/session/frame.h"
#include "sync/session/responder.h"

namespace puente {

/// What a client is told of a fault; it is less than the server knows.
SessionError errorOf(Responder::Fault fault);

Responder::Fault faultOf(FrameFault fault);
Responder::Fault faultOf(DocumentDesk::Fault fault);

} // namespace puente
