#include "core/synthesis/camera/jpeg_storage.h"

#include "core/synthesis/noise/portable_math.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace patina::synthesis {

namespace {

constexpr int side = 8;
using Block = std::array<float, 64>;

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

/// cos((2 x + 1) u pi / 16), scaled so that the transform is its own transposed inverse.
const Block &cosines()
{
    static const Block table = [] {
        Block made{};
        for (int u = 0; u < side; ++u)
            for (int x = 0; x < side; ++x)
                made[static_cast<std::size_t>(u * side + x)] = static_cast<float>(
                    (u == 0 ? std::sqrt(0.125) : 0.5) * sineCosineTurns((2.0 * x + 1.0) * u / 32.0).cosine);
        return made;
    }();
    return table;
}

/// Cosines of the block to the nearest step, and back.
void coarsen(const Block &steps, Block &block)
{
    const Block &c = cosines();
    Block half{};
    Block found{};
    const auto at = [](int row, int column) { return static_cast<std::size_t>(row * side + column); };
    const auto eachPlace = [](const auto &visit) {
        for (int j = 0; j < side; ++j)
            for (int i = 0; i < side; ++i)
                visit(j, i);
    };
    eachPlace([&](int y, int u) {
        for (int x = 0; x < side; ++x)
            half[at(y, u)] += block[at(y, x)] * c[at(u, x)];
    });
    eachPlace([&](int v, int u) {
        for (int y = 0; y < side; ++y)
            found[at(v, u)] += half[at(y, u)] * c[at(v, y)];
        found[at(v, u)] = std::round(found[at(v, u)] / steps[at(v, u)]) * steps[at(v, u)];
    });
    half.fill(0.0F);
    block.fill(0.0F);
    eachPlace([&](int y, int u) {
        for (int v = 0; v < side; ++v)
            half[at(y, u)] += found[at(v, u)] * c[at(v, y)];
    });
    eachPlace([&](int y, int x) {
        for (int u = 0; u < side; ++u)
            block[at(y, x)] += half[at(y, u)] * c[at(u, x)];
    });
}

/// Whole blocks of a plane, values about 0.
void coarsen(const Block &steps, cv::Mat1f &plane)
{
    for (int top = 0; top < plane.rows; top += side)
        for (int left = 0; left < plane.cols; left += side) {
            Block block{};
            for (int y = 0; y < side; ++y)
                std::copy_n(plane[top + y] + left, side, block.begin() + y * side);
            coarsen(steps, block);
            for (int y = 0; y < side; ++y)
                std::copy_n(block.begin() + y * side, side, plane[top + y] + left);
        }
}

/// Brightness less 128, and the two colours of every pixel, whole numbers as coders take them.
struct Planes
{
    cv::Mat1f brightness;
    cv::Mat1f blue;
    cv::Mat1f red;

    explicit Planes(const cv::Mat3b &image) : brightness(image.size()), blue(image.size()), red(image.size())
    {
        for (int y = 0; y < image.rows; ++y)
            for (int x = 0; x < image.cols; ++x) {
                const cv::Vec3f value = image(y, x);
                const float bright = 0.114F * value[0] + 0.587F * value[1] + 0.299F * value[2];
                brightness(y, x) = std::round(bright - 128.0F);
                blue(y, x) = std::round((value[0] - bright) / 1.772F);
                red(y, x) = std::round((value[2] - bright) / 1.402F);
            }
    }
};

/// One of every `per` pixels, the mean of them.
cv::Mat1f thinned(const cv::Mat1f &plane, cv::Size per)
{
    cv::Mat1f thin(plane.rows / per.height, plane.cols / per.width, 0.0F);
    const float share = 1.0F / static_cast<float>(per.area());
    for (int y = 0; y < thin.rows * per.height; ++y)
        for (int x = 0; x < thin.cols * per.width; ++x)
            thin(y / per.height, x / per.width) += share * plane(y, x);
    return thin;
}

/// Between the values of a thinned plane, as decoders draw colours over the pixels.
float between(const cv::Mat1f &thin, cv::Size per, int y, int x)
{
    const auto place = [](int at, int step, int count) {
        const float from = (static_cast<float>(at) + 0.5F) / static_cast<float>(step) - 0.5F;
        return std::clamp(from, 0.0F, static_cast<float>(count - 1));
    };
    const float row = place(y, per.height, thin.rows);
    const float column = place(x, per.width, thin.cols);
    const int top = std::min(static_cast<int>(row), thin.rows - 2);
    const int left = std::min(static_cast<int>(column), thin.cols - 2);
    const float down = row - static_cast<float>(top);
    const float right = column - static_cast<float>(left);
    return (1.0F - down) * ((1.0F - right) * thin(top, left) + right * thin(top, left + 1)) +
           down * ((1.0F - right) * thin(top + 1, left) + right * thin(top + 1, left + 1));
}

std::uint8_t byteOf(float value)
{
    return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 255.0F) + 0.5F);
}

