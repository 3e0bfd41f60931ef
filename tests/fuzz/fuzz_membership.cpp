#include "sync/erasable/erasable.h"
#include "sync/membership/fork_proof.h"
#include "sync/membership/invite.h"
#include "sync/membership/key_object.h"
#include "sync/membership/membership.h"

#include <cstdint>

using namespace puente;

// Records, key objects, what can be erased, join requests and proofs of any shape are read or refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    const Bytes bytes(input.begin(), input.end());
    if (const auto record = MembershipRecord::parse(bytes)) expects(equal(record->wire(), input));
    if (const auto object = KeyObject::parse(bytes)) expects(equal(object->wire(), input));
    if (const auto object = ErasableObject::parse(bytes)) expects(equal(object->wire(), input));
    if (const auto erasure = Erasure::parse(bytes)) expects(equal(erasure->wire(), input));
    if (const auto said = ErasureConfirmation::parse(bytes)) expects(equal(said->wire(), input));
    if (const auto request = JoinRequest::parse(bytes)) expects(equal(request->wire(), input));
    if (const auto proof = decodeProofFile(input)) expects(equal(encodeProofFile(*proof), input));
    return 0;
}
