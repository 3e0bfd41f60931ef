#include "sync/session/server_address.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace puente {

namespace {

constexpr std::string_view kPrefix = "puente-server:";
constexpr std::size_t kHostSizeMax = 253; // of a name in the DNS

bool isIn(char character, std::string_view allowed) {
    return allowed.find(character) != std::string_view::npos;
}

bool isAlphanumeric(char character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') ||
           (character >= 'A' && character <= 'Z');
}

bool isName(std::string_view host) {
    return !host.empty() && host.size() <= kHostSizeMax && isAlphanumeric(host.front()) &&
           std::all_of(host.begin(), host.end(), [](char c) { return isAlphanumeric(c) || isIn(c, "-._"); });
}

bool isIpv6(std::string_view host) {
    return host.size() >= 2 && host.size() <= 45 && host.find(':') != std::string_view::npos &&
           std::all_of(host.begin(), host.end(), [](char c) { return isIn(c, "0123456789abcdefABCDEF:."); });
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string_view> splitAtDots(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.')) {
        parts.push_back(text.substr(0, dot));
        text.remove_prefix(dot + 1);
    }
    parts.push_back(text);
    return parts;
}

/// An id in URL-safe base64; zero stands for no key at all and is never one.
template <typename IdType>
std::optional<IdType> idFromText(std::string_view text) {
    const auto bytes = fromBase64Url(text);
    const auto id = bytes ? IdType::from(*bytes) : std::nullopt;
    return id && !id->isZero() ? id : std::nullopt;
}

} // namespace

std::string toText(const ServerAddress& address) {
    const bool bracketed = address.host.find(':') != std::string::npos;
    const std::string host = bracketed ? "[" + address.host + "]" : address.host;
    std::string text(kPrefix);
    text += host + ":" + std::to_string(address.port) + "#" + toBase64Url(address.pin.view()) + "." +
            toBase64Url(address.server.view());
    return address.next ? text + "." + toBase64Url(address.next->view()) : text;
}

Result<HostAndPort, AddressFault> hostAndPortFromText(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return Failure{AddressFault::BadPort};
    std::string_view host = text.substr(0, colon);
    const std::string_view digits = text.substr(colon + 1);
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (bracketed) host = host.substr(1, host.size() - 2);
    if (bracketed ? !isIpv6(host) : !isName(host)) return Failure{AddressFault::BadHost};

    HostAndPort result{std::string(host), 0};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), result.port);
    const bool shortest = digits == "0" || (!digits.empty() && digits.front() != '0');
    if (error != std::errc{} || end != digits.data() + digits.size() || !shortest)
        return Failure{AddressFault::BadPort};
    return result;
}

Result<ServerAddress, AddressFault> serverAddressFromText(std::string_view text) {
    text = trimmed(text);
    const std::size_t hash = text.find('#');
    if (!text.starts_with(kPrefix) || hash == std::string_view::npos) return Failure{AddressFault::NotAnAddress};
    const auto place = hostAndPortFromText(text.substr(kPrefix.size(), hash - kPrefix.size()));
    if (!place) return Failure{place.fault()};
    if (place->port == 0) return Failure{AddressFault::BadPort};

    const std::vector<std::string_view> keys = splitAtDots(text.substr(hash + 1));
    const auto pin = idFromText<Pin>(keys[0]);
    if (!pin) return Failure{AddressFault::BadPin};
    const auto server = keys.size() > 1 ? idFromText<ServerId>(keys[1]) : std::nullopt;
    if (!server || keys.size() > 3) return Failure{AddressFault::BadKey};
    ServerAddress address{place->host, place->port, *pin, *server, {}};
    if (keys.size() == 2) return address;
    address.next = idFromText<Pin>(keys[2]);
    if (!address.next) return Failure{AddressFault::BadPin};
    return address;
}

} // namespace puente
