#pragma once

#include "server/relay/event_value.h"
#include "sync/session/frame.h"
#include "sync/sql/database.h"

namespace puente {

/// What a server tells of itself. docs/server.md lists the fields of each.
enum class Event {
    Started,
    Stopping,
    Stopped,
    ConversationEnded,
    HandshakeFailed, ///< TLS, or nothing at all, from who connected
    Refused,         ///< entries of one conversation, for one reason
    TurnedAway,      ///< connections beyond a limit
    AcceptFailed,    ///< the system has no more open files
    StoreFault,      ///< SQLite reported one
    StoreFailed,     ///< a file that nothing more is written to, before the server ends
    BackupMade,
    BackupFailed,
    ControlRefused, ///< a request on the loopback port without its token
    LibraryMessage, ///< of Qt, whose text is not ours to vouch for
    More,           ///< lines of one kind that were held back
    Lost,           ///< lines that nobody took
};

/// The words of the event log. They are stable: programs of operators look for them.
EventWord eventWord(Event event);
EventWord eventWord(SessionError error);
EventWord eventWord(Refusal reason);
EventWord eventWord(SqlFault fault);

} // namespace puente
