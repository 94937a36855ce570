#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace patina {

/// Operations of the pickle language that are known and not run, by their code: refused by name. Names as in Python's
/// pickletools.py.
inline constexpr std::array<std::pair<int, std::string_view>, 27> refusedPickleOperations{
    {{'F', "FLOAT"},          {'I', "INT"},          {'L', "LONG"},
     {'P', "PERSID"},         {'S', "STRING"},       {'V', "UNICODE"},
     {'d', "DICT"},           {'g', "GET"},          {'i', "INST"},
     {'l', "LIST"},           {'o', "OBJ"},          {'p', "PUT"},
     {0x81, "NEWOBJ"},        {0x82, "EXT1"},        {0x83, "EXT2"},
     {0x84, "EXT4"},          {0x8b, "LONG4"},       {'B', "BINBYTES"},
     {'C', "SHORT_BINBYTES"}, {0x8e, "BINBYTES8"},   {0x8f, "EMPTY_SET"},
     {0x90, "ADDITEMS"},      {0x91, "FROZENSET"},   {0x92, "NEWOBJ_EX"},
     {0x96, "BYTEARRAY8"},    {0x97, "NEXT_BUFFER"}, {0x98, "READONLY_BUFFER"}}};

} // namespace patina
