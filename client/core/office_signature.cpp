#include "client/core/office_signature.h"

#include "client/core/text.h"

namespace puente {

Outcome<Done> mayAnswerForOffice(const Workspace& workspace) {
    if (!workspace.keyring().device().certificate.asksForSignature()) return Done{};
    return Failure{Notice{ExitCode::Refused, Text::tr("The organisation has not certified this device yet."),
                          workspace.office().organization,
                          Text::tr("Its first device does, with “puente device admit”; then synchronise.")}};
}

Outcome<SignedApproval> signForOffice(Workspace& workspace, const std::string& text, const PassphraseSource& source) {
    const auto key = workspace.approvalKey(source);
    if (!key) return Failure{key.fault()};
    const DeviceKeys& device = workspace.keyring().device();
    return SignedApproval{.statement = text,
                          .signature = (*key)->sign(bytesOf(text)),
                          .certificate = certificateText(
                              ApprovalCertificate::issue(device.certificate, device.signing, (*key)->publicId()))};
}

} // namespace puente
