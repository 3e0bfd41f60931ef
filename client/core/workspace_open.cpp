#include "client/core/workspace.h"

#include <QStandardPaths>

#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/sealed_replica.h"
#include "client/core/text.h"

namespace puente {

namespace {

Notice strayDatabase(const std::string& folder) {
    return {ExitCode::DataInvalid, Text::tr("This folder holds a replica without its keys."), folder,
            Text::tr("Name an empty folder with --home.")};
}

Notice missingDatabase(const std::string& folder) {
    return {ExitCode::DataInvalid, Text::tr("This folder holds keys, but the replica's file is missing."),
            SealedReplica::pathIn(folder),
            Text::tr("Put the file back, or make a new replica in another folder and join again.")};
}

} // namespace

std::string documentsPathIn(const std::string& folder) {
    return folder + "/documents.db";
}

std::string replicaFolder(const std::string& wanted) {
    if (!wanted.empty()) return wanted;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString() + "/puente";
}

Outcome<Workspace::Created> Workspace::create(const std::string& folder, const NewReplica& replica,
                                              const PassphraseSource& source) {
    SystemEntropy entropy;
    const auto begun = begin(folder, Keyring::generate(replica.office, entropy), replica.cost, source);
    if (!begun) return Failure{begun.fault()};
    return Created{(*begun)->m_keyring.device().certificate};
}

Outcome<std::unique_ptr<Workspace>> Workspace::recover(const std::string& folder, const NewReplica& replica,
                                                       const OrganizationRoot& root, const PassphraseSource& source) {
    SystemEntropy entropy;
    return begin(folder, Keyring::recover(replica.office, root, entropy), replica.cost, source);
}

Outcome<std::unique_ptr<Workspace>> Workspace::joinOffice(const std::string& folder, const NewReplica& replica,
                                                          const Invite& invite, const PassphraseSource& source) {
    if (invite.organization != invite.inviter.organization)
        return Failure{Notice{ExitCode::Refused, Text::tr("This invite is not for another device of one office."),
                              invite.spaceName,
                              Text::tr("For an office of your own: “puente init” without it, then “puente join”.")}};
    if (invite.expires < SystemClock().now()) return Failure{expiredNotice(invite)};
    SystemEntropy entropy;
    return begin(folder, Keyring::join(replica.office, invite.inviter, entropy), replica.cost, source);
}

Outcome<std::unique_ptr<Workspace>> Workspace::begin(const std::string& folder, Keyring keyring,
                                                     const PassphraseCost& cost, const PassphraseSource& source) {
    if (Keyring::isIn(folder)) return Failure{noticeOf(KeyringFault::Exists, folder)};
    if (SealedReplica::strayIn(folder)) return Failure{strayDatabase(folder)};
    auto passphrase = source.askNew();
    if (!passphrase) return Failure{passphrase.fault()};
    if (const auto made = platform::makePrivateFolder(folder); !made) return Failure{noticeOf(made.fault(), folder)};

    // An empty file is an empty database; made here, only its owner can read what will be in it.
    const auto file = platform::createFile(SealedReplica::pathIn(folder), {}, platform::Access::Owner);
    if (!file) return Failure{noticeOf(file.fault(), SealedReplica::pathIn(folder))};
    auto workspace = furnish(folder, std::move(keyring), cost, *passphrase);
    // A file without keys could never be opened, and would stand in the way of the next try.
    if (!workspace && !Keyring::isIn(folder)) SealedReplica::removeFrom(folder);
    return workspace;
}

Outcome<std::unique_ptr<Workspace>> Workspace::furnish(const std::string& folder, Keyring keyring,
                                                       const PassphraseCost& cost, std::string_view passphrase) {
    std::unique_ptr<Workspace> workspace(new Workspace(folder, std::move(keyring)));
    SealedReplica onDisk(folder, workspace->m_entropy);
    auto database = onDisk.make(workspace->m_keyring);
    if (!database) return Failure{database.fault()};
    if (auto opened = workspace->openReplica(std::move(*database), folder); !opened) return Failure{opened.fault()};
    // What was made stands in the file itself, so that no loss of a log makes it a new one.
    if (const auto done = workspace->m_replica->database().checkpoint(); !done)
        return Failure{noticeOf(done.fault(), SealedReplica::pathIn(folder))};
    // The keys come last: a folder without them was never handed to anybody, one with them is complete.
    const auto stored = workspace->m_keyring.store(folder, passphrase, cost, workspace->m_entropy);
    if (!stored) return Failure{noticeOf(stored.fault(), folder)};
    return workspace;
}

Outcome<std::unique_ptr<Workspace>> Workspace::unlock(const std::string& folder, const PassphraseSource& source) {
    if (!Keyring::isIn(folder))
        return Failure{noticeOf(SealedReplica::isIn(folder) ? KeyringFault::Lost : KeyringFault::NoKeyring, folder)};
    if (!SealedReplica::isIn(folder)) return Failure{missingDatabase(folder)};
    if (isInUse(SealedReplica::pathIn(folder))) return Failure{noticeOf(SqlFault::Busy, SealedReplica::pathIn(folder))};
    auto passphrase = source.ask();
    if (!passphrase) return Failure{passphrase.fault()};
    auto keyring = Keyring::unlock(folder, *passphrase);
    if (!keyring) return Failure{noticeOf(keyring.fault(), folder)};

    std::unique_ptr<Workspace> workspace(new Workspace(folder, std::move(*keyring)));
    SealedReplica onDisk(folder, workspace->m_entropy);
    auto sealed = onDisk.sealPlain(workspace->m_keyring, *passphrase);
    if (!sealed) return Failure{sealed.fault()};
    workspace->m_wasSealedNow = *sealed;
    return workspace;
}

Outcome<std::unique_ptr<Workspace>> Workspace::open(const std::string& folder, const PassphraseSource& source) {
    auto workspace = unlock(folder, source);
    if (!workspace) return workspace;
    auto database = SealedReplica(folder, (*workspace)->m_entropy).open((*workspace)->m_keyring);
    if (!database) return Failure{database.fault()};
    if (auto opened = (*workspace)->openReplica(std::move(*database), folder); !opened) return Failure{opened.fault()};
    return workspace;
}

Outcome<Done> Workspace::changePassphrase(const std::string& folder, const PassphraseSource& old,
                                          const PassphraseSource& fresh) {
    if (!Keyring::isIn(folder)) return Failure{noticeOf(KeyringFault::NoKeyring, folder)};
    const auto before = old.ask();
    if (!before) return Failure{before.fault()};
    // Said before a new one is thought out.
    if (const auto opened = Keyring::unlock(folder, *before); !opened) return Failure{noticeOf(opened.fault(), folder)};
    const auto after = fresh.askNew();
    if (!after) return Failure{after.fault()};
    SystemEntropy entropy;
    const auto changed = Keyring::changePassphrase(folder, *before, *after, entropy);
    if (!changed) return Failure{noticeOf(changed.fault(), folder)};
    return Done{};
}

Outcome<Done> Workspace::confirmKit(bool keepsRoot, const PassphraseSource& source) {
    const auto passphrase = source.ask();
    if (!passphrase) return Failure{passphrase.fault()};
    auto keyring = Keyring::unlock(m_folder, *passphrase);
    if (!keyring) return Failure{noticeOf(keyring.fault(), m_folder)};
    keyring->confirmKit(keepsRoot);
    const auto replaced = keyring->replace(m_folder, *passphrase, m_entropy);
    if (!replaced) return Failure{noticeOf(replaced.fault(), m_folder)};
    m_keyring.confirmKit(keepsRoot);
    return Done{};
}

Outcome<const ApprovalKey*> Workspace::approvalKey(const PassphraseSource& source) {
    if (m_keyring.approvalKey()) return &*m_keyring.approvalKey();
    const auto passphrase = source.ask();
    if (!passphrase) return Failure{passphrase.fault()};
    auto keyring = Keyring::unlock(m_folder, *passphrase);
    if (!keyring) return Failure{noticeOf(keyring.fault(), m_folder)};
    keyring->makeApprovalKey(m_entropy);
    const auto replaced = keyring->replace(m_folder, *passphrase, m_entropy);
    if (!replaced) return Failure{noticeOf(replaced.fault(), m_folder)};
    m_keyring.takeApprovalKey(*keyring);
    return &*m_keyring.approvalKey();
}

bool Workspace::hasDocuments() const {
    return platform::exists(documentsPathIn(m_folder));
}

Outcome<DocumentStore*> Workspace::documents() {
    if (m_documents) return m_documents.get();
    const std::string path = documentsPathIn(m_folder);
    if (!platform::exists(path)) // an empty file is an empty database, and this one only its owner can read
        if (const auto file = platform::createFile(path, {}, platform::Access::Owner); !file)
            return Failure{noticeOf(file.fault(), path)};
    auto database = Database::open(documentFile(path));
    // What cannot even be looked at is damaged, whatever the system says of it.
    if (!database)
        return Failure{noticeOf(database.fault() == SqlFault::Storage ? SqlFault::Corrupt : database.fault(), path)};
    auto store = DocumentStore::open(std::move(*database));
    if (!store) return Failure{noticeOf(store.fault(), path)};
    m_documents = std::move(*store);
    return m_documents.get();
}

Outcome<Done> Workspace::openReplica(Database database, const std::string& folder) {
    auto replica = Replica::open(std::move(database), m_keyring.device(), m_entropy, m_clock);
    if (!replica) return Failure{noticeOf(replica.fault(), SealedReplica::pathIn(folder))};
    m_replica = std::move(*replica);
    takeCertificate();
    return Done{};
}

void Workspace::takeCertificate() {
    const DeviceId own = m_keyring.device().certificate.device;
    for (const SpaceInfo& space : m_replica->spaces())
        if (const DeviceCertificate* known = m_replica->membership(space.id).certificateOf(own))
            m_keyring.certify(*known);
}

} // namespace puente
