#pragma once

#include "core/base/result.h"
#include "core/image/pyramid_file.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace patina {

/// A folder of pyramids of images, bounded: the ones not used for longest go first. Its files are named by what they
/// are of (path, size and time of the image); others in the folder are left alone and do not count. Several programs
/// may use one folder; a file that is removed while it is read stays readable.
class PyramidCache
{
public:
    static constexpr std::int64_t defaultBytes = std::int64_t{8} << 30;
    /// Of the disk, that is left free.
    static constexpr std::int64_t sparedBytes = std::int64_t{2} << 30;

    /// \param folder made when it is first needed; empty: there is no cache.
    explicit PyramidCache(std::filesystem::path folder, std::int64_t mostBytes = defaultBytes)
        : m_folder(std::move(folder)), m_mostBytes(mostBytes)
    {
    }

    std::int64_t mostBytes() const { return m_mostBytes; }
    /// Kept to when the next one is made.
    void setMostBytes(std::int64_t bytes) { m_mostBytes = bytes; }

    /// The pyramid of an image as it is now; null where there is none. One that is damaged is removed.
    std::shared_ptr<PyramidFile> find(const std::filesystem::path &image) const;
    /// A new one, once there is room for it.
    /// Errors: NotFound (the image), TooLarge (there is no room), WriteFailed.
    Result<std::shared_ptr<PyramidFile>> create(const std::filesystem::path &image, const ImageInfo &info) const;

private:
    /// Removes what has not been used for longest until `bytes` more fit. \returns false where they never do.
    bool makeRoom(std::int64_t bytes) const;

    std::filesystem::path m_folder;
    std::int64_t m_mostBytes;
};

} // namespace patina
