#include "core/project/formats/foreign_labels.h"
#include "core/project/formats/run_lengths.h"
#include "core/project/formats/shape_mask.h"
#include "core/project/formats/xml_reader.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <set>

namespace patina::formats {

namespace {

constexpr std::int64_t longestSide = 1 << 24;

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

template <typename Number>
std::optional<Number> numberIn(std::string_view text)
{
    const std::string_view digits = trimmed(text);
    Number number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.empty())
        return std::nullopt;
    return number;
}

std::optional<double> coordinateIn(std::string_view text)
{
    const auto number = numberIn<double>(text);
    return number && std::abs(*number) <= furthestCoordinate ? number : std::nullopt;
}

const std::string &valueOf(const XmlAttributes &attributes, const char *name)
{
    static const std::string none;
    const auto found = attributes.find(name);
    return found == attributes.end() ? none : found->second;
}

/// Parts between separators, one after the other; `take` answers whether to go on.
template <typename Take>
bool forParts(std::string_view text, char separator, Take take)
{
    while (true) {
        const auto end = text.find(separator);
        if (!take(text.substr(0, end)))
            return false;
        if (end == std::string_view::npos)
            return true;
        text.remove_prefix(end + 1);
    }
}

std::optional<Geometry> polygonOf(const XmlAttributes &attributes)
{
    std::vector<cv::Point2d> ring;
    const bool read = forParts(valueOf(attributes, "points"), ';', [&](std::string_view corner) {
        const auto comma = corner.find(',');
        if (comma == std::string_view::npos || ring.size() == mostCorners)
            return false;
        const auto x = coordinateIn(corner.substr(0, comma));
        const auto y = coordinateIn(corner.substr(comma + 1));
        if (x && y)
            ring.emplace_back(*x, *y);
        return x && y;
    });
    if (!read || ring.size() < 3)
        return std::nullopt;
    return PolygonShape{{std::move(ring)}};
}

std::optional<std::array<double, 5>> fiveOf(const XmlAttributes &attributes, const std::array<const char *, 4> &names)
{
    std::array<double, 5> values{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto value = coordinateIn(valueOf(attributes, names[i]));
        if (!value)
            return std::nullopt;
        values[i] = *value;
    }
    values[4] = coordinateIn(valueOf(attributes, "rotation")).value_or(0.0);
    return values;
}

std::optional<Geometry> boxOf(const XmlAttributes &attributes)
{
    const auto values = fiveOf(attributes, {"xtl", "ytl", "xbr", "ybr"});
    if (!values)
        return std::nullopt;
    const auto [left, top, right, bottom, degrees] = *values;
    return rectangleShape({left, top}, {right, bottom}, degrees);
}

std::optional<Geometry> ellipseOf(const XmlAttributes &attributes)
{
    const auto values = fiveOf(attributes, {"cx", "cy", "rx", "ry"});
    if (!values || (*values)[2] < 1e-6 || (*values)[3] < 1e-6)
        return std::nullopt;
    const auto [x, y, rx, ry, degrees] = *values;
    return EllipseShape{{x, y}, {rx, ry}, degrees};
}

std::optional<Geometry> maskOf(const XmlAttributes &attributes)
{
    std::array<int, 4> box{};
    constexpr std::array names{"left", "top", "width", "height"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto value = numberIn<int>(valueOf(attributes, names[i]));
        if (!value || *value > longestSide || *value < (i < 2 ? -longestSide : 1))
            return std::nullopt;
        box[i] = *value;
    }
    RowRuns runs{{box[0], box[1], box[2], box[3]}, {}};
    const bool read = forParts(valueOf(attributes, "rle"), ',', [&](std::string_view part) {
        const auto count = numberIn<std::int64_t>(part);
        if (count && runs.counts.size() <= 2 * mostMaskRuns)
            runs.counts.push_back(*count);
        return count && runs.counts.size() <= 2 * mostMaskRuns;
    });
    return read ? std::optional<Geometry>(std::move(runs)) : std::nullopt;
}

class CvatReader : public XmlElements
{
public:
    ForeignLabels labels;
    bool isCvat = false;

    Result<void> begin(const std::string &name, XmlAttributes attributes) override
    {
        if (!isCvat && name != "annotations")
            return fail(ErrorCode::BadFormat,
                        fmt::format("no labels of CVAT: it begins with <{}>, not <annotations>", name.substr(0, 80)));
        isCvat = true;
        if (name == "image")
            return beginImage(attributes);
        if (name == "track")
            labels.leftOut.add("tracks of videos: export as \"CVAT for images\"", valueOf(attributes, "label"));
        else if (m_inImage)
            return take(name, attributes);
        return {};
    }

    void end(const std::string &name) override
    {
        if (name == "image")
            m_inImage = false;
    }

private:
    Result<void> beginImage(const XmlAttributes &attributes)
    {
        const auto width = numberIn<int>(valueOf(attributes, "width")).value_or(0);
        const auto height = numberIn<int>(valueOf(attributes, "height")).value_or(0);
        const bool said = width > 0 && height > 0 && width <= longestSide && height <= longestSide;
        if (labels.images.size() == mostLabels)
            return fail(ErrorCode::TooLarge, fmt::format("over {} images", mostLabels));
        labels.images.push_back(
            {valueOf(attributes, "name"), said ? cv::Size(width, height) : cv::Size(), NameEnding::Kept, {}});
        m_inImage = true;
        return {};
    }

    Result<void> take(const std::string &shape, const XmlAttributes &attributes)
    {
        ForeignImage &image = labels.images.back();
        static const std::set<std::string, std::less<>> lines{"polyline", "points", "cuboid", "skeleton"};
        if (lines.contains(shape)) {
            labels.leftOut.add("points, lines and cuboids, which have no area", image.name);
            return {};
        }
        std::optional<Geometry> geometry;
        if (shape == "polygon")
            geometry = polygonOf(attributes);
        else if (shape == "box")
            geometry = boxOf(attributes);
        else if (shape == "ellipse")
            geometry = ellipseOf(attributes);
        else if (shape == "mask")
            geometry = maskOf(attributes);
        else
            return {}; // tags and attributes
        if (!geometry) {
            labels.leftOut.add("shapes that cannot be read", image.name);
            return {};
        }
        if (++m_count > mostLabels)
            return fail(ErrorCode::TooLarge, fmt::format("over {} shapes", mostLabels));
        image.labels.push_back({valueOf(attributes, "label"), numberIn<std::int64_t>(valueOf(attributes, "group_id")),
                                *std::move(geometry)});
        return {};
    }

    bool m_inImage = false;
    std::size_t m_count = 0;
};

} // namespace

Result<ForeignLabels> readCvat(const std::filesystem::path &file, const JobContext &context)
{
    CvatReader reader;
    return readXml(file, reader, context).map([&] { return std::move(reader.labels); });
}

} // namespace patina::formats
