#include "client/core/replica_notice.h"

#include <QDateTime>

#include "client/core/text.h"

namespace puente {

namespace {

Notice diskFull(std::string where) {
    return {ExitCode::Internal, Text::tr("The disk is full. Nothing was changed."), std::move(where),
            Text::tr("Make room on the disk and do it again.")};
}

Notice diskFailed(std::string where) {
    return {ExitCode::Internal, Text::tr("The disk did not store what it was given. Nothing was changed."),
            std::move(where),
            Text::tr("Check the disk or stick. If it is the one with the replica: “puente verify --full”.")};
}

Notice replicaBusy(std::string where) {
    return {ExitCode::Busy, Text::tr("Another program has this replica open."), std::move(where),
            Text::tr("Close it, or wait until it has finished.")};
}

/// What is left to do when a replica's file does not open and is the right one.
std::string waysBack() {
    return Text::tr("Keep a copy of the folder. Put a backup of the whole folder back; or set this office up again in "
                    "an empty folder, with its kit (“puente recover start”) or an invite (“puente join”): the server "
                    "or a bundle gives back what had been sent.");
}

Notice keysMissing(std::string where) {
    return {ExitCode::DataInvalid, Text::tr("This folder holds a replica without its keys."), std::move(where),
            waysBack()};
}

/// What is left to try before those: a repair says more.
std::string firstRepair() {
    return Text::tr(
        "Keep a copy of the folder, then run “puente repair”: it makes again what can be made from the logs, "
        "and says what else can be done if they are damaged too.");
}

Notice replicaDamaged(std::string where) {
    return {ExitCode::DataInvalid, Text::tr("The replica's file is damaged."), std::move(where), firstRepair()};
}

Notice replicaMisplaced(std::string where) {
    return {ExitCode::DataInvalid,
            Text::tr("A part of the replica's file stands where another one belongs: two files, or two states of one, "
                     "were mixed."),
            std::move(where), firstRepair()};
}

Notice replicaCutOff(std::string where) {
    return {ExitCode::DataInvalid, Text::tr("The end of the replica's file is cut off."), std::move(where), waysBack()};
}

Notice replicaNewer(std::string where) {
    return {ExitCode::DataInvalid, Text::tr("A newer version of Puente wrote this replica."), std::move(where),
            Text::tr("Install that version, or a later one.")};
}

} // namespace

Notice usageNotice(std::string what, std::string whatToDo, std::string where) {
    return {ExitCode::Usage, std::move(what), std::move(where), std::move(whatToDo)};
}

Notice noticeOf(ReplicaFault fault, std::string where) {
    switch (fault) {
    case ReplicaFault::Storage: return diskFailed(std::move(where));
    case ReplicaFault::Full: return diskFull(std::move(where));
    case ReplicaFault::Busy: return replicaBusy(std::move(where));
    case ReplicaFault::Corrupt: return replicaDamaged(std::move(where));
    case ReplicaFault::Misplaced: return replicaMisplaced(std::move(where));
    case ReplicaFault::CutOff: return replicaCutOff(std::move(where));
    case ReplicaFault::Newer: return replicaNewer(std::move(where));
    case ReplicaFault::UnknownSpace:
        return usageNotice(Text::tr("There is no such space here."),
                           Text::tr("“puente space list” shows those there are."), std::move(where));
    case ReplicaFault::NotAllowed:
        return {ExitCode::Refused, Text::tr("Your role in this space does not permit it."), std::move(where),
                Text::tr("Ask an administrator of the space; “puente members” shows who they are.")};
    case ReplicaFault::NoKey:
        return {ExitCode::Refused, Text::tr("The key of this space has not arrived yet."), std::move(where),
                Text::tr("Run “puente sync” after an administrator has admitted your office.")};
    case ReplicaFault::TooLarge:
        return {ExitCode::DataInvalid, Text::tr("That is too much for one change."), std::move(where),
                Text::tr("Divide it: one change may hold at most 200 KiB.")};
    case ReplicaFault::UnknownRecord:
        return {ExitCode::Pending, Text::tr("There is no such record."), std::move(where),
                Text::tr("“puente list” and “puente search” show the records there are.")};
    case ReplicaFault::UnknownTarget:
        return usageNotice(Text::tr("There is no such office, device, invite or act in this space any more."),
                           Text::tr("“puente members” shows who belongs to it."), std::move(where));
    case ReplicaFault::LastAdmin:
        return {ExitCode::Refused, Text::tr("The space would be left without an administrator."), std::move(where),
                Text::tr("Make another office its administrator first, with “puente role”.")};
    case ReplicaFault::Malformed:
        return {ExitCode::DataInvalid, Text::tr("The data is not in the form it should have."), std::move(where),
                Text::tr("Ask whoever sent it to make it again.")};
    }
    return {};
}

Notice writeNotice(const Replica& replica, const SpaceId& space, ReplicaFault fault) {
    const SpaceInfo* info = replica.findSpace(space);
    if (fault != ReplicaFault::NotAllowed || !info || info->role) return noticeOf(fault, info ? info->name : "");
    return {ExitCode::Refused, Text::tr("This office is not admitted yet."), info->name,
            Text::tr("Run “puente sync” after an administrator has run it, or exchange bundles.")};
}

Notice expiredNotice(const Invite& invite) {
    return {ExitCode::Refused, Text::tr("This invite has expired."), invite.spaceName,
            Text::tr("Ask %1 for a new one.").arg(invite.inviterName)};
}

Notice noticeOf(KeyringFault fault, std::string where) {
    switch (fault) {
    case KeyringFault::NoKeyring:
        return usageNotice(Text::tr("There is no replica in this folder."),
                           Text::tr("Make one with “puente init”, or name another folder with --home."),
                           std::move(where));
    case KeyringFault::Lost: return keysMissing(std::move(where));
    case KeyringFault::Exists:
        return usageNotice(Text::tr("There is a replica in this folder already."),
                           Text::tr("Use it, or name another folder with --home."), std::move(where));
    case KeyringFault::NotAllowed: return noticeOf(platform::FileFault::NotAllowed, std::move(where));
    case KeyringFault::Full: return diskFull(std::move(where));
    case KeyringFault::Storage: return diskFailed(std::move(where));
    case KeyringFault::Damaged:
        return {ExitCode::DataInvalid, Text::tr("The file of this replica's keys is damaged."), std::move(where),
                waysBack()};
    case KeyringFault::OutOfMemory:
        return {ExitCode::Internal, Text::tr("There is not enough memory to check the passphrase."), std::move(where),
                Text::tr("Close other programs and do it again.")};
    case KeyringFault::WrongPassphrase:
        return {ExitCode::Refused, Text::tr("The passphrase is wrong."), std::move(where),
                Text::tr("Type it again; capital letters and accents count.")};
    case KeyringFault::Changed:
        return {ExitCode::Busy, Text::tr("Another command changed the keys of this replica meanwhile."),
                std::move(where), Text::tr("Nothing was changed by this one. Do it again.")};
    }
    return {};
}

Notice noticeOf(platform::FileFault fault, std::string where) {
    switch (fault) {
    case platform::FileFault::NotFound:
        return usageNotice(Text::tr("There is no such file."), Text::tr("Check its name and folder."),
                           std::move(where));
    case platform::FileFault::NoFolder:
        return usageNotice(Text::tr("There is no such folder."), Text::tr("Check its name, or make it first."),
                           std::move(where));
    case platform::FileFault::NotAFile:
        return {ExitCode::DataInvalid, Text::tr("That is not an ordinary file."), std::move(where),
                Text::tr("Name a file; folders, links and devices are not read.")};
    case platform::FileFault::NotAllowed:
        return usageNotice(Text::tr("The file cannot be read or written: permission denied."),
                           Text::tr("Check who owns the file and its folder."), std::move(where));
    case platform::FileFault::Exists:
        return usageNotice(Text::tr("There is such a file already."), Text::tr("Choose another name."),
                           std::move(where));
    case platform::FileFault::TooLarge:
        return {ExitCode::DataInvalid, Text::tr("The file is too large."), std::move(where),
                Text::tr("Check that it is the right one; if it is, divide it.")};
    case platform::FileFault::Full: return diskFull(std::move(where));
    case platform::FileFault::Failed: return diskFailed(std::move(where));
    }
    return {};
}

Notice noticeOf(SqlFault fault, std::string where) {
    switch (fault) {
    case SqlFault::CannotOpen:
    case SqlFault::ReadOnly:
        return {ExitCode::Internal, Text::tr("The replica's file cannot be opened for writing."), std::move(where),
                Text::tr("Check who owns the folder and that its disk is not read-only.")};
    case SqlFault::Busy: return replicaBusy(std::move(where));
    case SqlFault::Full: return diskFull(std::move(where));
    case SqlFault::Storage: return diskFailed(std::move(where));
    case SqlFault::Corrupt: return replicaDamaged(std::move(where));
    case SqlFault::Newer: return replicaNewer(std::move(where));
    case SqlFault::Misplaced: return replicaMisplaced(std::move(where));
    case SqlFault::CutOff: return replicaCutOff(std::move(where));
    case SqlFault::WrongKey:
        return {ExitCode::DataInvalid, Text::tr("The replica's file belongs to another replica, or is none."),
                std::move(where),
                Text::tr("Put this replica's own file back, or name the other one's folder with --home.")};
    case SqlFault::NotSealed:
        return {ExitCode::DataInvalid, Text::tr("The replica's file is not sealed, but this folder's was."),
                std::move(where), Text::tr("Somebody has put another file there. Put the sealed one back.")};
    }
    return {};
}

Notice beyondRepair(std::string where) {
    return {ExitCode::DataInvalid,
            Text::tr("The logs themselves are damaged, so nothing can be made again from them. Nothing was changed."),
            std::move(where), waysBack()};
}

Notice noticeOf(const LostEnd& lost, std::string where) {
    const auto when = [](const CommitMark& mark) {
        return QDateTime::fromSecsSinceEpoch(mark.second, Qt::UTC).toString("yyyy-MM-dd HH:mm 'UTC'");
    };
    std::string what = Text::tr("The end of the replica's file is missing: what was written after %1 and never sent "
                                "may be lost.")
                           .arg(when(lost.kept).toStdString());
    if (lost.kept.second == 0) // such a file tells nothing: an earlier one, of before its first opening
        what = Text::tr("The end of the replica's file is missing: what was written since it was made and never sent "
                        "may be lost.");
    else if (lost.written && lost.written->second > lost.kept.second)
        what = Text::tr("The end of the replica's file is missing: what was written between %1 and %2 and never sent "
                        "may be lost.")
                   .arg(when(lost.kept).toStdString())
                   .arg(when(*lost.written).toStdString());
    return {ExitCode::DataInvalid, std::move(what), std::move(where),
            Text::tr("Keep a copy of the folder. If a file of it was moved or an older one put back, put the right one "
                     "there. Else run “puente repair”, and before anybody writes “puente sync”, or import a bundle: "
                     "what had been sent comes back.")};
}

} // namespace puente
