#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>
#include <zip.h>

namespace patina::test {

enum class Packing { Stored, Deflated };

/// The bytes of a zip file with these entries; `scratch` is a file name to use on the way.
inline std::string zipOf(const std::vector<std::pair<std::string, std::string>> &entries,
                         const std::filesystem::path &scratch, Packing packing = Packing::Stored)
{
    int error = 0;
    zip_t *archive = zip_open(scratch.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (archive == nullptr)
        return {};
    for (const auto &[name, data] : entries) {
        zip_source_t *source = zip_source_buffer(archive, data.data(), data.size(), 0);
        const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index),
                                 packing == Packing::Stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 9);
    }
    if (zip_close(archive) != 0)
        return {};
    std::ifstream file(scratch, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace patina::test
