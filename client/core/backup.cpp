#include "client/core/backup.h"

#include "client/core/backup_format.h"
#include "client/core/file_pieces.h"
#include "client/core/replica_notice.h"
#include "client/core/sealed_replica.h"
#include "client/core/text.h"
#include "sync/sql/sealed_image.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace puente {

namespace {

constexpr std::size_t kSmallFileSizeMax = std::size_t{64} * 1024;
constexpr std::uint64_t kAnySize = std::numeric_limits<std::int64_t>::max();

Notice noticeOf(BackupFault fault, const std::string& path) {
    const Text other = Text::tr("Use another backup, or synchronise from the server or from a bundle.");
    switch (fault) {
    case BackupFault::NotABackup:
        return {ExitCode::DataInvalid, Text::tr("That file is no backup of a replica."), path,
                Text::tr("One is written by “puente backup FILE”.")};
    case BackupFault::Newer:
        return {ExitCode::DataInvalid, Text::tr("A newer version of Puente made that backup."), path,
                Text::tr("Install that version here first.")};
    case BackupFault::Damaged:
    case BackupFault::Stopped: break;
    }
    return {ExitCode::DataInvalid, Text::tr("That backup is damaged or not whole: nothing was restored."), path, other};
}

Notice strayFile(std::string path) {
    return {ExitCode::Usage, Text::tr("A file of another replica lies in that folder: nothing was restored."),
            std::move(path), Text::tr("Move it away, or name an empty folder with --home.")};
}

/// Hands the bytes of a backup to its reader.
Outcome<Done> readThrough(const std::string& path, BackupReader& reader) {
    auto file = platform::InputFile::open(path, kAnySize, platform::Links::Refuse);
    if (!file) return Failure{puente::noticeOf(file.fault(), path)};
    const auto read = readPieces(*file, path, [&](ByteView piece) -> Outcome<Done> {
        if (const auto taken = reader.add(piece); !taken) return Failure{noticeOf(taken.fault(), path)};
        return Done{};
    });
    if (!read) return read;
    if (const auto ended = reader.end(); !ended) return Failure{noticeOf(ended.fault(), path)};
    return Done{};
}

/// Writes the parts of an open workspace.
class BackupSource {
public:
    BackupSource(Workspace& workspace, platform::OutputFile& file)
        : m_workspace(workspace), m_file(file), m_writer([this](ByteView bytes) { return write(bytes); }) {}

    Outcome<Done> run(const std::string& path) {
        m_path = path;
        if (const auto done = addFile(BackupPart::Keyring); !done) return done;
        if (const auto done = addFile(BackupPart::Recovery); !done) return done;
        if (const auto done = addFile(BackupPart::Mark); !done) return done;
        if (const auto done = addDatabase(BackupPart::Replica, m_workspace.replica().database()); !done) return done;
        if (m_workspace.hasDocuments()) {
            const auto documents = m_workspace.documents();
            if (!documents) return Failure{documents.fault()};
            if (const auto done = addDatabase(BackupPart::Documents, (*documents)->database()); !done) return done;
        }
        if (!m_writer.end()) return Failure{puente::noticeOf(m_fault, m_path)};
        return Done{};
    }
    std::uint64_t size() const { return m_size; }

private:
    bool write(ByteView bytes) {
        const auto written = m_file.write(bytes);
        if (!written) m_fault = written.fault();
        m_size += bytes.size();
        return written.ok();
    }

    Outcome<Done> addFile(BackupPart part) {
        const std::string path = m_workspace.folder() + "/" + std::string(fileOf(part));
        const auto bytes = platform::readFile(path, kSmallFileSizeMax);
        if (!bytes) return Failure{puente::noticeOf(bytes.fault(), path)};
        if (!m_writer.begin(part, bytes->size()) || !m_writer.add(*bytes))
            return Failure{puente::noticeOf(m_fault, m_path)};
        return Done{};
    }

    Outcome<Done> addDatabase(BackupPart part, Database& database) {
        const auto size = database.imageSize();
        if (!size) return Failure{puente::noticeOf(size.fault(), m_workspace.folder())};
        bool holds = m_writer.begin(part, *size);
        const auto read = database.readImage([&](ByteView piece) { return holds = holds && m_writer.add(piece); });
        if (!read) return Failure{puente::noticeOf(read.fault(), m_workspace.folder())};
        if (!holds) return Failure{puente::noticeOf(m_fault, m_path)};
        return Done{};
    }

    Workspace& m_workspace;
    platform::OutputFile& m_file;
    std::string m_path;
    platform::FileFault m_fault = platform::FileFault::Failed;
    std::uint64_t m_size = 0;
    BackupWriter m_writer; // last: it writes the head at once
};

/// Opens every page of the replica in a backup.
Outcome<Done> openEveryPage(const std::string& path, const StorageKey& key) {
    SealedImage image(key.reveal());
    bool isReplica = false;
    Bytes page;
    BackupReader reader({.begin =
                             [&](BackupPart part, std::uint64_t) {
                                 isReplica = part == BackupPart::Replica;
                                 return true;
                             },
                         .bytes =
                             [&](ByteView bytes) {
                                 while (isReplica && !bytes.empty()) {
                                     const std::size_t wanted = SealedImage::kPieceSize - page.size();
                                     const ByteView piece = bytes.first(std::min(wanted, bytes.size()));
                                     append(page, piece);
                                     bytes = bytes.subspan(piece.size());
                                     if (page.size() < SealedImage::kPieceSize) continue;
                                     if (!image.add(page)) return false;
                                     page.clear();
                                 }
                                 return true;
                             }});
    if (const auto read = readThrough(path, reader); !read) return read;
    if (!page.empty() || !image.isWhole()) return Failure{noticeOf(BackupFault::Damaged, path)};
    return Done{};
}

/// Writes the parts of a backup into a folder, the keys last: a folder without them is no replica.
class BackupTarget {
public:
    explicit BackupTarget(std::string folder) : m_folder(std::move(folder)) {}

