#include "client/core/sealed_replica.h"

#include <QDir>

#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"
#include "common/codec/reader.h"
#include "common/codec/writer.h"
#include "common/crypto/aead.h"
#include "sync/replica/truth.h"
#include "sync/sql/page_seal.h"

#include <algorithm>
#include <vector>

namespace puente {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kRootFileSizeMax = 1024;

std::string rootFileIn(const std::string& folder) {
    return folder + "/replica.recovery";
}

/// True when this is what keepForRoot() would write, as far as a device can tell.
bool isForRoot(ByteView content, const StorageKeyId& key) {
    Reader reader(content);
    const bool isKnown = reader.u8() == kVersion && reader.id<StorageKeyId>() == key;
    reader.raw(kSealedBoxOverhead + StorageKey::kSize);
    return reader.finished() && isKnown;
}

Notice otherRoot(const std::string& path) {
    return {ExitCode::Refused, Text::tr("This kit does not open that folder."), path,
            Text::tr("Use the kit of the organisation whose replica it was.")};
}

Notice notTheSame(const std::string& path) {
    return {ExitCode::Internal,
            Text::tr("The sealed copy of the replica is not what it should be. The replica was left as it was."), path,
            Text::tr("Check the disk and its free space, and do it again.")};
}

Outcome<Done> remove(const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
        if (auto removed = platform::removeFile(path); !removed) return Failure{noticeOf(removed.fault(), path)};
    return Done{};
}

/// The catalogue makes itself again; the table of the mark belongs to the damaged file.
CopiedPart keptBeside(std::string_view table) {
    if (table.starts_with("catalogue_") || table == "commit_mark") return CopiedPart::Nothing;
    return truthIn(table);
}

} // namespace

std::string SealedReplica::pathIn(const std::string& folder) {
    return folder + "/replica.db";
}

bool SealedReplica::isIn(const std::string& folder) {
    return platform::exists(pathIn(folder));
}