/// All of it in whole units; beyond the image's ends its last pixels go on.
class CodedArea
{
public:
    CodedArea(const JpegStorage &storage, const cv::Mat3b &image)
        : m_storage(storage), m_planes(image), m_blue(thinned(m_planes.blue, storage.pixelsPerColour)),
          m_red(thinned(m_planes.red, storage.pixelsPerColour))
    {
    }

    void coarsenUnit(const cv::Rect &unit, bool grey)
    {
        cv::Mat1f brightness = m_planes.brightness(unit);
        coarsen(m_storage.steps[0], brightness);
        if (grey)
            return;
        const cv::Size per = m_storage.pixelsPerColour;
        for (const cv::Mat1f &colour : {m_blue, m_red}) {
            cv::Mat1f block = colour({unit.x / per.width, unit.y / per.height, side, side});
            coarsen(m_storage.steps[1], block);
        }
    }

    cv::Vec3b at(int y, int x, bool grey) const
    {
        const float bright = m_planes.brightness(y, x) + 128.0F;
        const float blue = grey ? 0.0F : between(m_blue, m_storage.pixelsPerColour, y, x);
        const float red = grey ? 0.0F : between(m_red, m_storage.pixelsPerColour, y, x);
        return {byteOf(bright + 1.772F * blue), byteOf(bright - 0.344136F * blue - 0.714136F * red),
                byteOf(bright + 1.402F * red)};
    }

private:
    const JpegStorage &m_storage;
    Planes m_planes;
    cv::Mat1f m_blue; ///< thinned
    cv::Mat1f m_red;
};

} // namespace

cv::Rect JpegStorage::unitsOver(const cv::Rect &area) const
{
    const auto floorTo = [](int value, int step) {
        const int rest = value % step;
        return value - (rest < 0 ? rest + step : rest);
    };
    const int left = origin.x + floorTo(area.x - origin.x, unit().width);
    const int top = origin.y + floorTo(area.y - origin.y, unit().height);
    const int right = origin.x + floorTo(area.br().x - 1 - origin.x, unit().width) + unit().width;
    const int bottom = origin.y + floorTo(area.br().y - 1 - origin.y, unit().height) + unit().height;
    return {left, top, right - left, bottom - top};
}

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

void storeAsJpeg(const JpegStorage &storage, cv::Point at, const cv::Mat3b &before, bool grey, cv::Mat3b &image)
{
    const cv::Rect all = storage.unitsOver(cv::Rect(at, image.size())) - at;
    cv::Mat3b padded;
    cv::copyMakeBorder(image, padded, -all.y, all.br().y - image.rows, -all.x, all.br().x - image.cols,
                       cv::BORDER_REPLICATE);
    CodedArea coded(storage, padded);
    const cv::Size unit = storage.unit();
    std::vector<cv::Rect> touched; // in `padded`
    for (int top = 0; top < padded.rows; top += unit.height)
        for (int left = 0; left < padded.cols; left += unit.width) {
            const cv::Rect seen = (cv::Rect({left, top}, unit) + all.tl()) & cv::Rect({}, image.size());
            if (cv::norm(image(seen), before(seen), cv::NORM_INF) > 0.0)
                touched.emplace_back(cv::Point(left, top), unit);
        }
    for (const cv::Rect &one : touched)
        coded.coarsenUnit(one, grey);
    for (const cv::Rect &one : touched) {
        const cv::Rect seen = (one + all.tl()) & cv::Rect({}, image.size());
        for (int y = seen.y; y < seen.br().y; ++y)
            for (int x = seen.x; x < seen.br().x; ++x)
                image(y, x) = coded.at(y - all.y, x - all.x, grey);
    }
}

} // namespace patina::synthesis