    Outcome<Done> run(const std::string& path) {
        if (const auto made = platform::makePrivateFolder(m_folder); !made)
            return Failure{puente::noticeOf(made.fault(), m_folder)};
        BackupReader reader({.begin = [this](BackupPart part, std::uint64_t size) { return begin(part, size); },
                             .bytes = [this](ByteView bytes) { return take(bytes); }});
        const auto read = readThrough(path, reader);
        if (read && place() && placeKeyring()) return Done{};
        withdraw();
        if (m_fault) return Failure{puente::noticeOf(*m_fault, m_folder)};
        return read ? Failure{noticeOf(BackupFault::Damaged, path)} : read;
    }

    /// Takes away all that was put there, and what opening it has made. The backup itself has it.
    void withdraw() {
        for (const std::string& written : m_placed)
            (void)platform::removeFile(written);
        SealedReplica::removeFrom(m_folder);
        m_placed.clear();
    }

private:
    std::string pathOf(BackupPart part) const { return m_folder + "/" + std::string(fileOf(part)); }

    bool note(const Result<Done, platform::FileFault>& done) {
        if (!done) m_fault = done.fault();
        return done.ok();
    }

    bool begin(BackupPart part, std::uint64_t size) {
        if (!place()) return false;
        m_part = part;
        if (part == BackupPart::Keyring) return size <= kSmallFileSizeMax;
        auto file = platform::OutputFile::beside(pathOf(part), platform::Access::Owner);
        if (!file) {
            m_fault = file.fault();
            return false;
        }
        m_file.emplace(std::move(*file));
        return true;
    }

    bool take(ByteView bytes) {
        if (m_part != BackupPart::Keyring) return note(m_file->write(bytes));
        append(m_keyring, bytes);
        return true;
    }

    /// Puts the part that has come whole into its place.
    bool place() {
        if (!m_file) return true;
        const bool isPlaced = note(m_file->create());
        if (isPlaced) m_placed.push_back(pathOf(m_part));
        m_file.reset();
        return isPlaced;
    }

    bool placeKeyring() {
        if (m_keyring.empty()) return false;
        const bool isPlaced = note(platform::createSecretFile(pathOf(BackupPart::Keyring), m_keyring));
        if (isPlaced) m_placed.push_back(pathOf(BackupPart::Keyring));
        return isPlaced;
    }

    std::string m_folder;
    BackupPart m_part = BackupPart::Keyring;
    std::optional<platform::OutputFile> m_file;
    Bytes m_keyring;
    std::vector<std::string> m_placed;
    std::optional<platform::FileFault> m_fault;
};

} // namespace

Outcome<BackupWritten> writeBackup(Workspace& workspace, const std::string& path) {
    if (platform::exists(path)) return Failure{puente::noticeOf(platform::FileFault::Exists, path)};
    auto file = platform::OutputFile::beside(path, platform::Access::Owner);
    if (!file) return Failure{puente::noticeOf(file.fault(), path)};
    BackupSource source(workspace, *file);
    if (const auto written = source.run(path); !written) return Failure{written.fault()};
    if (const auto placed = file->create(); !placed) return Failure{puente::noticeOf(placed.fault(), path)};
    platform::forgetCached(path);
    const auto opened = openEveryPage(path, *workspace.keyring().storageKey());
    if (opened) return BackupWritten{source.size()};
    (void)platform::removeFile(path);
    return Failure{Notice{ExitCode::Internal, Text::tr("What was written cannot be read back: there is no backup."),
                          path, Text::tr("The replica is unharmed. Use another disk or stick.")}};
}

bool isBackup(const std::string& path) {
    auto file = platform::InputFile::open(path, kAnySize, platform::Links::Refuse);
    if (!file) return false;
    const auto start = file->next(kSmallFileSizeMax);
    BackupReader reader({.begin = [](BackupPart, std::uint64_t) { return false; }, .bytes = {}});
    const auto taken = start ? reader.add(*start) : Failure{BackupFault::NotABackup};
    return taken || taken.fault() != BackupFault::NotABackup;
}

Outcome<BackupCheck> checkBackup(const std::string& path) {
    BackupCheck check;
    BackupReader reader({.begin =
                             [&](BackupPart part, std::uint64_t size) {
                                 check.files.emplace_back(fileOf(part));
                                 check.bytes += size;
                                 return true;
                             },
                         .bytes = [](ByteView) { return true; }});
    if (const auto read = readThrough(path, reader); !read) return Failure{read.fault()};
    return check;
}

Outcome<BackupRestored> restoreBackup(const std::string& path, const std::string& folder,
                                      const PassphraseSource& source) {
    if (Keyring::isIn(folder) || SealedReplica::isIn(folder))
        return Failure{puente::noticeOf(KeyringFault::Exists, folder)};
    if (const auto stray = SealedReplica::strayIn(folder)) return Failure{strayFile(*stray)};
    if (const auto checked = checkBackup(path); !checked) return Failure{checked.fault()};
    BackupTarget target(folder);
    if (const auto written = target.run(path); !written) return Failure{written.fault()};
    const auto workspace = Workspace::open(folder, source);
    if (!workspace) {
        target.withdraw(); // most often a mistyped passphrase: the next try begins with an empty folder again
        return Failure{workspace.fault()};
    }
    auto spaces = verifyReplica(**workspace, false);
    if (!spaces) return Failure{spaces.fault()};
    return BackupRestored{(*workspace)->office(), std::move(*spaces)};
}

} // namespace puente
