#include "core/synthesis/camera/jpeg_storage.h"

#include <algorithm>

namespace patina::synthesis {

namespace {

constexpr int side = 8;

// Markers of T.81, table B.1.
constexpr std::uint8_t startOfImage = 0xD8;
constexpr std::uint8_t startOfScan = 0xDA;
constexpr std::uint8_t quantisation = 0xDB;
constexpr std::uint8_t application14 = 0xEE;

/// The place of the k-th value of a table as it is stored: along the diagonals, to and fro.
std::array<std::size_t, 64> zigzag()
{
    std::array<std::size_t, 64> order{};
    std::size_t k = 0;
    for (int sum = 0; sum <= 2 * (side - 1); ++sum)
        for (int i = std::max(0, sum - side + 1); i <= std::min(sum, side - 1); ++i) {
            const int row = sum % 2 == 0 ? sum - i : i;
            order[k++] = static_cast<std::size_t>(row * side + sum - row);
        }
    return order;
}

/// What the head of a file says, segment by segment.
struct Head
{
    std::array<std::array<float, 64>, 4> tables{};
    std::array<std::uint8_t, 3> sampling{}; ///< of the components, across in the upper four bits
    std::array<std::size_t, 3> table{};     ///< of them
    cv::Size size;
    int components = 0;
    bool coloursAsTheyAre = false; ///< red, green and blue instead of brightness and two colours

    bool readTables(std::span<const std::uint8_t> body)
    {
        static const auto order = zigzag();
        while (!body.empty()) {
            const std::size_t bytes = body[0] >> 4U != 0 ? 2 : 1;
            const std::size_t id = body[0] & 15U;
            if (id >= tables.size() || body.size() < 1 + 64 * bytes)
                return false;
            for (std::size_t k = 0; k < 64; ++k) {
                const std::size_t at = 1 + k * bytes;
                const int value = bytes == 2 ? body[at] << 8 | body[at + 1] : body[at];
                tables[id][order[k]] = static_cast<float>(std::max(1, value));
            }
            body = body.subspan(1 + 64 * bytes);
        }
        return true;
    }
    bool readFrame(std::span<const std::uint8_t> body)
    {
        if (body.size() < 6)
            return false;
        size = {body[3] << 8 | body[4], body[1] << 8 | body[2]};
        components = body[5];
        if ((components != 1 && components != 3) || body.size() < 6 + 3 * static_cast<std::size_t>(components))
            return false;
        for (std::size_t i = 0; i < static_cast<std::size_t>(components); ++i) {
            sampling[i] = body[7 + 3 * i];
            table[i] = body[8 + 3 * i];
            if (table[i] >= tables.size())
                return false;
        }
        return true;
    }
};

bool isFrame(std::uint8_t marker) // of blocks: baseline, extended, progressive
{
    return marker >= 0xC0 && marker <= 0xC2;
}

/// Whether what stands before the pixels was understood.
bool readHead(std::span<const std::uint8_t> bytes, Head &head)
{
    if (bytes.size() < 4 || bytes[0] != 0xFF || bytes[1] != startOfImage)
        return false;
    for (std::size_t at = 2; at + 4 <= bytes.size() && bytes[at] == 0xFF;) {
        const std::uint8_t marker = bytes[at + 1];
        const std::size_t length = static_cast<std::size_t>(bytes[at + 2] << 8 | bytes[at + 3]);
        if (marker == startOfScan)
            return head.components > 0;
        if (length < 2 || at + 2 + length > bytes.size())
            return false;
        const auto body = bytes.subspan(at + 4, length - 2);
        if (marker == quantisation && !head.readTables(body))
            return false;
        if (isFrame(marker) && !head.readFrame(body))
            return false;
        if (marker == application14 && body.size() >= 12)
            head.coloursAsTheyAre = body[11] == 0;
        at += 2 + length;
    }
    return false;
}

} // namespace

std::optional<JpegStorage> jpegStorageOf(std::span<const std::uint8_t> head)
{
    Head found;
    if (!readHead(head, found) || found.coloursAsTheyAre)
        return std::nullopt;
    JpegStorage storage;
    storage.size = found.size;
    storage.steps = {found.tables[found.table[0]], found.tables[found.table[found.components == 3 ? 1 : 0]]};
    if (storage.steps[0][0] < 1.0F || storage.steps[1][0] < 1.0F)
        return std::nullopt;
    if (found.components == 1)
        return storage;
    storage.pixelsPerColour = {found.sampling[0] >> 4, found.sampling[0] & 15};
    const bool known = found.sampling[1] == 0x11 && found.sampling[2] == 0x11 && found.table[1] == found.table[2];
    const auto isOneOrTwo = [](int value) { return value == 1 || value == 2; };
    if (!known || !isOneOrTwo(storage.pixelsPerColour.width) || !isOneOrTwo(storage.pixelsPerColour.height))
        return std::nullopt;
    return storage;
}

} // namespace patina::synthesis
