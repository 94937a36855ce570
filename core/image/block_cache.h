#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <list>
#include <unordered_map>

namespace patina::detail {

/// The blocks of one image used last, up to a number of bytes; the newest block is always kept.
class BlockCache
{
public:
    /// What a block costs beside its pixels, from above: list, table, matrix header, allocator. Counts for tiny blocks.
    static constexpr std::int64_t entryBytes = 512;

    explicit BlockCache(std::int64_t maxBytes) : m_maxBytes(maxBytes) {}

    /// \returns null where the block is not held. Valid until the next insert().
    const cv::Mat *find(std::int64_t index)
    {
        const auto found = m_places.find(index);
        if (found == m_places.end())
            return nullptr;
        m_blocks.splice(m_blocks.begin(), m_blocks, found->second);
        return &m_blocks.front().pixels;
    }

    /// `index` must not be held yet.
    void insert(std::int64_t index, const cv::Mat &pixels)
    {
        m_blocks.push_front({index, pixels});
        m_places[index] = m_blocks.begin();
        m_bytes += bytesOf(pixels);
        while (m_bytes > m_maxBytes && m_blocks.size() > 1) {
            m_bytes -= bytesOf(m_blocks.back().pixels);
            m_places.erase(m_blocks.back().index);
            m_blocks.pop_back();
        }
    }

private:
    struct Block
    {
        std::int64_t index;
        cv::Mat pixels;
    };

    /// What the block holds in memory, padding that a view leaves out included.
    static std::int64_t bytesOf(const cv::Mat &pixels) { return pixels.dataend - pixels.datastart + entryBytes; }

    std::int64_t m_maxBytes;
    std::int64_t m_bytes = 0;
    std::list<Block> m_blocks; ///< newest first
    std::unordered_map<std::int64_t, std::list<Block>::iterator> m_places;
};

} // namespace patina::detail
