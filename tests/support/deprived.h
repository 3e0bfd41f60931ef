#pragma once

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

namespace puente::test {

/// A system call that fails from now on, and how.
struct DeniedCall {
    unsigned number = 0;
    unsigned error = 0;
    unsigned flags = 0; ///< if any: only where its third argument has one of them
};

/// Makes system calls fail for the rest of this process, as a broken or older kernel would. There is no way back. False
/// where the system lets nobody do that. Linux only.
inline bool denyForGood(const std::vector<DeniedCall>& denied) {
    std::vector<sock_filter> filter{BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
    for (const DeniedCall& call : denied) {
        filter.push_back(
            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call.number, 0, static_cast<std::uint8_t>(call.flags != 0 ? 4 : 1)));
        if (call.flags != 0) {
            filter.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[2]))); // little-endian
            filter.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, call.flags, 0, 1));
        }
        filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | call.error));
        if (call.flags != 0) filter.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{.len = static_cast<unsigned short>(filter.size()), .filter = filter.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

} // namespace puente::test
