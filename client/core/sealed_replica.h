#pragma once

#include "client/core/keyring.h"
#include "client/core/notice.h"
#include "sync/sql/database.h"

#include <optional>
#include <string>

namespace puente {

/// What to do with a file whose newest transactions are missing.
enum class AtLostEnd { Refuse, Open };

/// The replica's file in a folder: always sealed (docs/formats/at_rest.md), under a key that lies in the keyring and,
/// for a forgotten passphrase, sealed to the organisation's root.
class SealedReplica {
public:
    /// `entropy` must outlive the databases that are opened.
    SealedReplica(std::string folder, Entropy& entropy) : m_folder(std::move(folder)), m_entropy(entropy) {}

    static std::string pathIn(const std::string& folder);
    static bool isIn(const std::string& folder);
    /// A file there that belongs to a replica, whichever it is: its log, say, or its documents.
    static std::optional<std::string> strayIn(const std::string& folder);
    /// Takes away what was just begun there and is closed again; as far as the disk lets it.
    static void removeFrom(const std::string& folder);

    /// Makes the file where none is, or an empty one.
    Outcome<Database> make(const Keyring& keyring);
    /// Opens it. Renews what the root opens if it is missing, or of another key.
    Outcome<Database> open(const Keyring& keyring, AtLostEnd atLostEnd = AtLostEnd::Refuse);
    /// Opens it without the keyring. A plain one of an earlier version as well.
    Outcome<Database> openWith(const OrganizationRoot& root);
    /// Seals the plain file of an earlier version, and notes the key it draws in the keyring. A crash at any moment
    /// leaves one good file, and the next call goes on. True when there was one.
    Outcome<bool> sealPlain(Keyring& keyring, std::string_view passphrase);

    /// What is damaged of an open file: what a repair makes again, or more than that.
    Outcome<FileCondition> conditionOf(Database& database) const;
    /// Of a file with damaged pages: another one beside it that has everything but the caches, without a mark yet. A
    /// fault when more than caches is damaged; nothing has changed then.
    Outcome<Database> remake(const Keyring& keyring, Database& damaged);
    /// Takes that away again, closed.
    Outcome<Done> dropRemade() const;
    /// Puts what remake() made in the place of the damaged file, which must still be open. It was closed before.
    /// Answers where the damaged file is kept, sealed as it was; one that is there from an earlier repair stays.
    Outcome<std::string> putInPlace(Database& damaged);

private:
    std::string path() const { return pathIn(m_folder); }
    std::string unfinished() const { return path() + ".sealing"; }
    std::string remade() const { return path() + ".remade"; }
    Outcome<Done> beginFile(const std::string& file) const;
    enum class Opening { Make, Plainly, Marked, MakeMarked };
    Outcome<Database> openAt(const std::string& path, const StorageKey& key, Opening opening);
    Outcome<Database> openMarked(const Keyring& keyring, Opening opening, AtLostEnd atLostEnd);
    Outcome<std::string> keepBeside(Database& damaged) const;
    Outcome<Done> copySealed(Database& plain, const StorageKey& key);
    Outcome<Done> keepForRoot(const Keyring& keyring);
    Outcome<StorageKey> keyFor(const OrganizationRoot& root) const;

    std::string m_folder;
    Entropy& m_entropy;
};

} // namespace puente
