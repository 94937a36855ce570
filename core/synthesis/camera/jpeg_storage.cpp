#include "core/synthesis/camera/jpeg_storage.h"

#include "core/image/jpeg_tables.h"
#include "core/synthesis/noise/portable_math.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace patina::synthesis {

namespace {

constexpr int side = 8;
using Block = std::array<float, 64>;

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
    const auto tables = readJpegTables(head);
    if (!tables)
        return std::nullopt;
    return JpegStorage{tables->steps, tables->pixelsPerColour, tables->size, {}};
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
