#pragma once

#include "client/core/keyring.h"
#include "client/core/notice.h"
#include "client/core/passphrase_source.h"
#include "common/base/system_entropy.h"
#include "sync/document/document_store.h"
#include "sync/replica/replica.h"

#include <memory>
#include <string>
#include <vector>

namespace puente {

class SealedReplica;

/// What a repair found.
struct Repaired {
    std::optional<LostEnd> lost;     ///< the newest transactions, which are gone
    std::optional<std::string> kept; ///< pages were damaged, and all that stood in them made again in another file:
                                     ///< where the damaged one is
};

/// A replica folder, unlocked: all that the command line and the desktop may do with it, as methods that answer or say
/// in words why not.
///
/// It holds the folder's keyring and its database, opened by this process alone; used from one thread.
class Workspace {
public:
    struct NewReplica {
        Office office;
        PassphraseCost cost;
    };
    struct Created {
        DeviceCertificate certificate;
    };
    /// Makes a folder with new keys and an empty replica.
    static Outcome<Created> create(const std::string& folder, const NewReplica& replica,
                                   const PassphraseSource& source);
    /// The same for another device of an office whose root was read from its kit; the root is not kept.
    static Outcome<std::unique_ptr<Workspace>> recover(const std::string& folder, const NewReplica& replica,
                                                       const OrganizationRoot& root, const PassphraseSource& source);
    /// The same for another device of an office that invited it: its root has yet to certify the keys.
    static Outcome<std::unique_ptr<Workspace>> joinOffice(const std::string& folder, const NewReplica& replica,
                                                          const Invite& invite, const PassphraseSource& source);
    /// Opens the replica of a folder. Another process that has it open is found out before the passphrase is asked for.
    static Outcome<std::unique_ptr<Workspace>> open(const std::string& folder, const PassphraseSource& source);

    /// Makes the records again from the logs, in a new file where pages of the old one are damaged, and accepts that
    /// the newest transactions are missing. A fault when pages of the logs themselves are damaged, or of an earlier
    /// state, so that a change set is missing before the end: nothing has changed then.
    static Outcome<Repaired> repair(const std::string& folder, const PassphraseSource& source);

    /// Locks a folder's keys with another passphrase; nothing is sealed anew, and the replica may be open elsewhere.
    static Outcome<Done> changePassphrase(const std::string& folder, const PassphraseSource& old,
                                          const PassphraseSource& fresh);

    const std::string& folder() const { return m_folder; }
    const Office& office() const { return m_keyring.office(); }
    /// True when an earlier version's plain file was sealed at this opening.
    bool wasSealedNow() const { return m_wasSealedNow; }
    const Keyring& keyring() const { return m_keyring; }
    /// Notes durably that the recovery kit is on paper, and forgets the root unless it is to be kept. Asks for the
    /// passphrase once more.
    Outcome<Done> confirmKit(bool keepsRoot, const PassphraseSource& source);
    /// What this device signs approvals with. Where there is none yet it is made and kept, which asks for the
    /// passphrase once more.
    Outcome<const ApprovalKey*> approvalKey(const PassphraseSource& source);
    Instant now() const { return m_clock.now(); }
    Entropy& entropy() { return m_entropy; }
    const Clock& clock() const { return m_clock; }
    Replica& replica() { return *m_replica; }
    const Replica& replica() const { return *m_replica; }
    /// The sealed chunks of documents that are here, in a file of their own; opened when first asked for.
    Outcome<DocumentStore*> documents();
    /// True when there is such a file.
    bool hasDocuments() const;

    // --- spaces and members -----------------------------------------------------------------------------------------

    /// The space of that name, or whose id begins so; for an empty text the only one there is.
    Outcome<SpaceId> findSpace(std::string_view text) const;
    Outcome<SpaceId> createSpace(const std::string& name, const std::string& server);
    /// For anybody, or for one organisation only.
    Outcome<Invite> offerInvite(const SpaceId& space, Role role, Duration validity,
                                std::optional<OrganizationId> only = std::nullopt);
    /// Asks to join; the request travels with the next contact. Refused with an invite for somebody else.
    Outcome<Done> askToJoin(const Invite& invite);

    struct MemberView {
        std::string organization;
        Role role = Role::Reader;
        DeviceId device;
        std::string fingerprint;
        bool isSelf = false;
    };
    std::vector<MemberView> members(const SpaceId& space) const;

    struct WaitingView {
        std::string organization;
        Role role = Role::Reader;
        std::string fingerprint;
        bool expired = false;
        bool inviteUsed = false;
        bool needsRoot = false; ///< another device of an office, for its root to certify
    };
    std::vector<WaitingView> waiting(const SpaceId& space) const;

private:
    Workspace(std::string folder, Keyring keyring) : m_folder(std::move(folder)), m_keyring(std::move(keyring)) {}
    /// An empty replica in a new folder, with these keys; they come last.
    static Outcome<std::unique_ptr<Workspace>> begin(const std::string& folder, Keyring keyring,
                                                     const PassphraseCost& cost, const PassphraseSource& source);
    static Outcome<std::unique_ptr<Workspace>> furnish(const std::string& folder, Keyring keyring,
                                                       const PassphraseCost& cost, std::string_view passphrase);
    /// The keyring of a folder that has all its files, and a plain file of an earlier version sealed.
    static Outcome<std::unique_ptr<Workspace>> unlock(const std::string& folder, const PassphraseSource& source);
    Outcome<Done> openReplica(Database database, const std::string& folder);
    Outcome<Done> makeAgain(Database database, const std::string& folder);
    Outcome<std::string> remake(SealedReplica& onDisk, Database& damaged, const std::string& folder);
    /// Looks for the certificate of a second device in the spaces that admitted it.
    void takeCertificate();

    std::string m_folder;
    SystemEntropy m_entropy;
    SystemClock m_clock;
    Keyring m_keyring; // before the replica, which keeps a reference to its device keys
    std::unique_ptr<Replica> m_replica;
    bool m_wasSealedNow = false;
    std::unique_ptr<DocumentStore> m_documents;
};

/// The folder to use: what the caller names, else the user's data folder.
std::string replicaFolder(const std::string& wanted);

/// Where the file of documents lies in a replica's folder, if there is one.
std::string documentsPathIn(const std::string& folder);

/// "admin", "editor", "reader": for the command line and JSON.
std::string_view wordOf(Role role);
std::optional<Role> roleFromWord(std::string_view word);

} // namespace puente
