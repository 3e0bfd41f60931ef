#include "client/core/session_notice.h"

#include "client/core/replica_notice.h"
#include "client/core/text.h"

namespace puente {

namespace {

Notice noServer(std::string what, std::string whatToDo, std::string where) {
    return {ExitCode::NoServer, std::move(what), std::move(where), std::move(whatToDo)};
}

std::string tryLater() {
    return Text::tr("Nothing is lost: work on, and run “puente sync” later.");
}

Notice noticeOf(SessionError error, std::string where) {
    switch (error) {
    case SessionError::Version:
        return {ExitCode::Refused, Text::tr("The server speaks another version of Puente."), std::move(where),
                Text::tr("Install the version that the server's administrator names.")};
    case SessionError::Proof:
        return {ExitCode::Refused, Text::tr("The server did not accept this device's proof."), std::move(where),
                Text::tr("Check with the server's administrator that its address is still the same.")};
    case SessionError::Protocol:
    case SessionError::TooMuch:
        return {ExitCode::Refused, Text::tr("The server refused what it was sent."), std::move(where), tryLater()};
    case SessionError::Storage:
        return noServer(Text::tr("The server's disk failed or is full."),
                        Text::tr("Tell the server's administrator. Nothing is lost here."), std::move(where));
    case SessionError::TooSlow: return noticeOf(TransportFault::TimedOut, std::move(where));
    case SessionError::ShuttingDown:
    case SessionError::Busy: return noServer(Text::tr("The server is busy or stopping."), tryLater(), std::move(where));
    }
    return {};
}

} // namespace

Notice badAddressNotice(std::string address) {
    return usageNotice(Text::tr("That is not a server's address."),
                       Text::tr("Copy the whole line that “puente-server init” printed: puente-server:…"),
                       std::move(address));
}

Notice noticeOf(TransportFault fault, std::string where) {
    switch (fault) {
    case TransportFault::HostNotFound:
        return noServer(Text::tr("No machine of that name is known: is there a network?"), tryLater(),
                        std::move(where));
    case TransportFault::Refused:
        return noServer(Text::tr("No server answers at this address."), tryLater(), std::move(where));
    case TransportFault::Unreachable:
        return noServer(Text::tr("There is no network, or no way to the server."), tryLater(), std::move(where));
    case TransportFault::ProxyFailed:
        return noServer(Text::tr("The proxy did not let the connection through."), Text::tr("Check PUENTE_PROXY."),
                        std::move(where));
    case TransportFault::TimedOut:
        return noServer(Text::tr("The server did not answer in time."), tryLater(), std::move(where));
    case TransportFault::NotTls:
        return noServer(Text::tr("What answers there is not a Puente server."),
                        Text::tr("Check the address with the server's administrator."), std::move(where));
    case TransportFault::WrongPin:
        return {ExitCode::Refused, Text::tr("Another server answers at this address. Nothing was sent to it."),
                std::move(where),
                Text::tr("Ask the server's administrator, by telephone, whether the server was replaced.")};
    case TransportFault::Cut:
        return noServer(Text::tr("The connection broke. What arrived until then is kept."), tryLater(),
                        std::move(where));
    case TransportFault::Cancelled:
        return noServer(Text::tr("It was cancelled. What arrived until then is kept."), tryLater(), std::move(where));
    case TransportFault::Conversation:
        return noServer(Text::tr("The conversation with the server ended early."), tryLater(), std::move(where));
    }
    return {};
}

Notice noticeOf(Initiator::Fault fault, const Initiator& initiator, std::string where) {
    switch (fault) {
    case Initiator::Fault::Replica: return noticeOf(initiator.replicaFault(), std::move(where));
    case Initiator::Fault::Server: return noticeOf(initiator.serverError(), std::move(where));
    case Initiator::Fault::TimedOut: return noticeOf(TransportFault::TimedOut, std::move(where));
    case Initiator::Fault::Frame:
    case Initiator::Fault::Protocol:
        return {ExitCode::Refused,
                Text::tr("The server does not keep to the protocol. What arrived until then is kept."),
                std::move(where), Text::tr("Tell the server's administrator.")};
    }
    return {};
}

Notice noticeOf(Claimant::Fault fault, const Claimant& claimant, std::string where) {
    const std::string tell = Text::tr("Tell the server's administrator, or recover with a bundle of any member.");
    switch (fault) {
    case Claimant::Fault::Server: return noticeOf(claimant.serverError(), std::move(where));
    case Claimant::Fault::TimedOut: return noticeOf(TransportFault::TimedOut, std::move(where));
    case Claimant::Fault::Frame:
    case Claimant::Fault::Protocol:
        return {ExitCode::Refused, Text::tr("The server does not keep to the protocol. Nothing was made here."),
                std::move(where), tell};
    case Claimant::Fault::NotWhole:
        return {
            ExitCode::Refused,
            Text::tr("What the server sent is not what it signed for: something is missing. Nothing was made here."),
            std::move(where), tell};
    case Claimant::Fault::TooMuch:
        return {ExitCode::DataInvalid, Text::tr("The server keeps more than 1 GiB for this organisation."),
                std::move(where), Text::tr("Recover with a bundle of a member, space by space.")};
    }
    return {};
}

Notice noticeOf(DocumentCourier::Fault fault, const DocumentCourier& courier, std::string where) {
    switch (fault) {
    case DocumentCourier::Fault::Store: return noticeOf(courier.storeFault(), std::move(where));
    case DocumentCourier::Fault::Server: return noticeOf(courier.serverError(), std::move(where));
    case DocumentCourier::Fault::TimedOut: return noticeOf(TransportFault::TimedOut, std::move(where));
    case DocumentCourier::Fault::Frame:
    case DocumentCourier::Fault::Protocol:
        return {ExitCode::Refused,
                Text::tr("The server does not keep to the protocol. What arrived until then is kept."),
                std::move(where), Text::tr("Tell the server's administrator.")};
    }
    return {};
}

std::string incidentText(SyncSummary::Incident incident) {
    switch (incident) {
    case SyncSummary::Incident::ServerLostData:
        return Text::tr("The server has less than it had confirmed; this office filled it again.");
    case SyncSummary::Incident::ServerReplaced: return Text::tr("The server was replaced or restored from a copy.");
    case SyncSummary::Incident::HistoryRewritten:
        return Text::tr("The server's log is not the one that it had signed for.");
    case SyncSummary::Incident::ServerContradicted:
        return Text::tr("The server has signed for two different pasts of this space. “puente proof list” shows the "
                        "proof; “puente proof export” writes it for whoever runs the server.");
    case SyncSummary::Incident::BadReceipt: return Text::tr("The server's receipt is not signed by this server.");
    case SyncSummary::Incident::Withheld: return Text::tr("The server sent another office's log with a hole in it.");
    case SyncSummary::Incident::AuthorBroken:
        return Text::tr("An office's device wrote what this program cannot read; what it writes from there on "
                        "does not count here.");
    case SyncSummary::Incident::PlaceEnded:
        return Text::tr(
            "The server says that this device belongs to the space no longer, and sends it nothing more. Ask "
            "an administrator by telephone; what lies here stays readable.");
    case SyncSummary::Incident::SpaceDenied:
        return Text::tr("The server says that it does not know this space, although it has signed for it.");
    case SyncSummary::Incident::Missing:
        return Text::tr("Other offices say that they have seen changes which the server did not send: it holds them "
                        "back, or they travel by bundle.");
    case SyncSummary::Incident::OwnLogForked:
        return Text::tr(
            "Another copy of this folder was used (a restored backup, a copied folder). What both wrote is kept; "
            "go on with one of them only.");
    case SyncSummary::Incident::NotAuthentic: return Text::tr("The server sent something that no member signed.");
    }
    return {};
}

std::string refusalText(Refusal refusal) {
    switch (refusal) {
    case Refusal::Malformed: return Text::tr("it is not in the form it should have");
    case Refusal::NotMember: return Text::tr("its author is not a member of the space");
    case Refusal::ReadOnly: return Text::tr("its author may only read");
    case Refusal::Gap: return Text::tr("an earlier part is missing");
    case Refusal::Fork: return Text::tr("another copy of this replica was used; do not go on with both");
    case Refusal::OverDeviceQuota: return Text::tr("this office has used up its room on the server");
    case Refusal::OverSpaceQuota: return Text::tr("the space has used up its room on the server");
    case Refusal::TooManySpaces: return Text::tr("the server takes no further space");
    case Refusal::InviteUnknown:
        return Text::tr("the server does not know the invite: the inviter must run “puente sync”");
    case Refusal::InviteUsed: return Text::tr("the invite was used already");
    case Refusal::ServerFull: return Text::tr("the server's disk is full");
    case Refusal::TooManyJoins: return Text::tr("too many offices wait to join");
    case Refusal::Erased: return Text::tr("it was deleted");
    case Refusal::NoDocuments: return Text::tr("this server keeps no documents");
    }
    return {};
}

} // namespace puente
