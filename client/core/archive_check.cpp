#include <QDir>
#include <QDirIterator>

#include "client/core/archive.h"
#include "client/core/archive_text.h"
#include "client/core/file_pieces.h"
#include "client/core/office_signature.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <limits>
#include <set>

namespace puente {

namespace {

constexpr std::size_t kTextSizeMax = std::size_t{64} * 1024 * 1024;

/// One line of the list: the hash, two spaces, the name.
struct Listed {
    Sha256 hash;
    std::string name;
};

std::optional<Listed> listedIn(std::string_view line) {
    constexpr std::size_t kDigits = 2 * Sha256::kSize;
    if (line.size() < kDigits + 3 || line.substr(kDigits, 2) != "  ") return std::nullopt;
    const auto bytes = fromHex(line.substr(0, kDigits));
    if (!bytes) return std::nullopt;
    return Listed{*Sha256::from(*bytes), std::string(line.substr(kDigits + 2))};
}

/// A name that stays inside the folder, whoever wrote the list.
bool staysInside(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos) return false;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view part = name.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..") return false;
        begin = end + 1;
    }
    return true;
}

class ArchiveChecker {
public:
    explicit ArchiveChecker(std::string folder) : m_folder(std::move(folder)) {}

    Outcome<ArchiveCheck> run() {
        const auto sums = text(kArchiveSums);
        if (!sums) return Failure{sums.fault()};
        const auto statement = text(kArchiveStatement);
        if (!statement) return Failure{statement.fault()};
        checkStatement(*statement, *sums);
        checkFiles(*sums);
        checkStrangers();
        return std::move(m_check);
    }

private:
    Outcome<std::string> text(std::string_view name) const {
        const std::string path = m_folder + "/" + std::string(name);
        const auto bytes = platform::readFile(path, kTextSizeMax, platform::Links::Refuse);
        if (!bytes) return Failure{noticeOf(bytes.fault(), path)};
        return std::string(textOf(*bytes));
    }

    void fault(const std::string& what, std::string_view name) {
        m_check.faults.push_back(std::string(name) + ": " + what);
    }

    void checkStatement(const std::string& statementText, const std::string& sums) {
        const auto statement = readArchiveStatement(statementText);
        if (!statement) return fault(Text::tr("it is not whole, or was altered"), kArchiveStatement);
        const auto signature = text(kArchiveSignature), certificate = text(kArchiveCertificate),
                   key = text(kArchiveKey);
        if (!signature || !certificate || !key) return fault(Text::tr("a file of the signature is missing"), m_folder);
        const auto bytes = Signature::from(bytesOf(*signature));
        const auto signer = checkSignature(
            {.statement = statementText, .signature = bytes.value_or(Signature{}), .certificate = *certificate});
        if (!signer) return fault(Text::tr("its signature does not hold"), kArchiveStatement);
        if (*key != pemOf(signer->key))
            fault(Text::tr("the .pem file holds another key than the one that signed"), kArchiveKey);
        if (sha256(bytesOf(sums)) != statement->sums)
            fault(Text::tr("it is not the list that was signed"), kArchiveSums);
        m_check.statement = *statement;
        m_check.signer = signer->device.organization;
    }

    void checkFiles(std::string_view sums) {
        while (!sums.empty()) {
            const std::size_t end = std::min(sums.find('\n'), sums.size());
            const auto listed = listedIn(sums.substr(0, end));
            sums.remove_prefix(std::min(end + 1, sums.size()));
            if (!listed || !staysInside(listed->name)) {
                fault(Text::tr("a line of it is no hash and name"), kArchiveSums);
                continue;
            }
            m_listed.insert(listed->name);
            checkFile(*listed);
        }
    }

    void checkFile(const Listed& listed) {
        auto file = platform::InputFile::open(m_folder + "/" + listed.name, std::numeric_limits<std::int64_t>::max(),
                                              platform::Links::Refuse);
        if (!file) return fault(noticeOf(file.fault(), {}).what, listed.name);
        Sha256Hasher hasher;
        const auto read = readPieces(*file, listed.name, [&](ByteView piece) -> Outcome<Done> {
            hasher.add(piece);
            return Done{};
        });
        if (!read) return fault(read.fault().what, listed.name);
        if (hasher.finish() == listed.hash)
            ++m_check.filesHeld;
        else
            fault(Text::tr("it was altered after it was signed"), listed.name);
    }

    /// What somebody has put beside the files of the list.
    void checkStrangers() {
        const std::set<std::string> own{std::string(kArchiveSums), std::string(kArchiveStatement),
                                        std::string(kArchiveSignature), std::string(kArchiveKey),
                                        std::string(kArchiveCertificate)};
        const QDir folder(QDir(QString::fromStdString(m_folder)).absolutePath());
        QDirIterator found(folder.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
        while (found.hasNext()) {
            const std::string name = folder.relativeFilePath(found.next()).toStdString();
            if (found.fileInfo().isSymLink()) {
                fault(Text::tr("it is a link, and leads elsewhere"), name);
                continue;
            }
            if (found.fileInfo().isDir()) continue;
            if (!own.contains(name) && !m_listed.contains(name)) fault(Text::tr("it is not in the signed list"), name);
        }
    }

    std::string m_folder;
    std::set<std::string> m_listed;
    ArchiveCheck m_check;
};

} // namespace

bool isArchive(const std::string& folder) {
    return platform::exists(folder + "/" + std::string(kArchiveStatement));
}

Outcome<ArchiveCheck> checkArchive(const std::string& folder) {
    return ArchiveChecker(folder).run();
}

} // namespace puente
