# Writes TARGET, a C++ source that holds the bytes of the file DICTIONARY.
file(READ ${DICTIONARY} digits HEX)
string(REGEX REPLACE "(................................................................)" "\\1\n    " digits "${digits}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," digits "${digits}")
file(WRITE ${TARGET} "#include \"sync/segment/dictionary.h\"\n\nnamespace puente {\n\nnamespace {\n\n"
    "constexpr std::uint8_t kBytes[] = {\n    ${digits}};\n\n} // namespace\n\n"
    "ByteView firstDictionaryBytes() {\n    return kBytes;\n}\n\n} // namespace puente\n")