std::optional<std::string> SealedReplica::strayIn(const std::string& folder) {
    const QStringList found = QDir(QString::fromStdString(folder))
                                  .entryList({"replica.*", "documents.db*", "keyring*"},
                                             QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    if (found.isEmpty()) return std::nullopt;
    return folder + "/" + found.front().toStdString();
}

void SealedReplica::removeFrom(const std::string& folder) {
    for (const std::string& path :
         {pathIn(folder), pathIn(folder) + "-swal", pathIn(folder) + "-mark", rootFileIn(folder)})
        (void)platform::removeFile(path);
}

Outcome<Database> SealedReplica::openAt(const std::string& path, const StorageKey& key, Opening opening) {
    const SealWith seal{.key = key.reveal(),
                        .entropy = m_entropy,
                        .isMarked = opening == Opening::Marked || opening == Opening::MakeMarked,
                        .mayMake = opening == Opening::Make || opening == Opening::MakeMarked};
    auto database = Database::open({.path = path, .seal = seal});
    if (!database) return Failure{noticeOf(database.fault(), path)};
    return std::move(*database);
}

Outcome<Database> SealedReplica::make(const Keyring& keyring) {
    return openMarked(keyring, Opening::MakeMarked, AtLostEnd::Refuse);
}

Outcome<Database> SealedReplica::open(const Keyring& keyring, AtLostEnd atLostEnd) {
    return openMarked(keyring, Opening::Marked, atLostEnd);
}

Outcome<Database> SealedReplica::openMarked(const Keyring& keyring, Opening opening, AtLostEnd atLostEnd) {
    if (!keyring.storageKey()) return Failure{noticeOf(SqlFault::WrongKey, path())};
    auto database = openAt(path(), *keyring.storageKey(), opening);
    if (!database) {
        // To somebody who repairs already no repair is to be advised.
        const bool isBeyond =
            atLostEnd == AtLostEnd::Open && database.fault().whatToDo == noticeOf(SqlFault::Corrupt, {}).whatToDo;
        return Failure{isBeyond ? beyondRepair(path()) : database.fault()};
    }
    if (database->lostEnd() && atLostEnd == AtLostEnd::Refuse) return Failure{noticeOf(*database->lostEnd(), path())};
    // What the conversion of a plain file may have left beside it, if it met a crash.
    // And what a repair that was interrupted may have left.
    if (auto removed =
            remove({path() + "-wal", path() + "-journal", unfinished() + "-swal", remade(), remade() + "-swal"});
        !removed)
        return Failure{removed.fault()};
    if (auto kept = keepForRoot(keyring); !kept) return Failure{kept.fault()};
    return database;
}

Outcome<Database> SealedReplica::openWith(const OrganizationRoot& root) {
    if (isPlainDatabase(path())) {
        auto plain = Database::open({.path = path()});
        if (!plain) return Failure{noticeOf(plain.fault(), path())};
        return std::move(*plain);
    }
    const auto key = keyFor(root);
    if (!key) return Failure{key.fault()};
    return openAt(path(), *key, Opening::Plainly);
}

Outcome<Done> SealedReplica::keepForRoot(const Keyring& keyring) {
    const std::string file = rootFileIn(m_folder);
    const ByteView key = keyring.storageKey()->reveal();
    const auto known = platform::readFile(file, kRootFileSizeMax);
    if (known && isForRoot(*known, storageKeyIdOf(key))) return Done{};
    Writer writer;
    writer.u8(kVersion);
    writer.id(storageKeyIdOf(key));
    writer.raw(sealTo(keyring.device().certificate.recovery, key, m_entropy));
    const auto written = platform::replaceFile(file, writer.view(), platform::Access::Owner);
    if (!written) return Failure{noticeOf(written.fault(), file)};
    return Done{};
}

Outcome<StorageKey> SealedReplica::keyFor(const OrganizationRoot& root) const {
    const std::string file = rootFileIn(m_folder);
    const auto content = platform::readFile(file, kRootFileSizeMax);
    if (!content) return Failure{noticeOf(content.fault(), file)};
    Reader reader(*content);
    const bool isKnown = reader.u8() == kVersion;
    const auto id = reader.id<StorageKeyId>();
    const ByteView sealed = reader.raw(kSealedBoxOverhead + StorageKey::kSize);
    if (!reader.finished() || !isKnown) return Failure{noticeOf(SqlFault::Corrupt, file)};
    auto plain = root.recovery().open(sealed);
    if (!plain) return Failure{otherRoot(m_folder)};
    StorageKey key;
    std::ranges::copy(*plain, key.writable().begin());
    wipe(*plain);
    if (storageKeyIdOf(key.reveal()) != id) return Failure{noticeOf(SqlFault::Corrupt, file)};
    return key;
}

/// An empty file is an empty database, and this one only its owner can read.
Outcome<Done> SealedReplica::beginFile(const std::string& file) const {
    if (auto removed = remove({file, file + "-swal"}); !removed) return removed;
    const auto made = platform::createFile(file, {}, platform::Access::Owner);
    if (!made) return Failure{noticeOf(made.fault(), file)};
    return Done{};
}

Outcome<Done> SealedReplica::copySealed(Database& plain, const StorageKey& key) {
    if (auto begun = beginFile(unfinished()); !begun) return begun;
    {
        auto sealed = openAt(unfinished(), key, Opening::Make);
        if (!sealed) return Failure{sealed.fault()};
        auto copied = plain.copyInto(*sealed);
        if (copied) copied = sealed->checkpoint();
        if (!copied) return Failure{noticeOf(copied.fault(), unfinished())};
    }
    auto sealed =
        openAt(unfinished(), key, Opening::Plainly); // read back from the disk, not from the cache of what wrote it
    if (!sealed) return Failure{sealed.fault()};
    const auto same = plain.holdsTheSameAs(*sealed);
    const auto check = sealed->integrityCheck();
    if (!same || !*same || !check || *check != "ok") return Failure{notTheSame(unfinished())};
    return Done{};
}

Outcome<bool> SealedReplica::sealPlain(Keyring& keyring, std::string_view passphrase) {
    if (!isPlainDatabase(path())) return false;
    const bool isCopied = keyring.storageKey().has_value();
    // Once the keyring has a key, only the end of such a conversion may meet a plain file; else somebody put it there.
    if (isCopied && !platform::exists(unfinished())) return Failure{noticeOf(SqlFault::NotSealed, path())};
    auto plain = Database::open({.path = path()}); // nobody else has it until the end
    if (!plain) return Failure{noticeOf(plain.fault(), path())};
    if (!isCopied) {
        keyring.drawStorageKey(m_entropy);
        if (auto copied = copySealed(*plain, *keyring.storageKey()); !copied) return Failure{copied.fault()};
        if (auto kept = keepForRoot(keyring); !kept) return Failure{kept.fault()};
        const auto replaced = keyring.replace(m_folder, passphrase, m_entropy);
        if (!replaced) return Failure{noticeOf(replaced.fault(), m_folder)};
    }
    // And nobody has this one before it has its name.
    auto sealed = openAt(unfinished(), *keyring.storageKey(), Opening::Plainly);
    if (!sealed) return Failure{sealed.fault()};
    const auto moved = platform::moveInto(unfinished(), path());
    if (!moved) return Failure{noticeOf(moved.fault(), path())};
    // SQLite leaves the log of a file that lost its name. Of this one, everything is in the copy.
    if (auto removed = remove({path() + "-wal"}); !removed) return Failure{removed.fault()};
    return true;
}

Outcome<FileCondition> SealedReplica::conditionOf(Database& database) const {
    const auto found = database.condition(keptBeside);
    if (!found) return Failure{noticeOf(found.fault(), path())};
    return *found;
}

Outcome<Database> SealedReplica::remake(const Keyring& keyring, Database& damaged) {
    if (auto begun = beginFile(remade()); !begun) return Failure{begun.fault()};
    auto whole = openAt(remade(), *keyring.storageKey(), Opening::Make);
    if (!whole) return whole;
    // Every page that is read on the way has to open.
    auto copied = damaged.copyInto(*whole, keptBeside);
    // Whoever puts a copy of this very file back later is told since when something is missing.
    if (copied) copied = whole->takeTimeOf(damaged);
    if (!copied) {
        const bool isDamage = copied.fault() == SqlFault::Corrupt || copied.fault() == SqlFault::Misplaced;
        whole = Failure{isDamage ? beyondRepair(path()) : noticeOf(copied.fault(), path())};
        if (auto dropped = dropRemade(); !dropped) return Failure{dropped.fault()};
    }
    return whole;
}

Outcome<Done> SealedReplica::dropRemade() const {
    return remove({remade(), remade() + "-swal"});
}

Outcome<std::string> SealedReplica::keepBeside(Database& damaged) const {
    std::string kept = path() + ".damaged";
    for (int number = 2; platform::exists(kept); ++number)
        kept = path() + ".damaged-" + std::to_string(number);
    if (platform::linkFile(path(), kept).ok()) return kept;
    // Where files have one name only. Read through what has it open: closing another handle would give up its locks.
    auto copy = platform::OutputFile::beside(kept, platform::Access::Owner);
    auto written = copy ? Result<Done, platform::FileFault>(Done{}) : Failure{copy.fault()};
    if (!written) return Failure{noticeOf(written.fault(), kept)};
    const auto read = damaged.readImage([&](ByteView piece) { return (written = copy->write(piece)).ok(); });
    if (!read) return Failure{noticeOf(read.fault(), path())};
    if (written) written = copy->create();
    if (!written) return Failure{noticeOf(written.fault(), kept)};
    return kept;
}

Outcome<std::string> SealedReplica::putInPlace(Database& damaged) {
    // The damaged file's log is named like the new one's, and would not open with it.
    if (const auto emptied = damaged.checkpoint(); !emptied) return Failure{noticeOf(emptied.fault(), path())};
    auto kept = keepBeside(damaged);
    if (!kept) return kept;
    const auto moved = platform::moveInto(remade(), path());
    if (!moved) return Failure{noticeOf(moved.fault(), path())};
    return kept;
}

} // namespace puente
