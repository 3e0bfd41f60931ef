#pragma once

#include "common/base/expects.h"

#include <optional>
#include <utility>
#include <variant>

namespace puente {

/// What a function returns that promised nothing but to have been carried out.
struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};

/// Wraps a fault on its way into a Result, so that value and fault never look alike.
template <typename F>
struct Failure {
    F fault;
};

template <typename F>
Failure(F) -> Failure<F>;

/// The value a function promised, or the fault that kept it from delivering.
///
/// F is a small closed enum, or a small struct led by one: callers switch over it, and the compiler
/// names the case they forgot. Asking for the side that is not there is a broken contract.
template <typename T, typename F>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Failure<F> failure) : m_state(std::in_place_index<1>, std::move(failure.fault)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const F& fault() const {
        expects(!ok());
        return *std::get_if<1>(&m_state);
    }

    const T& value() const& {
        expects(ok());
        return *std::get_if<0>(&m_state);
    }
    T& value() & {
        expects(ok());
        return *std::get_if<0>(&m_state);
    }
    T&& value() && {
        expects(ok());
        return std::move(*std::get_if<0>(&m_state));
    }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    /// By value: a reference into what is about to end would dangle in `for (x : *f())`.
    T operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, F> m_state;
};

} // namespace puente
