#include <QDir>
#include <QFileInfo>

#include "client/core/approvals.h"
#include "client/core/platform/files.h"
#include "client/core/replica_notice.h"
#include "client/core/text.h"

#include <algorithm>
#include <map>

namespace puente {

namespace {

constexpr std::size_t kFileSizeMax = 1024 * 1024;
constexpr std::size_t kShortVersion = 12;
constexpr std::string_view kPlanFile = "plan.txt", kReadme = "README.txt";
constexpr std::string_view kStatement = ".statement.txt", kSignature = ".sig", kKey = ".pem",
                           kCertificate = ".certificate.txt";

constexpr std::string_view kReadmeText =
    R"(Plan de trabajo firmado por los gobiernos
=========================================

plan.txt                 el texto exacto del plan; su huella SHA-256 es su versión
plan-HUELLA.txt          una versión anterior que alguien firmó, si la hay
PAÍS.statement.txt       lo que declaró un gobierno: qué versión, qué decidió y con qué reserva
PAÍS.sig                 su firma de ese texto (Ed25519, 64 bytes)
PAÍS.pem                 la clave pública con que firmó
PAÍS.certificate.txt     quién responde por esa clave: organización, equipo y clave de aprobación

Cómo comprobarlo, en esta carpeta (OpenSSL 3 o posterior), por ejemplo para CR:

    sha256sum plan.txt
    openssl pkeyutl -verify -pubin -inkey CR.pem -rawin -in CR.statement.txt -sigfile CR.sig

1. openssl debe responder «Signature Verified Successfully».
2. La huella que imprime sha256sum debe ser la que dice CR.statement.txt en «SHA-256».
3. La organización de CR.certificate.txt debe ser la que usted conoce: pregúntele por otro medio.

«puente verify CARPETA» comprueba todo esto y además que la organización responde por la clave.


Work plan signed by governments
===============================

plan.txt                 the exact text of the plan; its SHA-256 is its version
plan-HASH.txt            an earlier version that somebody signed, if there is one
COUNTRY.statement.txt    what a government stated: which version, what it decided, with which reservation
COUNTRY.sig              its signature of that text (Ed25519, 64 bytes)
COUNTRY.pem              the public key that it signed with
COUNTRY.certificate.txt  who vouches for that key: organisation, device and approval key

How to check it, in this folder (OpenSSL 3 or later), for CR as an example:

