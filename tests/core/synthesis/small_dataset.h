#pragma once

#include "core/base/read_file.h"
#include "core/base/sha256.h"
#include "core/synthesis/synthesis_spec.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace patina::test {

namespace fs = std::filesystem;

inline SynthesisSpec smallSpec()
{
    SynthesisSpec spec;
    spec.widthPx = 96;
    spec.heightPx = 64;
    spec.counts = {3, 1, 2, 3};
    spec.seed = 12;
    spec.ranges.waterStain.imageShare = {0.8, 0.8};
    return spec;
}

/// Relative path and SHA-256 of every file below a folder.
inline std::map<std::string, std::string> contentsOf(const fs::path &folder)
{
    std::map<std::string, std::string> contents;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            contents[entry.path().lexically_relative(folder).generic_string()] = sha256OfFile(entry.path()).value();
    return contents;
}

inline nlohmann::json jsonOf(const fs::path &file)
{
    return nlohmann::json::parse(readTextFile(file, 1 << 24).value());
}

inline void write(const fs::path &file, const std::string &text)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

} // namespace patina::test
