#include "client/core/kit_text.h"
#include "common/base/expects.h"

#include <cstdint>

using namespace puente;

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += word + ' ';
    return text;
}

bool isSame(const Share& a, const Share& b) {
    return a.set == b.set && a.counts == b.counts && a.index == b.index && equal(a.data.reveal(), b.data.reveal());
}

} // namespace

// Whatever was read as a kit or a share is written and read again as the same; nothing is both.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = textOf({data, size});
    const auto root = kitFromText(text);
    const auto share = shareFromText(text);
    expects(!root || !share);
    if (root) {
        expects(equal(kitFromText(kitText(*root))->reveal(), root->reveal()));
        expects(equal(kitFromText(joined(kitWords(*root)))->reveal(), root->reveal()));
    }
    if (share) {
        expects(isSame(*shareFromText(shareText(*share)), *share));
        expects(isSame(*shareFromText(joined(shareWords(*share))), *share));
    }
    if (!root && root.fault().kind == KitFault::Kind::UnknownWord) expects(root.fault().position >= 1);
    return 0;
}