    sha256sum plan.txt
    openssl pkeyutl -verify -pubin -inkey CR.pem -rawin -in CR.statement.txt -sigfile CR.sig

1. openssl must answer "Signature Verified Successfully".
2. The hash that sha256sum prints must be the one that CR.statement.txt names as "SHA-256".
3. The organisation of CR.certificate.txt must be the one that you know: ask it by another way.

"puente verify FOLDER" checks all of this, and that the organisation vouches for the key.
)";

/// Files by name, in the order in which they are written.
using Files = std::map<std::string, Bytes>;

Bytes bytesFrom(std::string_view text) {
    const ByteView view = bytesOf(text);
    return {view.begin(), view.end()};
}

std::string planFileOf(const Sha256& version) {
    return "plan-" + toHex(version.view()).substr(0, kShortVersion) + ".txt";
}

/// "CR", and "CR-2" for another approval of the same country. Letters only, whatever the statement says.
std::string freeName(const Files& files, const std::string& country) {
    std::string base;
    for (const char letter : country)
        if ((letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')) base += letter;
    if (base.empty()) base = "XX";
    std::string name = base;
    for (int number = 2; files.contains(name + std::string(kStatement)); ++number)
        name = base + "-" + std::to_string(number);
    return name;
}

void add(Files& files, const ApprovalFound& approval, const Sha256& current) {
    const ApprovalStatement& statement = approval.checked->statement;
    const std::string name = freeName(files, statement.country);
    files[name + std::string(kStatement)] = bytesFrom(approval.proof.statement);
    const ByteView signature = approval.proof.signature.view();
    files[name + std::string(kSignature)] = {signature.begin(), signature.end()};
    files[name + std::string(kKey)] = bytesFrom(pemOf(approval.checked->certificate.key));
    files[name + std::string(kCertificate)] = bytesFrom(approval.proof.certificate);
    if (statement.version != current && !approval.frozen.empty())
        files[planFileOf(statement.version)] = bytesFrom(approval.frozen);
}

QDir folderAt(const std::string& path) {
    return QDir(QString::fromStdString(path));
}

Outcome<Done> writeAll(const Files& files, const std::string& folder) {
    if (platform::exists(folder) && (!isFolder(folder) || !folderAt(folder).isEmpty()))
        return Failure{noticeOf(platform::FileFault::Exists, folder)};
    if (!QDir().mkpath(QString::fromStdString(folder))) // which everybody may read, other than a replica's
        return Failure{noticeOf(platform::FileFault::NotAllowed, folder)};
    for (const auto& [name, content] : files) {
        const std::string path = folder + "/" + name;
        const auto written = platform::createFile(path, content, platform::Access::Everyone);
        if (!written) return Failure{noticeOf(written.fault(), path)};
    }
    return Done{};
}

std::string faultText(ApprovalFault fault) {
    switch (fault) {
    case ApprovalFault::Malformed: return textOf(ApprovalRefusal::Malformed);
    case ApprovalFault::NotCertified: return textOf(ApprovalRefusal::NotCertified);
    case ApprovalFault::NotAuthentic: break;
    }
    return textOf(ApprovalRefusal::NotAuthentic);
}

/// Reads and checks the files of one folder.
class FolderCheck {
public:
    explicit FolderCheck(std::string folder) : m_folder(std::move(folder)) {}

    Outcome<PlanFolder> run() {
        const auto plan = read(kPlanFile);
        if (!plan) return Failure{plan.fault()};
        PlanFolder found{.version = toHex(sha256(*plan).view()), .approvals = {}};
        for (const QString& file : folderAt(m_folder).entryList({"plan*.txt"}, QDir::Files, QDir::Name)) {
            const std::string name = file.toStdString();
            if (const auto text = read(name); text)
                m_plans.emplace(sha256(*text), name);
            else
                return Failure{text.fault()};
        }
        m_plans[sha256(*plan)] = std::string(kPlanFile);
        const QString pattern = "*" + QString::fromLatin1(kStatement.data(), static_cast<qsizetype>(kStatement.size()));
        for (const QString& file : folderAt(m_folder).entryList({pattern}, QDir::Files, QDir::Name))
            found.approvals.push_back(check(file.toStdString()));
        return found;
    }

private:
    Outcome<Bytes> read(std::string_view name) const {
        const std::string path = m_folder + "/" + std::string(name);
        auto bytes = platform::readFile(path, kFileSizeMax, platform::Links::Refuse);
        if (!bytes) return Failure{noticeOf(bytes.fault(), path)};
        return std::move(*bytes);
    }

    ExportedApproval check(const std::string& statementFile) const {
        ExportedApproval approval{.name = statementFile.substr(0, statementFile.size() - kStatement.size())};
        const auto statement = read(statementFile), signature = read(approval.name + std::string(kSignature)),
                   key = read(approval.name + std::string(kKey)),
                   certificate = read(approval.name + std::string(kCertificate));
        for (const auto* file : {&statement, &signature, &key, &certificate})
            if (!file->ok()) {
                approval.fault = file->fault().what + " " + file->fault().where;
                return approval;
            }
        const auto bytes = Signature::from(*signature);
        const SignedApproval proof{.statement = std::string(textOf(*statement)),
                                   .signature = bytes.value_or(Signature{}),
                                   .certificate = std::string(textOf(*certificate))};
        const auto checked = checkApproval(proof);
        if (!checked) {
            approval.fault = faultText(checked.fault());
            return approval;
        }
        approval.checked = *checked;
        const auto plan = m_plans.find(checked->statement.version);
        if (plan != m_plans.end())
            approval.planFile = plan->second;
        else
            approval.fault = Text::tr("the text that it was signed for is not in the folder, or was altered");
        if (textOf(*key) != pemOf(checked->certificate.key))
            approval.fault = Text::tr("the .pem file holds another key than the one that signed");
        return approval;
    }

    std::string m_folder;
    std::map<Sha256, std::string> m_plans;
};

} // namespace

bool PlanFolder::holds() const {
    return std::all_of(approvals.begin(), approvals.end(),
                       [](const ExportedApproval& approval) { return approval.fault.empty(); });
}

bool isFolder(const std::string& path) {
    return QFileInfo(QString::fromStdString(path)).isDir();
}

Outcome<std::vector<std::string>> exportPlan(Records& records, const Dot& plan, Day at, const std::string& folder) {
    const auto standing = standingOf(records, plan, at);
    if (!standing) return Failure{standing.fault()};
    Files files{{std::string(kReadme), bytesFrom(kReadmeText)},
                {std::string(kPlanFile), bytesFrom(standing->current.text)}};
    for (const GovernmentStatus& government : standing->status.governments)
        if (government.approval && government.state != GovernmentStatus::State::Contested)
            add(files, *government.approval, standing->current.version);
    if (const auto written = writeAll(files, folder); !written) return Failure{written.fault()};
    std::vector<std::string> names;
    for (const auto& [name, content] : files)
        names.push_back(name);
    return names;
}

Outcome<PlanFolder> readPlanFolder(const std::string& folder) {
    return FolderCheck(folder).run();
}

} // namespace puente
