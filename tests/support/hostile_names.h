#pragma once

#include "client/domain/document_manifest.h"

#include <string>
#include <vector>

namespace puente::test {

/// Names of files with which somebody tries to get out of a folder, to hide what a file is, or to reach a device. More
/// than 300; any bytes, also what no manifest takes.
inline std::vector<std::string> hostileNames() {
    std::vector<std::string> names{"",  ".",      "..",  "...",     " ",    "/",  "\\", "~",
                                   "-", "--help", "-rf", ".bashrc", ".ssh", "a/", "a\\"};
    for (const char* up : {"../", "..\\", "....//", "..%2f", "%2e%2e/", "./../", "a/../../", "/../", "..\xC0\xAF",
                           "\xEF\xBC\x8F..", "..\xE2\x88\x95", "..\xE2\x81\x84", "..\xEF\xBC\xBC"})
        for (const char* goal : {"etc/passwd", "x.pdf", "../x", ".profile", "x"})
            names.push_back(std::string(up) + goal);
    for (const char* root : {"/", "//", "///", "C:\\", "C:/", "C:", "\\\\server\\share\\", "\\\\?\\C:\\", "\\\\.\\",
                             "file:///", "~/", "~root/", "/proc/self/root/", "/dev/"})
        for (const char* goal : {"x.pdf", "etc/passwd", "null"})
            names.push_back(std::string(root) + goal);
    for (const char* device : {"CON", "con", "Con", "PRN", "AUX", "NUL", "nul", "COM1", "COM9", "com0", "LPT1", "LPT9",
                               "lpt0", "COM\xC2\xB9", "LPT\xC2\xB3", "CLOCK$", "CONIN$", "CONOUT$"})
        for (const char* ending : {"", ".txt", ".pdf", ".tar.gz", " ", ".", ":", "::$DATA"})
            names.push_back(std::string(device) + ending);
    for (const char* mark :
         {"\xE2\x80\xAE", "\xE2\x80\xAD", "\xE2\x80\x8F", "\xE2\x81\xA6", "\xE2\x81\xA9", "\xEF\xBB\xBF",
          "\xE2\x80\x8B", "\xC2\xAD", "\xD8\x9C", "\xF3\xA0\x81\x81", "\xE2\x80\xA8"})
        for (const char* name : {"fdp.exe", "acta", ""})
            names.push_back("a" + std::string(mark) + name);
    for (int control = 0; control < 33; ++control)
        names.push_back("a" + std::string(1, static_cast<char>(control)) + "b.pdf");
    for (const char* end : {".", "..", " ", ". .", " .", "\t", "\n", "\r\n"})
        for (const char* name : {"acta.pdf", "acta"})
            names.push_back(std::string(name) + end);
    for (const char* special :
         {"*",   "?",   "\"", "<",    ">",        "|",    ":",    "$(id)",           "`id`",      ";id",
          "&id", "%00", "%n", "\x7F", "\xC2\x9B", "\xFF", "\xC3", "acta.pdf:oculto", "a\xCC\x81", "\xEF\xBC\x9A"})
        names.push_back(std::string(special) + "x.pdf");
    for (const std::size_t size : {199, 200, 201, 254, 255, 256, 300, 4096, 70'000}) {
        names.push_back(std::string(size, 'a'));
        names.push_back(std::string(size, 'a') + ".pdf");
        names.push_back("a." + std::string(size, 'b'));
        std::string accents;
        while (accents.size() < size)
            accents += "ñ";
        names.push_back(accents + ".pdf");
        names.push_back(std::string(size, '.'));
        names.push_back(std::string(size, ' ') + "x");
    }
    for (const char* clash : {"acta.pdf", "ACTA.PDF", "Acta.Pdf", "áctá.pdf", "acta.PDF"})
        names.push_back(clash);
    return names;
}

} // namespace puente::test
