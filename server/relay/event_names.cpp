#include "server/relay/event_names.h"

namespace puente {

EventWord eventWord(Event event) {
    switch (event) {
    case Event::Started: return "started";
    case Event::Stopping: return "stopping";
    case Event::Stopped: return "stopped";
    case Event::ConversationEnded: return "conversation_ended";
    case Event::HandshakeFailed: return "handshake_failed";
    case Event::Refused: return "refused";
    case Event::TurnedAway: return "turned_away";
    case Event::AcceptFailed: return "accept_failed";
    case Event::StoreFault: return "store_fault";
    case Event::StoreFailed: return "store_failed";
    case Event::BackupMade: return "backup_made";
    case Event::BackupFailed: return "backup_failed";
    case Event::ControlRefused: return "control_refused";
    case Event::LibraryMessage: return "library_message";
    case Event::More: return "more";
    case Event::Lost: return "lost";
    }
    contractBroken();
}

EventWord eventWord(SessionError error) {
    switch (error) {
    case SessionError::Version: return "Version";
    case SessionError::Proof: return "Proof";
    case SessionError::Protocol: return "Protocol";
    case SessionError::TooMuch: return "TooMuch";
    case SessionError::Storage: return "Storage";
    case SessionError::ShuttingDown: return "ShuttingDown";
    case SessionError::Busy: return "Busy";
    case SessionError::TooSlow: return "TooSlow";
    }
    contractBroken();
}

EventWord eventWord(Refusal reason) {
    switch (reason) {
    case Refusal::Malformed: return "Malformed";
    case Refusal::NotMember: return "NotMember";
    case Refusal::ReadOnly: return "ReadOnly";
    case Refusal::Gap: return "Gap";
    case Refusal::Fork: return "Fork";
    case Refusal::OverDeviceQuota: return "OverDeviceQuota";
    case Refusal::OverSpaceQuota: return "OverSpaceQuota";
    case Refusal::TooManySpaces: return "TooManySpaces";
    case Refusal::InviteUnknown: return "InviteUnknown";
    case Refusal::InviteUsed: return "InviteUsed";
    case Refusal::ServerFull: return "ServerFull";
    case Refusal::TooManyJoins: return "TooManyJoins";
    case Refusal::Erased: return "Erased";
    case Refusal::NoDocuments: return "NoDocuments";
    }
    contractBroken();
}

EventWord eventWord(SqlFault fault) {
    switch (fault) {
    case SqlFault::CannotOpen: return "CannotOpen";
    case SqlFault::Busy: return "Busy";
    case SqlFault::Full: return "Full";
    case SqlFault::ReadOnly: return "ReadOnly";
    case SqlFault::Storage: return "Storage";
    case SqlFault::Corrupt: return "Corrupt";
    case SqlFault::Newer: return "Newer";
    case SqlFault::NotSealed: return "NotSealed";
    case SqlFault::WrongKey: return "WrongKey";
    case SqlFault::Misplaced: return "Misplaced";
    case SqlFault::CutOff: return "CutOff";
    }
    contractBroken();
}

} // namespace puente
